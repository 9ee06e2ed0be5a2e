import Formulas

extension Subject {
  /// Adam, section 3.3.5 of the course, and what is known to go wrong with it.
  public static let adam = Subject(
    name: "adam", title: Bilingual(en: "Adam", zh: "Adam"),
    parameters: [
      Parameter("learning-rate", "η", 0.01, in: 1e-300...1e100),
      Parameter("beta1", "β1", 0.9, in: 0...0.999_999_999),
      Parameter("beta2", "β2", 0.99, in: 0...0.999_999_999),
      Parameter("epsilon", "ε", 1e-8, in: 1e-300...1e100),
    ] + Parameter.ofDescent,
    steps: 10, objective: .halfSquare,
    aliases: [
      "g": ["grad", "gradient"], "m": ["exp_avg"], "s": ["v", "exp_avg_sq"],
      "m̂": ["m_hat", "m_corrected"], "ŝ": ["s_hat", "v_hat", "s_corrected", "v_corrected"],
    ],
    solve: { AdamRecipe.right.descend($0) },
    variants: AdamRecipe.mistakes + AdamRecipe.right.gradientMistakes + AdamRecipe.dialects,
    probes: { Exercise.optimizerProbes(of: $0, ["epsilon": 0.1]) },
    draw: { exercise, generator in
      exercise.drawGradients(using: &generator)
      exercise.draw("learning-rate", from: [0.05, 0.1, 0.2, 0.5], using: &generator)
      exercise.draw("beta1", from: [0.5, 0.6, 0.7, 0.8], using: &generator)
      exercise.draw("beta2", from: [0.85, 0.9, 0.95, 0.99], using: &generator)
      exercise.draw("epsilon", from: [0.1, 0.2], using: &generator)
    })
}

/// Adam as formulas, and its known variants.
enum AdamRecipe {
  static let right = Recipe(
    from: ["m": 0, "s": 0],
    [
      ("m", { $0.β1 * $0.m + (1 - $0.β1) * $0.g }),
      ("s", { $0.β2 * $0.s + (1 - $0.β2) * .pow($0.g, 2) }),
      ("m̂", { $0.m / (1 - .pow($0.β1, $0.t)) }),
      ("ŝ", { $0.s / (1 - .pow($0.β2, $0.t)) }),
      ("w", { $0.w - $0.η * $0.m̂ / (.sqrt($0.ŝ) + $0.ε) }),
    ])

  static let mistakes: [Variant] = [
    .mistake(
      "no-bias-correction", "m̂",
      en: "neither bias is corrected: m̂ is m, and ŝ is s",
      zh: "没有做偏差校正：m̂ 就是 m，ŝ 就是 s",
      right.replacing("m̂") { $0.m }.replacing("ŝ") { $0.s }),
    .mistake(
      "corrected-twice", "m̂",
      en: "the bias is corrected twice",
      zh: "偏差校正做了两次",
      right.replacing("m̂") { $0.m / .pow(1 - .pow($0.β1, $0.t), 2) }
        .replacing("ŝ") { $0.s / .pow(1 - .pow($0.β2, $0.t), 2) }),
    .mistake(
      "beta-without-t", "m̂",
      en: "divided by 1 − β where 1 − βᵗ belongs, or t is set back to 1 at every step",
      zh: "除以了 1 − β，应当除以 1 − βᵗ；或者每一步都把 t 重置为 1",
      right.replacing("m̂") { $0.m / (1 - $0.β1) }.replacing("ŝ") { $0.s / (1 - $0.β2) }),
    .mistake(
      "beta-squared", "m̂",
      en: "divided by 1 − β² at every step where 1 − βᵗ belongs",
      zh: "每一步都除以 1 − β²，应当除以 1 − βᵗ",
      right.replacing("m̂") { $0.m / (1 - .pow($0.β1, 2)) }
        .replacing("ŝ") { $0.s / (1 - .pow($0.β2, 2)) }),
    .mistake(
      "t-plus-one", "m̂",
      en: "t is one too large: it starts at 2, or is advanced twice before it is used",
      zh: "t 大了 1：从 2 开始，或者使用之前多加了一次",
      right.counting { $0 + 1 }),
    .mistake(
      "t-minus-one", "m̂",
      en: "t is one too small: it starts at 0 and is advanced only after it is used",
      zh: "t 小了 1：从 0 开始，使用之后才加 1",
      right.counting { $0 - 1 }),
    .mistake(
      "t-zero-uncorrected", "m̂",
      en: "t starts at 0, and the first step, where 1 − β⁰ = 0, goes without correction",
      zh: "t 从 0 开始，而 1 − β⁰ = 0 的第一步没有做校正",
      right.counting { $0 - 1 }
        .replacing("m̂") { $0.t == 0 ? $0.m : $0.m / (1 - .pow($0.β1, $0.t)) }
        .replacing("ŝ") { $0.t == 0 ? $0.s : $0.s / (1 - .pow($0.β2, $0.t)) }),
    .mistake(
      "corrected-in-place", "m",
      en: "m̂ and ŝ are written back into m and s, so that the next step starts from them",
      zh: "把 m̂ 和 ŝ 写回了 m 和 s，下一步便从它们开始",
      right.adding("s", after: "ŝ") { $0.ŝ }.adding("m", after: "ŝ") { $0.m̂ }),
    .mistake(
      "m-corrected-in-place", "m",
      en: "m̂ is written back into m, so that the next step starts from it",
      zh: "把 m̂ 写回了 m，下一步便从它开始",
      right.adding("m", after: "m̂") { $0.m̂ }),
    .mistake(
      "s-uncorrected", "w",
      en: "the step divides by √s where √ŝ belongs",
      zh: "更新时除以了 √s，应当除以 √ŝ",
      right.replacing("w") { $0.w - $0.η * $0.m̂ / (.sqrt($0.s) + $0.ε) }),
    .mistake(
      "m-uncorrected", "w",
      en: "the step goes along m where m̂ belongs",
      zh: "更新时用了 m，应当用 m̂",
      right.replacing("w") { $0.w - $0.η * $0.m / (.sqrt($0.ŝ) + $0.ε) }),
    .mistake(
      "epsilon-inside", "w",
      en: "ε is inside of the root, √(ŝ + ε), where √ŝ + ε belongs",
      zh: "ε 放进了根号：√(ŝ + ε)，应当是 √ŝ + ε",
      right.replacing("w") { $0.w - $0.η * $0.m̂ / .sqrt($0.ŝ + $0.ε) }),
    .mistake(
      "betas-swapped", "m",
      en: "β₁ and β₂ are swapped",
      zh: "β₁ 和 β₂ 用反了",
      right.replacing("m") { $0.β2 * $0.m + (1 - $0.β2) * $0.g }
        .replacing("s") { $0.β1 * $0.s + (1 - $0.β1) * .pow($0.g, 2) }
        .replacing("m̂") { $0.m / (1 - .pow($0.β2, $0.t)) }
        .replacing("ŝ") { $0.s / (1 - .pow($0.β1, $0.t)) }),
    .mistake(
      "gradient-not-squared", "s",
      en: "s averages |g| where g² belongs: the square is missing",
      zh: "s 平均的是 |g|，应当是 g²：漏了平方",
      right.replacing("s") { $0.β2 * $0.s + (1 - $0.β2) * $0.g.magnitude }),
    .mistake(
      "gradient-not-squared-signed", "s",
      en: "s averages g where g² belongs: the square is missing",
      zh: "s 平均的是 g，应当是 g²：漏了平方",
      right.replacing("s") { $0.β2 * $0.s + (1 - $0.β2) * $0.g }),
    .mistake(
      "sum-instead-of-average", "m",
      en: "m and s are sums: the factors 1 − β₁ and 1 − β₂ are missing",
      zh: "m 和 s 成了累加：漏了系数 1 − β₁ 和 1 − β₂",
      right.replacing("m") { $0.β1 * $0.m + $0.g }
        .replacing("s") { $0.β2 * $0.s + .pow($0.g, 2) }),
    .mistake(
      "root-missing", "w",
      en: "the step divides by ŝ + ε: the root is missing",
      zh: "更新时除以了 ŝ + ε：漏了开方",
      right.replacing("w") { $0.w - $0.η * $0.m̂ / ($0.ŝ + $0.ε) }),
    .mistake(
      "uphill", "w",
      en: "the step has the wrong sign: it is added where it is to be subtracted",
      zh: "更新的符号反了：应当减去，却加上了",
      right.replacing("w") { $0.w + $0.η * $0.m̂ / (.sqrt($0.ŝ) + $0.ε) }),
    .mistake(
      "no-learning-rate", "w",
      en: "the learning rate η is missing from the step",
      zh: "更新时漏了学习率 η",
      right.replacing("w") { $0.w - $0.m̂ / (.sqrt($0.ŝ) + $0.ε) }),
    .mistake(
      "learning-rate-twice", "w",
      en: "the learning rate η is applied twice",
      zh: "学习率 η 乘了两次",
      right.replacing("w") { $0.w - $0.η * $0.η * $0.m̂ / (.sqrt($0.ŝ) + $0.ε) }),
  ]

  static let dialects: [Variant] = [
    .dialect(
      "epsilon-hat", "w",
      en:
        "ε stands before the bias correction, as in the faster form at the end of section 2 of the Adam paper and in "
        + "TensorFlow’s documentation (there called ε̂): η·(√(1 − β₂ᵗ)/(1 − β₁ᵗ))·m/(√s + ε)",
      zh: "ε 放在偏差校正之前，即 Adam 论文第 2 节末尾的高效形式，也是 TensorFlow 文档的写法（称为 ε̂）："
        + "η·(√(1 − β₂ᵗ)/(1 − β₁ᵗ))·m/(√s + ε)",
      right.replacing("w") {
        let η̂ = $0.η * .sqrt(1 - .pow($0.β2, $0.t)) / (1 - .pow($0.β1, $0.t)) as Traced
        return $0.w - η̂ * $0.m / (.sqrt($0.s) + $0.ε)
      })
  ]
}

import Formulas

extension AdamRecipe {
  static let mistakes =
    mistakesOfCorrection + mistakesOfClock + mistakesOfMemory + mistakesOfAverages + mistakesOfStep
    + right.gradientMistakes + [right.recordingMistake]

  private static let mistakesOfCorrection: [Variant] = [
    .mistake(
      "no-bias-correction", "m̂",
      en: "neither bias is corrected: m̂ is m, and ŝ is s",
      zh: "没有做偏差校正：m̂ 就是 m，ŝ 就是 s",
      right.replacing("m̂") { $0.m }.replacing("ŝ") { $0.s }),
    .mistake(
      "no-bias-correction-of-m", "m̂",
      en: "the bias of m is not corrected: m̂ is m; ŝ is right",
      zh: "没有对 m 做偏差校正：m̂ 就是 m；ŝ 是对的",
      right.replacing("m̂") { $0.m }),
    .mistake(
      "no-bias-correction-of-s", "ŝ",
      en: "the bias of s is not corrected: ŝ is s; m̂ is right",
      zh: "没有对 s 做偏差校正：ŝ 就是 s；m̂ 是对的",
      right.replacing("ŝ") { $0.s }),
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
      "beta1-without-t", "m̂",
      en: "m̂ is divided by 1 − β₁ where 1 − β₁ᵗ belongs; ŝ is right",
      zh: "m̂ 除以了 1 − β₁，应当除以 1 − β₁ᵗ；ŝ 是对的",
      right.replacing("m̂") { $0.m / (1 - $0.β1) }),
    .mistake(
      "beta2-without-t", "ŝ",
      en: "ŝ is divided by 1 − β₂ where 1 − β₂ᵗ belongs; m̂ is right",
      zh: "ŝ 除以了 1 − β₂，应当除以 1 − β₂ᵗ；m̂ 是对的",
      right.replacing("ŝ") { $0.s / (1 - $0.β2) }),
    .mistake(
      "beta-squared", "m̂",
      en: "divided by 1 − β² at every step where 1 − βᵗ belongs",
      zh: "每一步都除以 1 − β²，应当除以 1 − βᵗ",
      right.replacing("m̂") { $0.m / (1 - .pow($0.β1, 2)) }
        .replacing("ŝ") { $0.s / (1 - .pow($0.β2, 2)) }),
    .mistake(
      "corrections-unused", "w",
      en: "the step uses m and s where m̂ and ŝ belong",
      zh: "更新时用了 m 和 s，应当用 m̂ 和 ŝ",
      right.replacing("w") { $0.w - $0.η * $0.m / (.sqrt($0.s) + $0.ε) }),
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
  ]

  private static let mistakesOfClock: [Variant] = [
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
  ]

  /// The corrected averages take the place of the averages, which may be recorded after that or before.
  private static let mistakesOfMemory: [Variant] = [
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
      "s-corrected-in-place", "s",
      en: "ŝ is written back into s, so that the next step starts from it",
      zh: "把 ŝ 写回了 s，下一步便从它开始",
      right.adding("s", after: "ŝ") { $0.ŝ }),
    .mistake(
      "next-from-corrected", "m",
      en:
        "the next step starts from m̂ and ŝ, written back into m and s, which were recorded before that",
      zh: "下一步从写回 m 和 s 的 m̂ 和 ŝ 开始；m 和 s 是写回之前记录的",
      right.replacing("m", by: mFromCorrected).replacing("s", by: sFromCorrected)),
    .mistake(
      "next-m-from-corrected", "m",
      en: "the next step starts from m̂, written back into m, which was recorded before that",
      zh: "下一步从写回 m 的 m̂ 开始；m 是写回之前记录的",
      right.replacing("m", by: mFromCorrected)),
    .mistake(
      "next-s-from-corrected", "s",
      en: "the next step starts from ŝ, written back into s, which was recorded before that",
      zh: "下一步从写回 s 的 ŝ 开始；s 是写回之前记录的",
      right.replacing("s", by: sFromCorrected)),
  ]

  private static let mFromCorrected: Recipe.Formula = {
    $0.β1 * ($0.t == 1 ? $0.m : $0.m̂) + (1 - $0.β1) * $0.g
  }
  private static let sFromCorrected: Recipe.Formula = {
    $0.β2 * ($0.t == 1 ? $0.s : $0.ŝ) + (1 - $0.β2) * .pow($0.g, 2)
  }

  private static let mistakesOfAverages: [Variant] = [
    .mistake(
      "betas-swapped", "m",
      en: "β₁ and β₂ are swapped",
      zh: "β₁ 和 β₂ 用反了",
      right.replacing("m") { $0.β2 * $0.m + (1 - $0.β2) * $0.g }
        .replacing("s") { $0.β1 * $0.s + (1 - $0.β1) * .pow($0.g, 2) }
        .replacing("β₁ᵗ") { .pow($0.β2, $0.t) }.replacing("β₂ᵗ") { .pow($0.β1, $0.t) }
        .replacing("m̂") { $0.m / (1 - .pow($0.β2, $0.t)) }
        .replacing("ŝ") { $0.s / (1 - .pow($0.β1, $0.t)) }),
    .mistake(
      "beta-complement", "m",
      en: "β and 1 − β are swapped in both averages, (1 − β₁)·m + β₁·g",
      zh: "两个平均中 β 和 1 − β 都用反了：(1 − β₁)·m + β₁·g",
      right.replacing("m") { (1 - $0.β1) * $0.m + $0.β1 * $0.g }
        .replacing("s") { (1 - $0.β2) * $0.s + $0.β2 * .pow($0.g, 2) }),
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
      "m-sum-instead-of-average", "m",
      en: "m is a sum, β₁·m + g: the factor 1 − β₁ is missing",
      zh: "m 成了累加 β₁·m + g：漏了系数 1 − β₁",
      right.replacing("m") { $0.β1 * $0.m + $0.g }),
    .mistake(
      "s-sum-instead-of-average", "s",
      en: "s is a sum, β₂·s + g²: the factor 1 − β₂ is missing",
      zh: "s 成了累加 β₂·s + g²：漏了系数 1 − β₂",
      right.replacing("s") { $0.β2 * $0.s + .pow($0.g, 2) }),
  ]

  private static let mistakesOfStep: [Variant] =
    [
      .mistake(
        "epsilon-inside", "w",
        en: "ε is inside of the root, √(ŝ + ε), where √ŝ + ε belongs",
        zh: "ε 放进了根号：√(ŝ + ε)，应当是 √ŝ + ε",
        right.replacing("w") { $0.w - $0.η * $0.m̂ / .sqrt($0.ŝ + $0.ε) }),
      .mistake(
        "epsilon-missing", "w",
        en: "ε is missing",
        zh: "漏了 ε",
        right.replacing("w") { $0.w - $0.η * $0.m̂ / .sqrt($0.ŝ) }),
      .mistake(
        "root-missing", "w",
        en: "the step divides by ŝ + ε: the root is missing",
        zh: "更新时除以了 ŝ + ε：漏了开方",
        right.replacing("w") { $0.w - $0.η * $0.m̂ / ($0.ŝ + $0.ε) }),
    ] + right.stepMistakes(along: { $0.m̂ / (.sqrt($0.ŝ) + $0.ε) })
}

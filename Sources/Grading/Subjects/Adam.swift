import Descent
import Formulas

extension Subject {
  /// Adam, and what is known to go wrong with it.
  public static let adam: Subject = {
    var adam = rule
    adam.further += AdamRelatives.all
    return adam
  }()

  private static let rule = optimizer(
    Adam<Traced>.self, probe: ["epsilon": 0.1],
    choices: [
      "learning-rate": [0.05, 0.1, 0.2, 0.5], "beta1": [0.5, 0.6, 0.7, 0.8],
      "beta2": [0.85, 0.9, 0.95, 0.99], "epsilon": [0.1, 0.2],
    ],
    AdamMistakes.all)
}

/// The known variants of Adam.
enum AdamMistakes {
  static let all =
    ofCorrection + ofClock + ofMemory + ofAverages + ofStep + DescentMistakes.ofGradient
    + [DescentMistakes.ofRecording, epsilonHat]

  private static let ofCorrection: [Variant] = [
    .mistake(
      "no-bias-correction",
      "neither bias is corrected: m̂ is m, and ŝ is s",
      "没有做偏差校正：m̂ 就是 m，ŝ 就是 s",
      .replace("m̂") { $0.m }, .replace("ŝ") { $0.s }),
    .mistake(
      "no-bias-correction-of-m",
      "the bias of m is not corrected: m̂ is m; ŝ is right",
      "没有对 m 做偏差校正：m̂ 就是 m；ŝ 是对的",
      .replace("m̂") { $0.m }),
    .mistake(
      "no-bias-correction-of-s",
      "the bias of s is not corrected: ŝ is s; m̂ is right",
      "没有对 s 做偏差校正：ŝ 就是 s；m̂ 是对的",
      .replace("ŝ") { $0.s }),
    .mistake(
      "corrected-twice",
      "the bias is corrected twice",
      "偏差校正做了两次",
      .replace("m̂", "ŝ") { $0.right.operands[0] / .pow($0.right.operands[1], 2) }),
    .mistake(
      "beta-without-t",
      "divided by 1 − β where 1 − βᵗ belongs, or t is set back to 1 at every step",
      "除以了 1 − β，应当除以 1 − βᵗ；或者每一步都把 t 重置为 1",
      .replace("m̂") { $0.m / (1 - $0.β1) }, .replace("ŝ") { $0.s / (1 - $0.β2) }),
    .mistake(
      "beta1-without-t",
      "m̂ is divided by 1 − β₁ where 1 − β₁ᵗ belongs; ŝ is right",
      "m̂ 除以了 1 − β₁，应当除以 1 − β₁ᵗ；ŝ 是对的",
      .replace("m̂") { $0.m / (1 - $0.β1) }),
    .mistake(
      "beta2-without-t",
      "ŝ is divided by 1 − β₂ where 1 − β₂ᵗ belongs; m̂ is right",
      "ŝ 除以了 1 − β₂，应当除以 1 − β₂ᵗ；m̂ 是对的",
      .replace("ŝ") { $0.s / (1 - $0.β2) }),
    .mistake(
      "beta-squared",
      "divided by 1 − β² at every step where 1 − βᵗ belongs",
      "每一步都除以 1 − β²，应当除以 1 − βᵗ",
      .replace("m̂") { $0.m / (1 - .pow($0.β1, 2)) }, .replace("ŝ") { $0.s / (1 - .pow($0.β2, 2)) }),
    .mistake(
      "corrections-unused",
      "the step uses m and s where m̂ and ŝ belong",
      "更新时用了 m 和 s，应当用 m̂ 和 ŝ",
      .replace("w") { $0.right.replacing("m̂", by: $0.m).replacing("ŝ", by: $0.s) }),
    .mistake(
      "s-uncorrected",
      "the step divides by √s where √ŝ belongs",
      "更新时除以了 √s，应当除以 √ŝ",
      .replace("w") { $0.right.replacing("ŝ", by: $0.s) }),
    .mistake(
      "m-uncorrected",
      "the step goes along m where m̂ belongs",
      "更新时用了 m，应当用 m̂",
      .replace("w") { $0.right.replacing("m̂", by: $0.m) }),
  ]

  private static let ofClock: [Variant] = [
    .mistake(
      "t-plus-one", of: "m̂",
      "t is one too large: it starts at 2, or is advanced twice before it is used",
      "t 大了 1：从 2 开始，或者使用之前多加了一次",
      .clock { step, _ in step + 1 }),
    .mistake(
      "t-minus-one", of: "m̂",
      "t is one too small: it starts at 0 and is advanced only after it is used",
      "t 小了 1：从 0 开始，使用之后才加 1",
      .clock { step, _ in step - 1 }),
    .mistake(
      "t-zero-uncorrected", of: "m̂",
      "t starts at 0, and the first step, where 1 − β⁰ = 0, goes without correction",
      "t 从 0 开始，而 1 − β⁰ = 0 的第一步没有做校正",
      .clock { step, _ in step - 1 },
      .replace("m̂", "ŝ") { $0.t == 0 ? $0.right.operands[0] : $0.right }),
  ]

  /// The corrected averages take the place of the averages, which may be recorded after that or before.
  private static let ofMemory: [Variant] = [
    .mistake(
      "corrected-in-place",
      "m̂ and ŝ are written back into m and s, so that the next step starts from them",
      "把 m̂ 和 ŝ 写回了 m 和 s，下一步便从它们开始",
      mFromCorrected, sFromCorrected, .record("m") { $0.m̂ }, .record("s") { $0.ŝ }),
    .mistake(
      "m-corrected-in-place",
      "m̂ is written back into m, so that the next step starts from it",
      "把 m̂ 写回了 m，下一步便从它开始",
      mFromCorrected, .record("m") { $0.m̂ }),
    .mistake(
      "s-corrected-in-place",
      "ŝ is written back into s, so that the next step starts from it",
      "把 ŝ 写回了 s，下一步便从它开始",
      sFromCorrected, .record("s") { $0.ŝ }),
    .mistake(
      "next-from-corrected",
      "the next step starts from m̂ and ŝ, written back into m and s, which were recorded before that",
      "下一步从写回 m 和 s 的 m̂ 和 ŝ 开始；m 和 s 是写回之前记录的",
      mFromCorrected, sFromCorrected),
    .mistake(
      "next-m-from-corrected",
      "the next step starts from m̂, written back into m, which was recorded before that",
      "下一步从写回 m 的 m̂ 开始；m 是写回之前记录的",
      mFromCorrected),
    .mistake(
      "next-s-from-corrected",
      "the next step starts from ŝ, written back into s, which was recorded before that",
      "下一步从写回 s 的 ŝ 开始；s 是写回之前记录的",
      sFromCorrected),
  ]

  private static let mFromCorrected = Edit.replace("m") { scope in
    scope.before("m̂").map { scope.right.replacing("m", by: $0) } ?? scope.right
  }
  private static let sFromCorrected = Edit.replace("s") { scope in
    scope.before("ŝ").map { scope.right.replacing("s", by: $0) } ?? scope.right
  }

  private static let ofAverages: [Variant] =
    [
      .mistake(
        "betas-swapped", of: "m",
        "β₁ and β₂ are swapped",
        "β₁ 和 β₂ 用反了",
        .constant("β1") { $0.given("β2") }, .constant("β2") { $0.given("β1") }),
      .mistake(
        "beta-complement",
        "β and 1 − β are swapped in both averages, (1 − β₁)·m + β₁·g",
        "两个平均中 β 和 1 − β 都用反了：(1 − β₁)·m + β₁·g",
        .replace("m", "s") { $0.averaged { β, old, x in (1 - β) * old + β * x } }),
    ] + DescentMistakes.ofSquare("averages", zh: "平均") + [
      .mistake(
        "sum-instead-of-average",
        "m and s are sums: the factors 1 − β₁ and 1 − β₂ are missing",
        "m 和 s 成了累加：漏了系数 1 − β₁ 和 1 − β₂",
        .replace("m", "s") { $0.averaged { β, old, x in β * old + x } }),
      .mistake(
        "m-sum-instead-of-average",
        "m is a sum, β₁·m + g: the factor 1 − β₁ is missing",
        "m 成了累加 β₁·m + g：漏了系数 1 − β₁",
        .replace("m") { $0.averaged { β, old, x in β * old + x } }),
      .mistake(
        "s-sum-instead-of-average",
        "s is a sum, β₂·s + g²: the factor 1 − β₂ is missing",
        "s 成了累加 β₂·s + g²：漏了系数 1 − β₂",
        .replace("s") { $0.averaged { β, old, x in β * old + x } }),
    ]

  private static let ofStep: [Variant] =
    [
      .mistake(
        "epsilon-inside",
        "ε is inside of the root, √(ŝ + ε), where √ŝ + ε belongs",
        "ε 放进了根号：√(ŝ + ε)，应当是 √ŝ + ε",
        .replace("w", by: DescentMistakes.epsilonInside)),
      DescentMistakes.epsilonMissing(from: "w"),
      .mistake(
        "root-missing",
        "the step divides by ŝ + ε: the root is missing",
        "更新时除以了 ŝ + ε：漏了开方",
        .replace("w", by: DescentMistakes.rootMissing)),
    ] + DescentMistakes.ofStep

  private static let epsilonHat: Variant = .dialect(
    "epsilon-hat",
    "ε stands before the bias correction, as in the faster form at the end of section 2 of the Adam paper and in TensorFlow’s documentation (there called ε̂): η·(√(1 − β₂ᵗ)/(1 − β₁ᵗ))·m/(√s + ε)",
    "ε 放在偏差校正之前，即 Adam 论文第 2 节末尾的高效形式，也是 TensorFlow 文档的写法（称为 ε̂）：η·(√(1 − β₂ᵗ)/(1 − β₁ᵗ))·m/(√s + ε)",
    .replace("w") {
      let η̂ = $0.η * .sqrt(1 - .pow($0.β2, $0.t)) / (1 - .pow($0.β1, $0.t)) as Traced
      return $0.w - η̂ * $0.m / (.sqrt($0.s) + $0.ε)
    })
}

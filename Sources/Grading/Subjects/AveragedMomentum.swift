import Formulas
import Words

extension Subject {
  /// Momentum as an average of the gradients, the formula of section 3.3.2 of the course, and what is known to go wrong
  /// with it.
  public static let averagedMomentum = Subject(
    name: "averaged-momentum",
    title: Words(en: "Momentum as an average", zh: "加权平均形式的动量法"),
    parameters: [.learningRate, .decay(0.9)] + Parameter.ofDescent,
    steps: 10, objective: .halfSquare,
    aliases: [
      "g": ["grad", "gradient"], "s": ["v", "m", "velocity", "momentum", "momentum_buffer"],
    ],
    solve: { AveragedMomentumRecipe.right.solve($0) },
    variants: AveragedMomentumRecipe.mistakes + AveragedMomentumRecipe.dialects,
    probes: Subject.momentum.probes,
    draw: Subject.momentum.draw)
}

/// Momentum as an average, in formulas, and its known variants.
enum AveragedMomentumRecipe {
  static let right = Recipe(
    from: ["s": 0],
    [
      ("s", { $0.t == 1 ? $0.g : $0.β * $0.s + (1 - $0.β) * $0.g }),
      ("w", { $0.w - $0.η * $0.s }),
    ])

  private static let fromZero = right.replacing("s") { $0.β * $0.s + (1 - $0.β) * $0.g }

  static let mistakes: [Variant] =
    [
      .mistake(
        "first-step-dampened", "s",
        en:
          "the average starts from 0, so that the first step is dampened too: s₁ = (1 − β)·g₁ where s₁ = g₁ belongs",
        zh: "平均从 0 开始，第一步也打了折扣：s₁ = (1 − β)·g₁，应当是 s₁ = g₁",
        fromZero),
      .mistake(
        "bias-corrected", "s",
        en:
          "the average starts from 0 and the step divides it by 1 − βᵗ, as Adam does, where s₁ = g₁ belongs",
        zh: "平均从 0 开始，更新时像 Adam 那样除以 1 − βᵗ，应当是 s₁ = g₁",
        fromZero.replacing("w") { $0.w - $0.η * $0.s / (1 - .pow($0.β, $0.t)) }),
      .mistake(
        "beta-swapped", "s",
        en: "β and 1 − β are swapped",
        zh: "β 和 1 − β 用反了",
        right.replacing("s") { $0.t == 1 ? $0.g : (1 - $0.β) * $0.s + $0.β * $0.g }),
      .mistake(
        "average-not-decayed", "s",
        en: "β is missing: the old average is kept whole, s + (1 − β)·g",
        zh: "漏了 β：旧的平均全部保留，成了 s + (1 − β)·g",
        right.replacing("s") { $0.t == 1 ? $0.g : $0.s + (1 - $0.β) * $0.g }),
      .mistake(
        "average-forgotten", "s",
        en: "nothing is averaged: s is g, which is plain gradient descent",
        zh: "没有做平均：s 就是 g，这是普通的梯度下降",
        right.replacing("s") { $0.g }),
    ] + right.orderMistakes(of: "s") + right.stepMistakes(along: { $0.s })
    + right.gradientMistakes

  static let dialects: [Variant] = [
    .dialect(
      "sum", "s",
      en:
        "the gradients are summed, β·s + g, as torch.optim.SGD does and the code of section 3.3.2 of the course with it; the formula there has (1 − β)·g",
      zh: "梯度是累加的：β·s + g，如 torch.optim.SGD，也就是课程 3.3.2 节的代码；该节的公式则是 (1 − β)·g",
      right.replacing("s") { $0.t == 1 ? $0.g : $0.β * $0.s + $0.g }),
    .dialect(
      "sum-learning-rate-inside", "s",
      en:
        "the steps are summed, β·s + η·g and w − s, as in Ruder’s “An overview of gradient descent optimization algorithms”; the formula of section 3.3.2 has (1 − β)·g",
      zh:
        "累加的是步长：β·s + η·g，w − s，如 Ruder 的 “An overview of gradient descent optimization algorithms”；3.3.2 节的公式则是 (1 − β)·g",
      right.replacing("s") { $0.β * $0.s + $0.η * $0.g }.replacing("w") { $0.w - $0.s }),
    .dialect(
      "sum-downhill", "s",
      en:
        "the steps are summed downhill, β·s − η·g and w + s, as in Keras and in the notes of CS231n; the formula of section 3.3.2 has (1 − β)·g",
      zh: "沿下坡方向累加步长：β·s − η·g，w + s，如 Keras 和 CS231n 讲义；3.3.2 节的公式则是 (1 − β)·g",
      right.replacing("s") { $0.β * $0.s - $0.η * $0.g }.replacing("w") { $0.w + $0.s }),
  ]
}

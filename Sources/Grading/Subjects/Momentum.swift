import Formulas
import Words

extension Subject {
  /// Momentum as PyTorch calculates it, the code of section 3.3.2 of the course, and what is known to go wrong with it.
  public static let momentum = Subject(
    name: "momentum", title: Words(en: "Momentum", zh: "动量法"),
    parameters: [.learningRate, .decay(0.9)] + Parameter.ofDescent,
    steps: 10, objective: .halfSquare,
    aliases: [
      "g": ["grad", "gradient"], "v": ["s", "m", "velocity", "momentum", "momentum_buffer"],
    ],
    solve: { MomentumRecipe.right.solve($0) },
    variants: MomentumRecipe.mistakes + MomentumRecipe.dialects,
    probes: { Exercise.optimizerProbes(of: $0, ["learning-rate": 0.05]) },
    draw: { exercise, generator in
      exercise.drawDescent(using: &generator)
      exercise.draw("learning-rate", from: [0.1, 0.2, 0.3, 0.4], using: &generator)
      exercise.draw("beta", from: [0.6, 0.7, 0.8, 0.9], using: &generator)
    })
}

/// Momentum as formulas, and its known variants.
enum MomentumRecipe {
  static let right = Recipe(
    from: ["v": 0],
    [
      ("v", { $0.t == 1 ? $0.g : $0.β * $0.v + $0.g }),
      ("w", { $0.w - $0.η * $0.v }),
    ])

  static let mistakes: [Variant] =
    [
      .mistake(
        "first-step-dampened", "v",
        en: "the first velocity is dampened: v₁ = (1 − β)·g₁ where v₁ = g₁ belongs",
        zh: "第一步的速度被打了折扣：v₁ = (1 − β)·g₁，应当是 v₁ = g₁",
        right.replacing("v") { $0.t == 1 ? (1 - $0.β) * $0.g : $0.β * $0.v + $0.g }),
      .mistake(
        "velocity-forgotten", "v",
        en: "nothing is kept of the velocity: v is g, which is plain gradient descent",
        zh: "没有保留速度：v 就是 g，这是普通的梯度下降",
        right.replacing("v") { $0.g }),
      .mistake(
        "beta-missing", "v",
        en: "β is missing: the velocity is kept whole, v + g",
        zh: "漏了 β：速度全部保留，成了 v + g",
        right.replacing("v") { $0.t == 1 ? $0.g : $0.v + $0.g }),
      .mistake(
        "beta-complement", "v",
        en: "1 − β stands where β belongs",
        zh: "该用 β 的地方用了 1 − β",
        right.replacing("v") { $0.t == 1 ? $0.g : (1 - $0.β) * $0.v + $0.g }),
      .mistake(
        "beta-on-gradient", "v",
        en: "β multiplies the gradient too: β·(v + g)",
        zh: "梯度也乘上了 β：β·(v + g)",
        right.replacing("v") { $0.β * ($0.v + $0.g) }),
      .mistake(
        "learning-rate-inside-and-outside", "v",
        en: "the learning rate η is in the velocity, v = β·v + η·g, and once more in the step",
        zh: "速度 v = β·v + η·g 中已有学习率 η，更新时又乘了一次",
        right.replacing("v") { $0.β * $0.v + $0.η * $0.g }),
      .mistake(
        "velocity-uphill", "v",
        en:
          "the velocity has the other sign, β·v − g, and is subtracted nevertheless, so that the step leads uphill",
        zh: "速度的符号取反了：β·v − g，更新时却仍然减去它，结果往上坡走",
        right.replacing("v") { $0.β * $0.v - $0.g }),
      .mistake(
        "nesterov", "w",
        en: "the step is Nesterov’s: it goes along g + β·v where v belongs",
        zh: "用了 Nesterov 的更新：沿 g + β·v，应当沿 v",
        right.replacing("w") { $0.w - $0.η * ($0.g + $0.β * $0.v) }),
    ] + right.orderMistakes(of: "v") + right.stepMistakes(along: { $0.v })
    + right.gradientMistakes

  static let dialects: [Variant] = [
    .dialect(
      "course-average", "v",
      en:
        "the velocity is an average, β·v + (1 − β)·g from v₁ = g₁: the formula of section 3.3.2 of the course, and PyTorch’s with dampening = β",
      zh: "速度是加权平均：β·v + (1 − β)·g，v₁ = g₁，即课程 3.3.2 节的公式，也是 PyTorch 中 dampening = β 的情形",
      right.replacing("v") { $0.t == 1 ? $0.g : $0.β * $0.v + (1 - $0.β) * $0.g }),
    .dialect(
      "average-from-zero", "v",
      en:
        "the velocity is an average from 0, β·v + (1 − β)·g, as in sgd of HIPS autograd (with the opposite sign of v there); with the learning rate η/(1 − β) it walks as this exercise asks for",
      zh: "速度是从 0 开始的加权平均：β·v + (1 − β)·g，如 HIPS autograd 的 sgd（那里 v 的符号相反）；学习率取 η/(1 − β) 时与本题一致",
      right.replacing("v") { $0.β * $0.v + (1 - $0.β) * $0.g }),
    .dialect(
      "learning-rate-inside", "v",
      en:
        "the learning rate is inside of the velocity, v = β·v + η·g and w − v, as in Ruder’s “An overview of gradient descent optimization algorithms”; w is the same as long as η is",
      zh:
        "学习率在速度之内：v = β·v + η·g，w − v，如 Ruder 的 “An overview of gradient descent optimization algorithms”；只要 η 不变，w 相同",
      right.replacing("v") { $0.β * $0.v + $0.η * $0.g }.replacing("w") { $0.w - $0.v }),
    .dialect(
      "velocity-downhill", "v",
      en:
        "the velocity is the step itself, v = β·v − η·g and w + v, as in Keras and in the notes of CS231n; w is the same as long as η is",
      zh: "速度就是步长本身：v = β·v − η·g，w + v，如 Keras 和 CS231n 讲义；只要 η 不变，w 相同",
      right.replacing("v") { $0.β * $0.v - $0.η * $0.g }.replacing("w") { $0.w + $0.v }),
    .dialect(
      "velocity-negative", "v",
      en: "the velocity has the other sign, v = β·v − g and w + η·v; w is the same",
      zh: "速度的符号相反：v = β·v − g，w + η·v；w 相同",
      right.replacing("v") { $0.β * $0.v - $0.g }.replacing("w") { $0.w + $0.η * $0.v }),
  ]
}

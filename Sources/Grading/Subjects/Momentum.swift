import Descent
import Formulas

extension Subject {
  /// Momentum as PyTorch calculates it, and what is known to go wrong with it.
  public static let momentum = optimizer(
    Momentum<Traced>.self, probe: probeOfVelocity, drawsStart: true,
    choices: choicesOfVelocity, form: ["v": { $0.t == 1 ? $0.β * $0.v + $0.g : $0.right }],
    mistakesOfMomentum + DescentMistakes.ofOrder("v") + DescentMistakes.ofStep
      + DescentMistakes.ofGradient + dialectsOfMomentum)

  static let probeOfVelocity = ["learning-rate": 0.05]
  static let choicesOfVelocity: KeyValuePairs = [
    "learning-rate": [0.1, 0.2, 0.3, 0.4], "beta": [0.6, 0.7, 0.8, 0.9],
  ]

  private static let mistakesOfMomentum: [Variant] = [
    .mistake(
      "first-step-dampened",
      "the first velocity is dampened: v₁ = (1 − β)·g₁ where v₁ = g₁ belongs",
      "第一步的速度被打了折扣：v₁ = (1 − β)·g₁，应当是 v₁ = g₁",
      .replace("v") { $0.t == 1 ? (1 - $0.β) * $0.g : $0.right }),
    .mistake(
      "velocity-forgotten",
      "nothing is kept of the velocity: v is g, which is plain gradient descent",
      "没有保留速度：v 就是 g，这是普通的梯度下降",
      .replace("v") { $0.g }),
    .mistake(
      "beta-missing",
      "β is missing: the velocity is kept whole, v + g",
      "漏了 β：速度全部保留，成了 v + g",
      .replace("v") { $0.right.without("β") }),
    .mistake(
      "beta-complement",
      "1 − β stands where β belongs",
      "该用 β 的地方用了 1 − β",
      .replace("v") { $0.right.replacing("β", by: 1 - $0.β) }),
    .mistake(
      "beta-on-gradient",
      "β multiplies the gradient too: β·(v + g)",
      "梯度也乘上了 β：β·(v + g)",
      .replace("v") { $0.β * ($0.v + $0.g) }),
    .mistake(
      "learning-rate-inside-and-outside",
      "the learning rate η is in the velocity, v = β·v + η·g, and once more in the step",
      "速度 v = β·v + η·g 中已有学习率 η，更新时又乘了一次",
      .replace("v") { $0.β * $0.v + $0.η * $0.g }),
    .mistake(
      "velocity-uphill",
      "the velocity has the other sign, β·v − g, and is subtracted nevertheless, so that the step leads uphill",
      "速度的符号取反了：β·v − g，更新时却仍然减去它，结果往上坡走",
      .replace("v") { $0.β * $0.v - $0.g }),
    .mistake(
      "nesterov",
      "the step is Nesterov’s: it goes along g + β·v where v belongs",
      "用了 Nesterov 的更新：沿 g + β·v，应当沿 v",
      .replace("w") { $0.right.replacing("v", by: $0.g + $0.β * $0.v) }),
  ]

  private static let dialectsOfMomentum: [Variant] = [
    .dialect(
      "course-average",
      "the velocity is an average, β·v + (1 − β)·g from v₁ = g₁: the formula of section 3.3.2 of the course, and PyTorch’s with dampening = β",
      "速度是加权平均：β·v + (1 − β)·g，v₁ = g₁，即课程 3.3.2 节的公式，也是 PyTorch 中 dampening = β 的情形",
      .replace("v") { $0.t == 1 ? $0.g : $0.β * $0.v + (1 - $0.β) * $0.g }),
    .dialect(
      "average-from-zero",
      "the velocity is an average from 0, β·v + (1 − β)·g, as in sgd of HIPS autograd (with the opposite sign of v there); with the learning rate η/(1 − β) it walks as this exercise asks for",
      "速度是从 0 开始的加权平均：β·v + (1 − β)·g，如 HIPS autograd 的 sgd（那里 v 的符号相反）；学习率取 η/(1 − β) 时与本题一致",
      .replace("v") { $0.β * $0.v + (1 - $0.β) * $0.g }),
    .dialect(
      "learning-rate-inside",
      "the learning rate is inside of the velocity, v = β·v + η·g and w − v, as in Ruder’s “An overview of gradient descent optimization algorithms”; w is the same as long as η is",
      "学习率在速度之内：v = β·v + η·g，w − v，如 Ruder 的 “An overview of gradient descent optimization algorithms”；只要 η 不变，w 相同",
      .replace("v") { $0.β * $0.v + $0.η * $0.g }, .replace("w") { $0.w - $0.v }),
    .dialect(
      "velocity-downhill",
      "the velocity is the step itself, v = β·v − η·g and w + v, as in Keras and in the notes of CS231n; w is the same as long as η is",
      "速度就是步长本身：v = β·v − η·g，w + v，如 Keras 和 CS231n 讲义；只要 η 不变，w 相同",
      .replace("v") { $0.β * $0.v - $0.η * $0.g }, .replace("w") { $0.w + $0.v }),
    .dialect(
      "velocity-negative",
      "the velocity has the other sign, v = β·v − g and w + η·v; w is the same",
      "速度的符号相反：v = β·v − g，w + η·v；w 相同",
      .replace("v") { $0.β * $0.v - $0.g }, .replace("w") { $0.w + $0.η * $0.v }),
  ]
}

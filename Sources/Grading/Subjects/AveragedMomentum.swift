import Descent
import Formulas

extension Subject {
  /// Momentum as an average of the gradients, and what is known to go wrong with it.
  public static let averagedMomentum = optimizer(
    AveragedMomentum<Traced>.self, probe: probeOfVelocity, drawsStart: true,
    choices: choicesOfVelocity,
    mistakesOfAveragedMomentum + DescentMistakes.ofOrder("s") + DescentMistakes.ofStep
      + DescentMistakes.ofGradient + dialectsOfAveragedMomentum)

  private static let fromZero = Edit.replace("s") { $0.β * $0.s + (1 - $0.β) * $0.g }

  private static let mistakesOfAveragedMomentum: [Variant] = [
    .mistake(
      "first-step-dampened",
      "the average starts from 0, so that the first step is dampened too: s₁ = (1 − β)·g₁ where s₁ = g₁ belongs",
      "平均从 0 开始，第一步也打了折扣：s₁ = (1 − β)·g₁，应当是 s₁ = g₁",
      fromZero),
    .mistake(
      "bias-corrected",
      "the average starts from 0 and the step divides it by 1 − βᵗ, as Adam does, where s₁ = g₁ belongs",
      "平均从 0 开始，更新时像 Adam 那样除以 1 − βᵗ，应当是 s₁ = g₁",
      fromZero, .replace("w") { $0.w - $0.η * $0.s / (1 - .pow($0.β, $0.t)) }),
    .mistake(
      "beta-swapped",
      "β and 1 − β are swapped",
      "β 和 1 − β 用反了",
      .replace("s") { $0.averaged { β, old, x in (1 - β) * old + β * x } }),
    .mistake(
      "average-not-decayed",
      "β is missing: the old average is kept whole, s + (1 − β)·g",
      "漏了 β：旧的平均全部保留，成了 s + (1 − β)·g",
      .replace("s") { $0.averaged { β, old, x in old + (1 - β) * x } }),
    .mistake(
      "average-forgotten",
      "nothing is averaged: s is g, which is plain gradient descent",
      "没有做平均：s 就是 g，这是普通的梯度下降",
      .replace("s") { $0.g }),
  ]

  private static let dialectsOfAveragedMomentum: [Variant] = [
    .dialect(
      "sum",
      "the gradients are summed, β·s + g, as torch.optim.SGD does and the code of section 3.3.2 of the course with it; the formula there has (1 − β)·g",
      "梯度是累加的：β·s + g，如 torch.optim.SGD，也就是课程 3.3.2 节的代码；该节的公式则是 (1 − β)·g",
      .replace("s") { $0.averaged { β, old, x in β * old + x } }),
    .dialect(
      "sum-learning-rate-inside",
      "the steps are summed, β·s + η·g and w − s, as in Ruder’s “An overview of gradient descent optimization algorithms”; the formula of section 3.3.2 has (1 − β)·g",
      "累加的是步长：β·s + η·g，w − s，如 Ruder 的 “An overview of gradient descent optimization algorithms”；3.3.2 节的公式则是 (1 − β)·g",
      .replace("s") { $0.β * $0.s + $0.η * $0.g }, .replace("w") { $0.w - $0.s }),
    .dialect(
      "sum-downhill",
      "the steps are summed downhill, β·s − η·g and w + s, as in Keras and in the notes of CS231n; the formula of section 3.3.2 has (1 − β)·g",
      "沿下坡方向累加步长：β·s − η·g，w + s，如 Keras 和 CS231n 讲义；3.3.2 节的公式则是 (1 − β)·g",
      .replace("s") { $0.β * $0.s - $0.η * $0.g }, .replace("w") { $0.w + $0.s }),
  ]
}

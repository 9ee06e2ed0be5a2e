import Formulas
import Words

extension Declaration {
  /// Momentum as the formula of section 3.3.2 of the course has it.
  public static let averagedMomentum = Declaration(
    "averaged-momentum", title: Words(en: "Momentum as an average", zh: "加权平均形式的动量法"),
    source: "course section 3.3.2; torch.optim.SGD with dampening = momentum",
    hyperparameters: [.learningRate(torch: 0.001), .velocityDecay],
    quantities: [
      .gradient,
      Quantity(
        "s", en: "the mean gradient, recent steps counting more, s₁ = g₁", zh: "梯度的指数加权平均，s₁ = g₁",
        "v",
        "m",
        "velocity", "momentum", "momentum_buffer"), .parameter,
    ])
}

/// Momentum as an exponentially weighted average of the gradients: the formula of section 3.3.2 of the course.
///
///     s₁ = g₁
///     sₜ = β·sₜ₋₁ + (1 − β)·gₜ
///     wₜ = wₜ₋₁ − η·sₜ
///
/// Its steps are those of gradient descent with a smoothed gradient, where those of `Momentum` grow to 1/(1 − β) times as
/// much. Started from s₀ = 0 and with the learning rate η/(1 − β), it walks as `Momentum` does with η. In
/// PyTorch's `torch.optim.SGD` it is `dampening` = `momentum` = β.
///
///     var rule = AveragedMomentum(η: 0.1, β: 0.5)
///     rule.step(1, gradient: 2, at: 1)      // 0.8
///     rule.step(0.8, gradient: 1, at: 2)    // 0.65
public struct AveragedMomentum<Number: Scalar>: Optimizer {
  public static var declaration: Declaration { .averagedMomentum }

  /// The learning rate: how long a step is for each unit of s.
  public var η: Number
  /// How much of the mean gradient is kept in each step, from 0 to below 1.
  public let β: Number
  /// What the average starts from; nil for the first gradient.
  public let s0: Number?

  /// The mean of the gradients so far, recent ones counting more.
  public private(set) var s: Number

  /// An average that starts from the first gradient, or from s₀ if that is given.
  public init(η: Number, β: Number, from s0: Number? = nil) {
    self.η = η.named("η")
    self.β = β.named("β")
    self.s0 = s0?.named("s", 0)
    s = (s0 ?? 0).named("s", 0)
  }

  public init(_ given: Given<Number>) { self.init(η: given["η"], β: given["β"]) }

  public var hyperparameters: [Quantity<Number>] { [("η", η), ("β", β)] }

  public var quantities: [Quantity<Number>] { [("s", s)] }

  public mutating func step(_ w: Number, gradient g: Number, at t: Step) -> Number {
    let isFirst = t == 1 && s0 == nil
    s = (isFirst ? g : β * s + (1 - β) * g).named("s", t)
    return w - η * s
  }
}

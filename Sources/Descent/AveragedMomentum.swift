import Formulas

/// Momentum as an exponentially weighted average of the gradients: the formula of section 3.3.2 of the course.
///
///     s₁ = g₁
///     sₜ = β·sₜ₋₁ + (1 − β)·gₜ
///     wₜ = wₜ₋₁ − η·sₜ
///
/// Its steps are those of gradient descent with a smoothed gradient, where those of `Momentum` grow to 1/(1 − β) times as
/// much. Started from s₀ = 0 and with the learning rate η/(1 − β), it walks as `Momentum` does with η. In
/// PyTorch's `torch.optim.SGD` it is `dampening` = `momentum` = β; `lr` is η, `weight_decay` λ, `momentum_buffer` s.
public struct AveragedMomentum<Number: Scalar>: Optimizer {
  /// The learning rate: how long a step is for each unit of s.
  public var η: Number
  /// How much of the mean gradient is kept in each step, from 0 to below 1.
  public let β: Number
  /// What the average starts from; nil for the first gradient.
  public let s0: Number?
  /// Adds λ·w to the gradient, which is the gradient of the penalty λ·w²/2; nil for none.
  public let λ: Number?
  /// Climbs instead of descending.
  public let maximize: Bool

  /// The mean of the gradients so far, recent ones counting more.
  public private(set) var s: Number

  /// An average that starts from the first gradient, or from s₀ if that is given.
  public init(
    η: Number, β: Number, from s0: Number? = nil, λ: Number? = nil, maximize: Bool = false
  ) {
    self.η = η.named("η")
    self.β = β.named("β")
    self.s0 = s0?.named("s", 0)
    self.λ = λ?.named("λ")
    self.maximize = maximize
    s = (s0 ?? 0).named("s", 0)
  }

  public var hyperparameters: [Quantity<Number>] {
    Self.present(("η", η), ("β", β), ("λ", λ))
  }

  public var quantities: [Quantity<Number>] { [("s", s)] }

  public mutating func step(_ w: Number, gradient: Number, at t: Step) -> Number {
    let g = penalised(gradient, at: w, λ: λ, maximize: maximize)
    let isFirst = t == 1 && s0 == nil
    s = (isFirst ? g : β * s + (1 - β) * g).named("s", t)
    return w - η * s
  }
}

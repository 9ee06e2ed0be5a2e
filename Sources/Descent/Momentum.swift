import Formulas

/// Momentum as PyTorch calculates it, a decaying sum of the gradients: Polyak, "Some methods of speeding up the
/// convergence of iteration methods", 1964; the code of section 3.3.2 of the course.
///
///     v₁ = g₁
///     vₜ = β·vₜ₋₁ + gₜ
///     wₜ = wₜ₋₁ − η·vₜ
///
/// While the gradient stays the same, v grows to 1/(1 − β) times as much. `AveragedMomentum` is the formula that the
/// course writes above this code. PyTorch's `torch.optim.SGD` names it `lr` η, `momentum` β, `dampening` τ, `weight_decay` λ,
/// `momentum_buffer` v. With dampening the gradient counts (1 − τ) times, except in the first step.
public struct Momentum<Number: Scalar>: Optimizer {
  /// The learning rate: how long a step is for each unit of v.
  public var η: Number
  /// How much of v is kept in each step, from 0 to below 1.
  public let β: Number
  /// By how much less a gradient counts, from 0 to 1; nil leaves it out of the formula.
  public let τ: Number?
  /// Adds λ·w to the gradient, which is the gradient of the penalty λ·w²/2; nil for none.
  public let λ: Number?
  /// Climbs instead of descending.
  public let maximize: Bool

  /// The velocity: the sum of the gradients so far, each β times as much as in the step before.
  public private(set) var v: Number

  /// Momentum at rest: v is 0.
  public init(
    η: Number, β: Number, dampening τ: Number? = nil, λ: Number? = nil, maximize: Bool = false
  ) {
    self.η = η.named("η")
    self.β = β.named("β")
    self.τ = τ?.named("τ")
    self.λ = λ?.named("λ")
    self.maximize = maximize
    v = (0 as Number).named("v", 0)
  }

  public var hyperparameters: [Quantity<Number>] {
    Self.present(("η", η), ("β", β), ("τ", τ), ("λ", λ))
  }

  public var quantities: [Quantity<Number>] { [("v", v)] }

  public mutating func step(_ w: Number, gradient: Number, at t: Step) -> Number {
    let g = penalised(gradient, at: w, λ: λ, maximize: maximize)
    if t == 1 {
      v = g
    } else if let τ {
      v = β * v + (1 - τ) * g
    } else {
      v = β * v + g
    }
    v = v.named("v", t)
    return w - η * v
  }
}

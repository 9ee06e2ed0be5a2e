import Formulas
import Words

/// Momentum in which a gradient counts less from the second step on: `dampening` of PyTorch's `torch.optim.SGD`.
///
///     v₁ = g₁
///     vₜ = β·vₜ₋₁ + (1 − τ)·gₜ
///     wₜ = wₜ₋₁ − η·vₜ
///
/// `Momentum` is that with τ = 0, `AveragedMomentum` with τ = β.
public struct DampenedMomentum<Number: Scalar>: Optimizer {
  /// That of momentum, with τ.
  public static var declaration: Declaration {
    Declaration.momentum.with(
      Hyperparameter(
        "τ", "dampening", en: "by how much less a gradient counts", zh: "梯度的阻尼系数", .part, course: 0,
        torch: ("dampening", 0)))
  }

  /// The learning rate: how long a step is for each unit of v.
  public var η: Number
  /// How much of v is kept in each step, from 0 to below 1.
  public let β: Number
  /// By how much less a gradient counts, from 0 to 1.
  public let τ: Number

  /// The velocity: the sum of the dampened gradients so far, each β times as much as in the step before.
  public private(set) var v: Number

  /// Momentum at rest: v is 0.
  public init(η: Number, β: Number, τ: Number) {
    self.η = η.named("η")
    self.β = β.named("β")
    self.τ = τ.named("τ")
    v = (0 as Number).named("v", 0)
  }

  public init(_ given: Given<Number>) {
    self.init(η: given["η"], β: given["β"], τ: given["τ"])
  }

  public var hyperparameters: [Quantity<Number>] { [("η", η), ("β", β), ("τ", τ)] }

  public var quantities: [Quantity<Number>] { [("v", v)] }

  public mutating func step(_ w: Number, gradient g: Number, at t: Step) -> Number {
    v = (t == 1 ? g : β * v + (1 - τ) * g).named("v", t)
    return w - η * v
  }
}

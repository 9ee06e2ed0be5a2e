import Formulas
import Words

/// An optimizer along whose directions a velocity is gathered: `momentum` of PyTorch's `torch.optim.RMSprop`.
///
///     vₜ = μ·vₜ₋₁ + dₜ      where the optimizer alone would step by η·dₜ
///     wₜ = wₜ₋₁ − η·vₜ
public struct Accumulating<Base: Optimizer>: OptimizerWrapper {
  public static var declaration: Declaration {
    Base.declaration.with(
      .decay("μ", "momentum", en: "the past steps", zh: "历史步长", torch: ("momentum", 0)))
  }

  /// The optimizer that finds the directions; its own learning rate is 1.
  public internal(set) var base: Base
  /// How long a step is for each unit of v.
  public var η: Base.Number
  /// How much of v is kept in each step, from 0 to below 1.
  public let μ: Base.Number

  /// The decaying sum of the directions.
  public private(set) var v: Base.Number

  /// Momentum at rest: v is 0.
  public init(_ base: Base, μ: Base.Number) {
    self.base = base
    self.μ = μ.named("μ")
    η = base.η
    v = (0 as Base.Number).named("v", 0)
    self.base.η = 1
  }

  public init(_ given: Given<Base.Number>) { self.init(Base(given), μ: given["μ"]) }

  var further: [Quantity<Base.Number>] { [("μ", μ)] }

  public var quantities: [Quantity<Base.Number>] { base.quantities + [("v", v)] }

  public mutating func step(_ w: Base.Number, gradient g: Base.Number, at t: Step) -> Base.Number {
    v = (μ * v - base.step(0, gradient: g, at: t)).named("v", t)
    return w - η * v
  }
}

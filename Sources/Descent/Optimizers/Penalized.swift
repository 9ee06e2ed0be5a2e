import Formulas

/// An optimizer that minimises the penalty λ·w²/2 too, by adding its gradient: `weight_decay` of PyTorch's optimizers.
///
///     gₜ + λ·wₜ₋₁    in place of gₜ
public struct Penalized<Base: Optimizer>: OptimizerWrapper {
  public static var declaration: Declaration { Base.declaration.with(.weightDecay) }

  public internal(set) var base: Base
  /// How much the penalty weighs.
  public let λ: Base.Number

  /// An optimizer with a penalty.
  public init(_ base: Base, λ: Base.Number) {
    self.base = base
    self.λ = λ.named("λ")
  }

  public init(_ given: Given<Base.Number>) { self.init(Base(given), λ: given["λ"]) }

  var further: [Quantity<Base.Number>] { [("λ", λ)] }

  public mutating func step(_ w: Base.Number, gradient g: Base.Number, at t: Step) -> Base.Number {
    base.step(w, gradient: g + λ * w, at: t)
  }
}

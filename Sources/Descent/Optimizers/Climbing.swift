import Formulas

/// An optimizer that climbs instead of descending: `maximize` of PyTorch's optimizers. A penalty within it stays one.
public struct Climbing<Base: Optimizer>: OptimizerWrapper {
  public static var declaration: Declaration { Base.declaration }

  public internal(set) var base: Base

  /// An optimizer that goes uphill.
  public init(_ base: Base) { self.base = base }

  public init(_ given: Given<Base.Number>) { self.init(Base(given)) }

  var further: [Quantity<Base.Number>] { [] }

  public mutating func step(_ w: Base.Number, gradient g: Base.Number, at t: Step) -> Base.Number {
    base.step(w, gradient: -g, at: t)
  }
}

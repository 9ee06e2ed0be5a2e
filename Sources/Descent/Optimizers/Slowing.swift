import Formulas
import Words

/// An optimizer whose learning rate falls with each step: `lr_decay` of PyTorch's `torch.optim.Adagrad`.
///
///     η/(1 + (t − 1)·d)    in place of η
public struct Slowing<Base: Optimizer>: OptimizerWrapper {
  public static var declaration: Declaration {
    Base.declaration.with(
      Hyperparameter(
        "d", "rate-decay", en: "by how much the rate is lowered with each step", zh: "学习率每步的衰减",
        .notNegative,
        course: 0, torch: ("lr_decay", 0)))
  }

  public internal(set) var base: Base
  /// The rate that the first step is taken with.
  public var η: Base.Number
  /// By how much the divisor of η grows with each step.
  public let d: Base.Number

  /// An optimizer that slows down.
  public init(_ base: Base, d: Base.Number) {
    self.base = base
    self.d = d.named("d")
    η = base.η
  }

  public init(_ given: Given<Base.Number>) { self.init(Base(given), d: given["d"]) }

  var further: [Quantity<Base.Number>] { [("d", d)] }

  public mutating func step(_ w: Base.Number, gradient g: Base.Number, at t: Step) -> Base.Number {
    base.η = η / (1 + Base.Number(Double(t.number - 1)).named("(t − 1)") * d)
    return base.step(w, gradient: g, at: t)
  }
}

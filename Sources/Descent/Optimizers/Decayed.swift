import Formulas

/// An optimizer beside whose step the parameter decays: Loshchilov and Hutter, "Decoupled Weight Decay Regularization",
/// 2019 (arXiv 1711.05101), as PyTorch's `torch.optim.AdamW` calculates it.
///
///     wₜ₋₁·(1 − η·λ)    in place of wₜ₋₁, while the gradient is that at wₜ₋₁
public struct Decayed<Base: Optimizer>: OptimizerWrapper {
  public static var declaration: Declaration { Base.declaration.with(.weightDecay) }

  public internal(set) var base: Base
  /// How fast the parameter decays, in units of the learning rate.
  public let λ: Base.Number

  /// An optimizer with decay.
  public init(_ base: Base, λ: Base.Number) {
    self.base = base
    self.λ = λ.named("λ")
  }

  public init(_ given: Given<Base.Number>) { self.init(Base(given), λ: given["λ"]) }

  var further: [Quantity<Base.Number>] { [("λ", λ)] }

  public mutating func step(_ w: Base.Number, gradient g: Base.Number, at t: Step) -> Base.Number {
    base.step(w * (1 - η * λ), gradient: g, at: t)
  }
}

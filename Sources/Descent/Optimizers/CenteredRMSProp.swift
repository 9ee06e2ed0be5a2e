import Formulas

/// RMSProp that divides by the root of the variance: Graves, "Generating Sequences With Recurrent Neural Networks", 2013
/// (arXiv 1308.0850); `centered=True` of PyTorch's `torch.optim.RMSprop`.
///
///     mₜ = β·mₜ₋₁ + (1 − β)·gₜ
///     sₜ = β·sₜ₋₁ + (1 − β)·gₜ²
///     η′ₜ = η/(√(sₜ − mₜ²) + ε)
///     wₜ = wₜ₋₁ − η′ₜ·gₜ
public struct CenteredRMSProp<Number: Scalar>: Optimizer {
  public static var declaration: Declaration { .rmsProp }

  /// The learning rate, in units of the parameter.
  public var η: Number
  /// How much of both means is kept in each step, from 0 to below 1.
  public let β: Number
  /// A small number that keeps the division defined.
  public let ε: Number

  /// The mean of the gradients so far, recent ones counting more.
  public private(set) var m: Number
  /// The mean of the squared gradients so far, recent ones counting more.
  public private(set) var s: Number
  /// By how much a unit of the gradient of the last step moved the parameter in that step: η′.
  public private(set) var effectiveRate: Number

  /// Both means start at 0.
  public init(η: Number, β: Number, ε: Number) {
    self.η = η.named("η")
    self.β = β.named("β")
    self.ε = ε.named("ε")
    m = (0 as Number).named("m", 0)
    s = (0 as Number).named("s", 0)
    effectiveRate = 0
  }

  public init(_ given: Given<Number>) {
    self.init(η: given["η"], β: given["β"], ε: given["ε"])
  }

  public var hyperparameters: [Quantity<Number>] { [("η", η), ("β", β), ("ε", ε)] }

  public var quantities: [Quantity<Number>] { [("m", m), ("s", s), ("η′", effectiveRate)] }

  public mutating func step(_ w: Number, gradient g: Number, at t: Step) -> Number {
    m = (β * m + (1 - β) * g).named("m", t)
    s = (β * s + (1 - β) * .pow(g, 2)).named("s", t)
    effectiveRate = (η / (.sqrt(s - .pow(m, 2)) + ε)).named("η′", t)
    return w - effectiveRate * g
  }
}

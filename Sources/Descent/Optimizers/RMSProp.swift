import Formulas
import Words

extension Declaration {
  /// RMSProp, section 3.3.4 of the course.
  public static let rmsProp = Declaration(
    "rmsprop", title: "RMSProp",
    source: "Tieleman and Hinton 2012; course section 3.3.4; torch.optim.RMSprop",
    hyperparameters: [
      .learningRate(torch: 0.01),
      .decay(en: "the mean squared gradient", zh: "梯度平方平均", torch: ("alpha", 0.99)),
      .epsilon(course: 1e-8),
    ],
    quantities: [
      .gradient,
      Quantity(
        "s", en: "the mean squared gradient, recent steps counting more", zh: "梯度平方的指数加权平均",
        "square_avg",
        "mean_square", "cache", "v"),
      .effectiveRate, .parameter,
    ])
}

/// AdaGrad with an average in place of the sum, so that old gradients are forgotten: Tieleman and Hinton, "Lecture 6.5,
/// rmsprop: Divide the gradient by a running average of its recent magnitude", 2012; section 3.3.4 of the course.
///
///     sₜ = β·sₜ₋₁ + (1 − β)·gₜ²
///     η′ₜ = η/(√sₜ + ε)
///     wₜ = wₜ₋₁ − η′ₜ·gₜ
///
/// The course writes η for the effective rate η′ too, and σ for ε. ε stands outside of the root and s is not corrected
/// for its bias towards s₀ = 0, as in PyTorch's `torch.optim.RMSprop`.
///
///     var rule = RMSProp(η: 0.1, β: 0.75, ε: 1e-8)
///     rule.step(1, gradient: 2, at: 1)    // 0.800000002
public struct RMSProp<Number: Scalar>: Optimizer {
  public static var declaration: Declaration { .rmsProp }

  /// The learning rate, in units of the parameter: about the length of a step.
  public var η: Number
  /// How much of the mean squared gradient is kept in each step, from 0 to below 1.
  public let β: Number
  /// A small number that keeps the division defined.
  public let ε: Number

  /// The mean of the squared gradients so far, recent ones counting more.
  public private(set) var s: Number
  /// By how much a unit of the gradient of the last step moved the parameter in that step: η′.
  public private(set) var effectiveRate: Number

  /// RMSProp with PyTorch's ε if nothing else is said.
  public init(η: Number, β: Number, ε: Number = 1e-8) {
    self.η = η.named("η")
    self.β = β.named("β")
    self.ε = ε.named("ε")
    s = (0 as Number).named("s", 0)
    effectiveRate = 0
  }

  public init(_ given: Given<Number>) {
    self.init(η: given["η"], β: given["β"], ε: given["ε"])
  }

  public var hyperparameters: [Quantity<Number>] { [("η", η), ("β", β), ("ε", ε)] }

  public var quantities: [Quantity<Number>] { [("s", s), ("η′", effectiveRate)] }

  public mutating func step(_ w: Number, gradient g: Number, at t: Step) -> Number {
    s = (β * s + (1 - β) * .pow(g, 2)).named("s", t)
    effectiveRate = (η / (.sqrt(s) + ε)).named("η′", t)
    return w - effectiveRate * g
  }
}

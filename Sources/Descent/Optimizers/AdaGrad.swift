import Formulas
import Words

extension Declaration {
  /// AdaGrad, section 3.3.3 of the course.
  public static let adaGrad = Declaration(
    "adagrad", title: "AdaGrad",
    source: "Duchi, Hazan and Singer 2011; course section 3.3.3; torch.optim.Adagrad",
    hyperparameters: [.learningRate(torch: 0.01), .epsilon(course: 1e-10)],
    quantities: [
      .gradient,
      Quantity(
        "s", en: "the sum of all squared gradients", zh: "历史梯度的平方和", "sum", "cache", "accumulator",
        "v"),
      .effectiveRate, .parameter,
    ])
}

/// Gradient descent with a rate of its own for each parameter, the lower the more the parameter has been moved: Duchi,
/// Hazan and Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization", 2011 (JMLR 12);
/// section 3.3.3 of the course.
///
///     sₜ = sₜ₋₁ + gₜ²
///     η′ₜ = η/(√sₜ + ε)
///     wₜ = wₜ₋₁ − η′ₜ·gₜ
///
/// The course writes η for the effective rate η′ too, and σ for ε. ε stands outside of the root, as in PyTorch's
/// `torch.optim.Adagrad`.
///
///     var rule = AdaGrad(η: 0.1, ε: 1e-10)
///     rule.step(1, gradient: 2, at: 1)    // 0.900000000005
public struct AdaGrad<Number: Scalar>: Optimizer {
  public static var declaration: Declaration { .adaGrad }

  /// The learning rate, in units of the parameter: the length of the first step, where s₀ = 0.
  public var η: Number
  /// A small number that keeps the division defined.
  public let ε: Number

  /// The sum of the squared gradients so far.
  public private(set) var s: Number
  /// By how much a unit of the gradient moved the parameter in the last step: η′.
  public private(set) var effectiveRate: Number

  /// AdaGrad with PyTorch's ε, and a sum that starts at 0, if nothing else is said.
  public init(η: Number, ε: Number = 1e-10, from s0: Number = 0) {
    self.η = η.named("η")
    self.ε = ε.named("ε")
    s = s0.named("s", 0)
    effectiveRate = 0
  }

  public init(_ given: Given<Number>) { self.init(η: given["η"], ε: given["ε"]) }

  public var hyperparameters: [Quantity<Number>] { [("η", η), ("ε", ε)] }

  public var quantities: [Quantity<Number>] { [("s", s), ("η′", effectiveRate)] }

  public mutating func step(_ w: Number, gradient g: Number, at t: Step) -> Number {
    s = (s + .pow(g, 2)).named("s", t)
    effectiveRate = (η / (.sqrt(s) + ε)).named("η′", t)
    return w - effectiveRate * g
  }
}

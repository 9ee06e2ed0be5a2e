import Formulas

/// Gradient descent with a rate of its own for each parameter, the lower the more the parameter has been moved: Duchi,
/// Hazan and Singer, "Adaptive Subgradient Methods for Online Learning and Stochastic Optimization", 2011 (JMLR 12);
/// section 3.3.3 of the course.
///
///     sₜ = sₜ₋₁ + gₜ²
///     η′ₜ = η/(√sₜ + ε)
///     wₜ = wₜ₋₁ − η′ₜ·gₜ
///
/// The course writes η for the effective rate η′ too, and σ for ε. ε stands outside of the root, as in PyTorch's
/// `torch.optim.Adagrad`, whose names are `lr` η, `eps` ε, `lr_decay` d, `initial_accumulator_value` s₀, `weight_decay` λ, `sum` s.
/// With `lr_decay`, η is divided by 1 + (t − 1)·d.
public struct AdaGrad<Number: Scalar>: Optimizer {
  /// The learning rate, in units of the parameter: the length of the first step, where s₀ = 0.
  public var η: Number
  /// A small number that keeps the division defined.
  public let ε: Number
  /// By how much η is lowered further with each step; nil leaves it out of the formula.
  public let d: Number?
  /// Adds λ·w to the gradient, which is the gradient of the penalty λ·w²/2; nil for none.
  public let λ: Number?
  /// Climbs instead of descending.
  public let maximize: Bool

  /// The sum of the squared gradients so far.
  public private(set) var s: Number
  /// By how much a unit of the gradient moved the parameter in the last step: η′.
  public private(set) var effectiveRate: Number

  /// AdaGrad with PyTorch's defaults.
  public init(
    η: Number = 0.01, ε: Number = 1e-10, from s0: Number = 0, rateDecay d: Number? = nil,
    λ: Number? = nil, maximize: Bool = false
  ) {
    self.η = η.named("η")
    self.ε = ε.named("ε")
    self.d = d?.named("d")
    self.λ = λ?.named("λ")
    self.maximize = maximize
    s = s0.named("s", 0)
    effectiveRate = 0
  }

  public var hyperparameters: [Quantity<Number>] {
    Self.present(("η", η), ("ε", ε), ("d", d), ("λ", λ))
  }

  public var quantities: [Quantity<Number>] { [("s", s), ("η′", effectiveRate)] }

  public mutating func step(_ w: Number, gradient: Number, at t: Step) -> Number {
    let g = penalised(gradient, at: w, λ: λ, maximize: maximize)
    s = (s + .pow(g, 2)).named("s", t)
    effectiveRate = (rate(at: t) / (.sqrt(s) + ε)).named("η′", t)
    return w - effectiveRate * g
  }

  private func rate(at t: Step) -> Number {
    guard let d else { return η }
    return η / (1 + Number(Double(t.number - 1)).named("(t − 1)") * d)
  }
}

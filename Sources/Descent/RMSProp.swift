import Formulas

/// AdaGrad with an average in place of the sum, so that old gradients are forgotten: Tieleman and Hinton, "Lecture 6.5,
/// rmsprop: Divide the gradient by a running average of its recent magnitude", 2012; section 3.3.4 of the course.
///
///     sₜ = β·sₜ₋₁ + (1 − β)·gₜ²
///     η′ₜ = η/(√sₜ + ε)
///     wₜ = wₜ₋₁ − η′ₜ·gₜ
///
/// The course writes η for the effective rate η′ too, and σ for ε. ε stands outside of the root and s is not corrected
/// for its bias towards s₀ = 0, as in PyTorch's `torch.optim.RMSprop`, whose names are `lr` η, `alpha` β, `eps` ε, `momentum` μ,
/// `weight_decay` λ, `square_avg` s, `grad_avg` m, `momentum_buffer` v. Two options change the formulas:
///
///     mₜ = β·mₜ₋₁ + (1 − β)·gₜ    centered: the root is that of sₜ − mₜ², the variance (Graves 2013, arXiv 1308.0850)
///     vₜ = μ·vₜ₋₁ + gₜ/(√sₜ + ε)    momentum: wₜ = wₜ₋₁ − η·vₜ
public struct RMSProp<Number: Scalar>: Optimizer {
  /// The learning rate, in units of the parameter: about the length of a step.
  public var η: Number
  /// How much of the mean squared gradient is kept in each step, from 0 to below 1.
  public let β: Number
  /// A small number that keeps the division defined.
  public let ε: Number
  /// How much of v is kept in each step; nil leaves momentum out of the formula.
  public let μ: Number?
  /// Divides by the root of the variance instead of that of the mean square.
  public let centered: Bool
  /// Adds λ·w to the gradient, which is the gradient of the penalty λ·w²/2; nil for none.
  public let λ: Number?
  /// Climbs instead of descending.
  public let maximize: Bool

  /// The mean of the squared gradients so far, recent ones counting more.
  public private(set) var s: Number
  /// The mean of the gradients so far, recent ones counting more; stays 0 where not `centered`.
  public private(set) var m: Number
  /// By how much a unit of the gradient of the last step moved the parameter in that step: η′.
  public private(set) var effectiveRate: Number
  /// The decaying sum of the scaled gradients; stays 0 without momentum.
  public private(set) var v: Number

  /// RMSProp with PyTorch's defaults.
  public init(
    η: Number = 0.01, β: Number = 0.99, ε: Number = 1e-8, momentum μ: Number? = nil,
    centered: Bool = false, λ: Number? = nil, maximize: Bool = false
  ) {
    self.η = η.named("η")
    self.β = β.named("β")
    self.ε = ε.named("ε")
    self.μ = μ?.named("μ")
    self.centered = centered
    self.λ = λ?.named("λ")
    self.maximize = maximize
    s = (0 as Number).named("s", 0)
    m = (0 as Number).named("m", 0)
    v = (0 as Number).named("v", 0)
    effectiveRate = 0
  }

  public var hyperparameters: [Quantity<Number>] {
    Self.present(("η", η), ("β", β), ("ε", ε), ("μ", μ), ("λ", λ))
  }

  public var quantities: [Quantity<Number>] {
    Self.present(
      ("m", centered ? m : nil), ("s", s), ("η′", μ == nil ? effectiveRate : nil),
      ("v", μ == nil ? nil : v))
  }

  public mutating func step(_ w: Number, gradient: Number, at t: Step) -> Number {
    let g = penalised(gradient, at: w, λ: λ, maximize: maximize)
    if centered { m = (β * m + (1 - β) * g).named("m", t) }
    s = (β * s + (1 - β) * .pow(g, 2)).named("s", t)
    let divisor = .sqrt(centered ? s - .pow(m, 2) : s) + ε
    effectiveRate = (η / divisor).named("η′", t)
    guard let μ else { return w - effectiveRate * g }
    v = (μ * v + g / divisor).named("v", t)
    return w - η * v
  }
}

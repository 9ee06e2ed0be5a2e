import Formulas

/// Adaptive moment estimation: Kingma and Ba, "Adam: A Method for Stochastic Optimization", 2015 (arXiv 1412.6980);
/// section 3.3.5 of the course.
///
///     mₜ = β₁·mₜ₋₁ + (1 − β₁)·gₜ
///     sₜ = β₂·sₜ₋₁ + (1 − β₂)·gₜ²
///     m̂ₜ = mₜ/(1 − β₁ᵗ)
///     ŝₜ = sₜ/(1 − β₂ᵗ)
///     wₜ = wₜ₋₁ − η·m̂ₜ/(√ŝₜ + ε)
///
/// The paper writes v for s and α for η. ε stands outside of the root and after the bias correction, as in PyTorch's
/// `torch.optim.Adam`, whose names are `lr` η, `betas` (β₁, β₂), `eps` ε, `weight_decay` λ, `exp_avg` m, `exp_avg_sq` s.
public struct Adam<Number: Scalar>: Optimizer {
  /// The learning rate, in units of the parameter: about the length of a step while the gradient keeps its sign.
  public var η: Number
  /// How much of the mean gradient is kept in each step, from 0 to below 1.
  public let β1: Number
  /// How much of the mean squared gradient is kept in each step, from 0 to below 1.
  public let β2: Number
  /// A small number that keeps the division defined.
  public let ε: Number
  /// Adds λ·w to the gradient, which is the gradient of the penalty λ·w²/2; nil for none.
  public let λ: Number?
  /// Divides by the largest s so far (Reddi, Kale and Kumar 2018, arXiv 1904.09237), before its bias is corrected.
  public let amsgrad: Bool
  /// Climbs instead of descending.
  public let maximize: Bool

  /// The mean of the gradients so far, recent ones counting more.
  public private(set) var m: Number
  /// The mean of the squared gradients so far, recent ones counting more.
  public private(set) var s: Number
  /// The largest s so far; stays 0 without `amsgrad`.
  public private(set) var sMax: Number
  /// m without its bias towards the zero it started from.
  public private(set) var m̂: Number
  /// s without its bias towards the zero it started from.
  public private(set) var ŝ: Number
  /// By how much the last step lowered the parameter.
  public private(set) var effectiveStep: Number

  /// Adam with PyTorch's defaults.
  public init(
    η: Number = 0.001, β1: Number = 0.9, β2: Number = 0.999, ε: Number = 1e-8,
    λ: Number? = nil, amsgrad: Bool = false, maximize: Bool = false
  ) {
    self.η = η.named("η")
    self.β1 = β1.named("β1")
    self.β2 = β2.named("β2")
    self.ε = ε.named("ε")
    self.λ = λ?.named("λ")
    self.amsgrad = amsgrad
    self.maximize = maximize
    m = (0 as Number).named("m", 0)
    s = (0 as Number).named("s", 0)
    sMax = (0 as Number).named("max s", 0)
    (m̂, ŝ, effectiveStep) = (0, 0, 0)
  }

  public var hyperparameters: [Quantity<Number>] {
    Self.present(("η", η), ("β1", β1), ("β2", β2), ("ε", ε), ("λ", λ))
  }

  public var quantities: [Quantity<Number>] {
    Self.present(("m", m), ("s", s), ("max s", amsgrad ? sMax : nil), ("m̂", m̂), ("ŝ", ŝ))
  }

  public mutating func step(_ w: Number, gradient: Number, at t: Step) -> Number {
    let g = penalised(gradient, at: w, λ: λ, maximize: maximize)
    m = (β1 * m + (1 - β1) * g).named("m", t)
    s = (β2 * s + (1 - β2) * .pow(g, 2)).named("s", t)
    if amsgrad { sMax = .maximum(sMax, s).named("max s", t) }
    m̂ = (m / (1 - .pow(β1, t))).named("m̂", t)
    ŝ = ((amsgrad ? sMax : s) / (1 - .pow(β2, t))).named("ŝ", t)
    effectiveStep = η * m̂ / (.sqrt(ŝ) + ε)
    return w - effectiveStep
  }
}

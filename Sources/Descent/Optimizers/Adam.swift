import Formulas
import Words

extension Declaration {
  /// Adam, section 3.3.5 of the course.
  public static let adam = Declaration(
    "adam", title: "Adam",
    source: "Kingma and Ba 2015 (arXiv 1412.6980); course section 3.3.5; torch.optim.Adam",
    hyperparameters: [
      .learningRate(torch: 0.001),
      .decay("β1", "beta1", en: "the mean gradient", zh: "梯度平均", torch: ("betas[0]", 0.9)),
      .decay(
        "β2", "beta2", en: "the mean squared gradient", zh: "梯度平方平均", course: 0.99,
        torch: ("betas[1]", 0.999)), .epsilon(course: 1e-8),
    ],
    quantities: [
      .gradient,
      Quantity(
        "m", en: "the mean gradient, recent steps counting more", zh: "一阶矩：梯度的指数加权平均", "exp_avg"),
      Quantity(
        "s", en: "the mean squared gradient, likewise", zh: "二阶矩：梯度平方的指数加权平均", "v", "exp_avg_sq"),
      Quantity("β₁ᵗ", en: "how much of m is still its start", zh: "m 中初值所占的比例", isShared: true),
      Quantity("β₂ᵗ", en: "how much of s is still its start", zh: "s 中初值所占的比例", isShared: true),
      Quantity(
        "m̂", en: "m without its bias towards m₀ = 0", zh: "偏差校正，抵消 m₀ = 0 的影响", "m_hat",
        "m_corrected"),
      Quantity(
        "ŝ", en: "s without its bias towards s₀ = 0", zh: "偏差校正，抵消 s₀ = 0 的影响", "s_hat", "v_hat",
        "s_corrected", "v_corrected"), .parameter,
    ])
}

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
/// `torch.optim.Adam`.
///
///     var rule = Adam(η: 0.1, β1: 0.9, β2: 0.99, ε: 1e-8)
///     rule.step(1, gradient: 2, at: 1)    // 0.9000000005
public struct Adam<Number: Scalar>: Optimizer {
  public static var declaration: Declaration { .adam }

  /// The learning rate, in units of the parameter: about the length of a step while the gradient keeps its sign.
  public var η: Number
  /// How much of the mean gradient is kept in each step, from 0 to below 1.
  public let β1: Number
  /// How much of the mean squared gradient is kept in each step, from 0 to below 1.
  public let β2: Number
  /// A small number that keeps the division defined.
  public let ε: Number

  /// The mean of the gradients so far, recent ones counting more.
  public private(set) var m: Number
  /// The mean of the squared gradients so far, recent ones counting more.
  public private(set) var s: Number
  /// m without its bias towards the zero it started from.
  public private(set) var m̂: Number
  /// s without its bias towards the zero it started from.
  public private(set) var ŝ: Number
  /// By how much the last step lowered the parameter.
  public private(set) var effectiveStep: Number

  /// Adam with PyTorch's ε if nothing else is said.
  public init(η: Number, β1: Number, β2: Number, ε: Number = 1e-8) {
    self.η = η.named("η")
    self.β1 = β1.named("β1")
    self.β2 = β2.named("β2")
    self.ε = ε.named("ε")
    m = (0 as Number).named("m", 0)
    s = (0 as Number).named("s", 0)
    (m̂, ŝ, effectiveStep) = (0, 0, 0)
  }

  public init(_ given: Given<Number>) {
    self.init(η: given["η"], β1: given["β1"], β2: given["β2"], ε: given["ε"])
  }

  public var hyperparameters: [Quantity<Number>] {
    [("η", η), ("β1", β1), ("β2", β2), ("ε", ε)]
  }

  public var quantities: [Quantity<Number>] { [("m", m), ("s", s), ("m̂", m̂), ("ŝ", ŝ)] }

  public mutating func step(_ w: Number, gradient g: Number, at t: Step) -> Number {
    m = (β1 * m + (1 - β1) * g).named("m", t)
    s = (β2 * s + (1 - β2) * .pow(g, 2)).named("s", t)
    // Many programs keep the powers, and print them.
    m̂ = (m / (1 - .pow(β1, t).part("β₁ᵗ", t))).named("m̂", t)
    ŝ = (s / (1 - .pow(β2, t).part("β₂ᵗ", t))).named("ŝ", t)
    effectiveStep = η * m̂ / (.sqrt(ŝ) + ε)
    return w - effectiveStep
  }
}

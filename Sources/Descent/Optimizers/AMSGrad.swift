import Formulas

/// Adam that divides by the largest s so far: Reddi, Kale and Kumar, "On the Convergence of Adam and Beyond", 2018 (arXiv
/// 1904.09237), as PyTorch's `torch.optim.Adam` with `amsgrad=True` calculates it, where the bias is corrected afterwards.
///
///     mₜ = β₁·mₜ₋₁ + (1 − β₁)·gₜ
///     sₜ = β₂·sₜ₋₁ + (1 − β₂)·gₜ²
///     (max s)ₜ = max((max s)ₜ₋₁, sₜ)
///     wₜ = wₜ₋₁ − η·m̂ₜ/(√ŝₜ + ε)    with m̂ₜ = mₜ/(1 − β₁ᵗ) and ŝₜ = (max s)ₜ/(1 − β₂ᵗ)
public struct AMSGrad<Number: Scalar>: Optimizer {
  public static var declaration: Declaration { .adam }

  /// The learning rate, in units of the parameter.
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
  /// The largest s so far.
  public private(set) var sMax: Number
  /// m without its bias towards the zero it started from.
  public private(set) var m̂: Number
  /// The largest s without its bias towards the zero it started from.
  public private(set) var ŝ: Number

  /// All start at 0.
  public init(_ given: Given<Number>) {
    η = given["η"].named("η")
    β1 = given["β1"].named("β1")
    β2 = given["β2"].named("β2")
    ε = given["ε"].named("ε")
    m = (0 as Number).named("m", 0)
    s = (0 as Number).named("s", 0)
    sMax = (0 as Number).named("max s", 0)
    (m̂, ŝ) = (0, 0)
  }

  public var hyperparameters: [Quantity<Number>] {
    [("η", η), ("β1", β1), ("β2", β2), ("ε", ε)]
  }

  public var quantities: [Quantity<Number>] {
    [("m", m), ("s", s), ("max s", sMax), ("m̂", m̂), ("ŝ", ŝ)]
  }

  public mutating func step(_ w: Number, gradient g: Number, at t: Step) -> Number {
    m = (β1 * m + (1 - β1) * g).named("m", t)
    s = (β2 * s + (1 - β2) * .pow(g, 2)).named("s", t)
    sMax = .maximum(sMax, s).named("max s", t)
    m̂ = (m / (1 - .pow(β1, t))).named("m̂", t)
    ŝ = (sMax / (1 - .pow(β2, t))).named("ŝ", t)
    return w - η * m̂ / (.sqrt(ŝ) + ε)
  }
}

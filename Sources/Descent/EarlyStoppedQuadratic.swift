import Formulas

/// Gradient descent on the quadratic ½·h·(w − w*)² from w = 0, stopped after t steps: the same weight as the minimum with a
/// penalty ½·λ·w² has, for one λ. Goodfellow, Bengio and Courville, "Deep Learning", 2016, section 7.8, where ε is η, Λ holds
/// the curvatures h, α is λ and τ is t.
///
///     q  = 1 − η·h
///     wₜ = (1 − qᵗ)·w*
///     w̃  = h/(h + λ)·w*
///     λ  = h·qᵗ/(1 − qᵗ)    makes both the same
public struct EarlyStoppedQuadratic<Number: Scalar> {
  /// The curvature of the loss: an eigenvalue of its Hessian where there are several weights.
  public let h: Number
  /// The learning rate.
  public let η: Number
  /// Where the loss is least, w*.
  public let minimum: Number

  /// A quadratic loss and the learning rate of the descent on it.
  public init(h: Number, η: Number, minimum: Number) {
    self.h = h.named("h")
    self.η = η.named("η")
    self.minimum = minimum.named("w*")
  }

  /// What is left of the distance from the minimum after each step.
  public var q: Number { (1 - η * h).named("q") }

  /// Where gradient descent is after some steps.
  public func weight(after t: Step) -> Number { ((1 - .pow(q, t)) * minimum).named("w", t) }

  /// The weight of the penalty whose minimum is there, too.
  public func penalty(like t: Step) -> Number {
    (h * .pow(q, t) / (1 - .pow(q, t))).named("λ")
  }

  /// Where the loss is least together with the penalty ½·λ·w².
  public func weight(penalizedBy λ: Number) -> Number { (h / (h + λ) * minimum).named("w̃") }
}

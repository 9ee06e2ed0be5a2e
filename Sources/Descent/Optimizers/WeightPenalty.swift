import Formulas

/// A step of gradient descent without a penalty, with L1 and with L2, as document 004 of the course puts them side by side:
/// Nielsen, "Neural Networks and Deep Learning", 2015, chapter 3.
///
///     wₜ = wₜ₋₁ − η·gₜ                          no penalty
///     wₜ = wₜ₋₁ − η·λ/n·sgnₜ − η·gₜ             L1, λ/n·|w|: something is subtracted
///     wₜ = (1 − η·λ/n)·wₜ₋₁ − η·gₜ              L2, λ/(2n)·w²: w is multiplied
///
/// The sign is 0 at 0. It makes a weight jump about 0 for ever; the proximal step goes down first and then moves what it has
/// reached towards 0 by η·λ/n, at most to 0 itself, where the weight stays: Daubechies, Defrise and De Mol 2004 (ISTA).
///
///     vₜ = wₜ₋₁ − η·gₜ
///     wₜ = max(vₜ − η·λ/n, 0) − max(−vₜ − η·λ/n, 0)
public struct WeightPenalty<Number: Scalar> {
  /// The learning rate.
  public let η: Number
  /// How much the penalty weighs.
  public let λ: Number
  /// The number of training samples, which the loss is the mean of.
  public let n: Number

  public init(η: Number, λ: Number, n: Number) {
    self.η = η.named("η")
    self.λ = λ.named("λ")
    self.n = n.named("n")
  }

  /// What L1 adds to the loss: λ/n·(|w₁| + |w₂| + …).
  public func l1(_ w: [Number]) -> Number { λ / n * sum(w.map(\.magnitude)) }

  /// What L2 adds to the loss: λ/(2·n)·(w₁² + w₂² + …).
  public func l2(_ w: [Number]) -> Number { λ / (2 * n) * sum(w.map { .pow($0, 2) }) }

  /// A weight after a step of gradient descent alone.
  public func plainStep(_ w: Number, gradient g: Number) -> Number { w - η * g }

  /// A weight after a step with L1 in the gradient.
  public func l1Step(_ w: Number, gradient g: Number, at t: Step) -> Number {
    let sign: Number = .positive(w) - .positive(-w)
    return w - η * λ / n * sign.named("sgn", t) - η * g
  }

  /// A weight after a step with L2.
  public func l2Step(_ w: Number, gradient g: Number) -> Number { (1 - η * λ / n) * w - η * g }

  /// A weight after a proximal step with L1: the soft threshold.
  public func softStep(_ w: Number, gradient g: Number, at t: Step) -> Number {
    let v = plainStep(w, gradient: g).named("v", t)
    return .maximum(v - η * λ / n, 0) - .maximum(-v - η * λ / n, 0)
  }

  /// Where a step with L2 leaves a weight alone, on a quadratic of curvature a with the minimum t.
  public func l2Minimum(curvature a: Number, minimum t: Number) -> Number { a * t / (a + λ / n) }

  /// Where a proximal step with L1 leaves a weight alone: exactly 0 where a·|t| is at most λ/n.
  public func l1Minimum(curvature a: Number, minimum t: Number) -> Number {
    .maximum(t - λ / (n * a), 0) - .maximum(-t - λ / (n * a), 0)
  }

  private func sum(_ terms: [Number]) -> Number { terms.dropFirst().reduce(terms[0], +) }
}

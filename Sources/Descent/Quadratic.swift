import Formulas

/// A quadratic loss of several parameters, each with a curvature and a best value of its own: what any smooth loss looks
/// like near its minimum, seen along the axes of its contours.
///
///     C₀(w) = a₁/2·(w₁ − t₁)² + a₂/2·(w₂ − t₂)² + …
public struct Quadratic<Number: Scalar> {
  /// How fast the gradient grows with each parameter, a.
  public let curvatures: [Number]
  /// Where each parameter is best, t.
  public let minimum: [Number]

  /// - Precondition: both have a number for each parameter.
  public init(curvatures: [Double], minimum: [Double]) {
    precondition(curvatures.count == minimum.count, "A best value for each curvature.")
    self.curvatures = curvatures.enumerated().map { Number($1).named(Symbol("a\($0 + 1)")) }
    self.minimum = minimum.enumerated().map { Number($1).named(Symbol("t\($0 + 1)")) }
  }

  /// The loss at a point.
  public func loss(_ w: [Number]) -> Number {
    let terms = w.indices.map { curvatures[$0] / 2 * .pow(w[$0] - minimum[$0], 2) }
    return terms.dropFirst().reduce(terms[0], +)
  }

  /// The derivative of the loss by parameter i, counted from 0, where that is w.
  public func slope(_ w: Number, _ i: Int) -> Number { curvatures[i] * (w - minimum[i]) }
}

extension Quadratic: Sendable where Number: Sendable {}

import Formulas

/// What takes the place of values that are missing: section 4 of the course's document 003.
public enum MissingValues {
  /// The same number in each gap, such as the mean or the median of what is known: `sklearn.impute.SimpleImputer`.
  public static func filled<Number>(_ x: [Number?], with number: Number) -> [Number] {
    x.map { $0 ?? number }
  }

  /// What lies on a straight line between the neighbours of a gap, for data that follow each other; at the ends, the nearest
  /// that is known: pandas' `interpolate(limit_direction="both")`.
  ///
  ///     xₖ = xₐ + (k − a)/(b − a)·(x_b − xₐ)
  ///
  /// - Precondition: something is known.
  public static func interpolated<Number: Scalar>(_ x: [Number?]) -> [Number] {
    let known = x.indices.filter { x[$0] != nil }
    precondition(!known.isEmpty, "Something is known.")
    return x.indices.map { k in
      let (before, after) = (known.last { $0 <= k }, known.first { $0 >= k })
      guard let a = before ?? after, let b = after ?? before, let left = x[a], let right = x[b]
      else { preconditionFailure("Known values are there.") }
      guard a < b else { return left }
      let part = Number(Double(k - a)) / Number(Double(b - a))
      return (left + part * (right - left)).named("x", Step(k + 1))
    }
  }
}

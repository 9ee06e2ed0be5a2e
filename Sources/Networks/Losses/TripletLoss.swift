import Formulas

/// Triplet loss of an anchor, a positive of the same class and a negative of another: the negative is to be farther from the
/// anchor than the positive by a margin; Schroff, Kalenichenko and Philbin 2015 with distances that are not squared, as in
/// `torch.nn.TripletMarginLoss`; course document 004.
///
///     triplet = max(0, dₐₚ − dₐₙ + m)
public enum TripletLoss {
  /// - Parameters:
  ///   - near: the distance of anchor and positive.
  ///   - far: that of anchor and negative.
  ///   - m: the margin.
  public static func value<Number: Scalar>(near: Number, far: Number, margin m: Number) -> Number {
    Number.maximum(0, near - far + m).named("triplet")
  }

  /// The derivatives by the three points.
  ///
  /// - Precondition: neither distance is 0.
  public static func gradient<Number: Scalar>(
    anchor a: [Number], positive p: [Number], negative n: [Number], margin m: Number
  ) -> (anchor: [Number], positive: [Number], negative: [Number]) {
    let (near, far) = (distance(a, p), distance(a, n))
    let isActive = Number.positive(near - far + m)
    let byPositive = zip(a, p).map { -(isActive * ($0 - $1) / near) }
    let byNegative = zip(a, n).map { isActive * ($0 - $1) / far }
    return (zip(byPositive, byNegative).map { -$0 - $1 }, byPositive, byNegative)
  }
}

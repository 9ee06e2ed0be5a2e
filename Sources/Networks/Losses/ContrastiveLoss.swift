import Formulas

/// Contrastive loss of a pair: one of the same class is pulled together, one of two classes is pushed apart until its distance
/// is the margin; Hadsell, Chopra and LeCun 2006; course document 004.
///
///     contrastive = (y·d² + (1 − y)·max(0, m − d)²)/2
public enum ContrastiveLoss {
  /// - Parameters:
  ///   - y: 1 for a pair of the same class, 0 for one of two classes.
  ///   - d: the distance of the two.
  ///   - m: the margin.
  public static func value<Number: Scalar>(same y: Number, distance d: Number, margin m: Number)
    -> Number
  {
    ((y * Number.pow(d, 2) + (1 - y) * Number.pow(Number.maximum(0, m - d), 2)) / 2).named(
      "contrastive")
  }

  /// The derivatives by the first point; those by the second have the other sign.
  ///
  /// - Precondition: points of two classes are apart, as else there is no direction.
  public static func gradient<Number: Scalar>(
    _ a: [Number], _ b: [Number], same y: Number, distance d: Number, margin m: Number
  ) -> [Number] {
    zip(a, b).map { (y - (1 - y) * Number.maximum(0, m - d) / d) * ($0 - $1) }
  }
}

import Formulas

/// Maxout: Goodfellow, Warde-Farley, Mirza, Courville and Bengio, "Maxout Networks", 2013 (arXiv 1302.4389); course document
/// 004, section 2.
///
///     y = max(z₁, z₂, z₃)
///
/// A neuron has several weighted sums z = w·x + b, each with weights of its own, and the largest of them comes out. ReLU is the
/// largest of x and 0, and the size |x| that of x and −x: the shape of the activation is learned.
public enum Maxout {
  /// The largest sum.
  ///
  /// - Precondition: there is at least one.
  public static func largest<Number: Scalar>(of z: [Number]) -> Number {
    z.dropFirst().reduce(z[0]) { .maximum($0, $1) }
  }

  /// The derivatives by each sum: 1 for the largest, the first of those that are equal, and 0 for the others, so that only the
  /// weights of the largest learn.
  public static func slopes<Number: Scalar>(at z: [Number]) -> [Number] {
    z.indices.map { i in
      let larger =
        z[..<i].map { Number.positive(z[i] - $0) }
        + z[(i + 1)...].map { 1 - Number.positive($0 - z[i]) }
      return larger.dropFirst().reduce(larger.first ?? 1, *)
    }
  }
}

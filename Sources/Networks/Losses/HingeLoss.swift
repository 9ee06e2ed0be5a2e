import Formulas

/// The hinge loss of a support vector machine, in the form of Weston and Watkins 1999 as CS231n's notes on linear
/// classification have it: the right class is to have the largest score by a margin Δ.
///
///     h₁ = max(0, x₁ − x₃ + Δ)
///     hinge = h₁ + h₂
///     ∂hinge/∂x₁ = [h₁ > 0]
///     ∂hinge/∂x₃ = −([h₁ > 0] + [h₂ > 0])
///
/// These are the formulas of three classes of which the third is right. PyTorch's `MultiMarginLoss` divides by the number of
/// classes.
public enum HingeLoss {
  /// By how much the margin to each wrong class is missed; 0 for the right one.
  ///
  /// - Parameter y: which class is right, counted from 0.
  public static func violations<Number: Scalar>(
    _ x: [Number], right y: Int, margin Δ: Number
  ) -> [Number] {
    x.indices.map { k in
      (k == y ? 0 : Number.maximum(0, x[k] - x[y] + Δ)).named(Symbol("h\(k + 1)"))
    }
  }

  /// - Parameter h: the violations.
  public static func value<Number: Scalar>(_ h: [Number], right y: Int) -> Number {
    sum(others(h, y)).named("hinge")
  }

  /// The derivatives by the scores. At the corner they are those of the side without loss, as in PyTorch.
  public static func gradient<Number: Scalar>(_ h: [Number], right y: Int) -> [Number] {
    h.indices.map { k in
      (k == y ? -sum(others(h, y).map { Number.positive($0) }) : Number.positive(h[k]))
        .named(.gradient(of: "hinge", place: k, of: h.count))
    }
  }

  private static func others<Number: Scalar>(_ h: [Number], _ y: Int) -> [Number] {
    h.indices.filter { $0 != y }.map { h[$0] }
  }

  /// The same for answers yes or no: the mean of max(0, Δ − t·x).
  ///
  /// - Parameter t: 1 for yes, −1 for no.
  public static func binary<Number: Scalar>(
    _ x: [Number], _ t: [Number], margin Δ: Number = 1
  ) -> Number {
    mean(zip(x, t).map { Number.maximum(0, Δ - $1 * $0) }).named("hinge")
  }

  /// The derivatives of the loss of answers yes or no.
  public static func binaryGradient<Number: Scalar>(
    _ x: [Number], _ t: [Number], margin Δ: Number = 1
  ) -> [Number] {
    x.indices.map { k in
      let slope = -t[k] * Number.positive(Δ - t[k] * x[k])
      return (x.count == 1 ? slope : slope / Number(Double(x.count)))
        .named(.gradient(of: "hinge", place: k, of: x.count))
    }
  }
}

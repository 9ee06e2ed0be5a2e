import Formulas
import Words

/// How far numerical derivatives are from those of backpropagation.
public enum GradientError {
  /// The distance of two derivatives in parts of the larger one: CS231n, "Gradient checks".
  ///
  ///     e = |a − n|/max(|a|, |n|)
  ///
  /// - Returns: not a number where both are 0, which is no error.
  public static func relative<Number: Scalar>(_ a: Number, _ n: Number) -> Number {
    ((a - n).magnitude / .maximum(a.magnitude, n.magnitude)).named("e")
  }

  /// The distance of two gradients in parts of their lengths: Andrew Ng, "Improving Deep Neural Networks", week 1, "Gradient
  /// checking".
  ///
  ///     d = ‖a − n‖/(‖a‖ + ‖n‖)
  public static func ofNorms<Number: Scalar>(_ a: [Number], _ n: [Number]) -> Number {
    let distance = norm(zip(a, n).map { $0 - $1 }).named(Symbol(.word("‖a − n‖"), name: "distance"))
    let lengths = (
      norm(a).named(Symbol(.word("‖a‖"), name: "norm_a")),
      norm(n).named(Symbol(.word("‖n‖"), name: "norm_n"))
    )
    return (distance / (lengths.0 + lengths.1)).named("d")
  }

  private static func norm<Number: Scalar>(_ x: [Number]) -> Number {
    .sqrt(sum(x.map { .pow($0, 2) }))
  }
}

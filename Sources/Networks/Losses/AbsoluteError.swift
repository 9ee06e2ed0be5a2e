import Formulas

/// The mean absolute error, which far outliers move no more than near ones; `torch.nn.L1Loss`.
///
///     l₁ = (|x₁ − t₁| + |x₂ − t₂| + |x₃ − t₃|)/3
public enum AbsoluteError {
  public static func value<Number: Scalar>(_ x: [Number], _ t: [Number]) -> Number {
    mean(zip(x, t).map { ($0 - $1).magnitude }).named("l1")
  }

  /// The derivatives by the predictions: a sign divided by the count; 0 where there is no error, as in PyTorch.
  public static func gradient<Number: Scalar>(_ x: [Number], _ t: [Number]) -> [Number] {
    x.indices.map { k in
      ((Number.positive(x[k] - t[k]) - Number.positive(t[k] - x[k])) / Number(Double(x.count)))
        .named(.gradient(of: "l1", place: k, of: x.count))
    }
  }
}

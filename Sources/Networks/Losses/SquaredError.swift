import Formulas

/// The mean squared error, for numbers that are to be predicted; course document 003, section 7; `torch.nn.MSELoss`.
///
///     mse = ((x₁ − t₁)² + (x₂ − t₂)² + (x₃ − t₃)²)/3
///     ∂mse/∂x₁ = 2·(x₁ − t₁)/3
public enum SquaredError {
  /// - Parameters:
  ///   - x: the predictions, as the last layer calculates them.
  ///   - t: what they should be.
  public static func value<Number: Scalar>(_ x: [Number], _ t: [Number]) -> Number {
    mean(zip(x, t).map { Number.pow($0 - $1, 2) }).named("mse")
  }

  /// The derivatives by the predictions.
  public static func gradient<Number: Scalar>(_ x: [Number], _ t: [Number]) -> [Number] {
    x.indices.map { k in
      let slope = 2 * (x[k] - t[k])
      return (x.count == 1 ? slope : slope / Number(Double(x.count)))
        .named(.gradient(of: "mse", place: k, of: x.count))
    }
  }
}

import Formulas

/// The mean of each number and its neighbours, which smooths a series; at the ends, of those that there are: pandas'
/// `rolling(window, center=True, min_periods=1).mean()`.
///
///     x̄₂ = (x₁ + x₂ + x₃)/3
///
/// - Parameter window: how many numbers are averaged, an odd number.
public func movingAverage<Number: Scalar>(_ x: [Number], window: Int) -> [Number] {
  precondition(window > 0 && window % 2 == 1, "As many neighbours before as after.")
  let reach = window / 2
  return x.indices.map { i in
    let near = Array(x[max(0, i - reach)...min(x.count - 1, i + reach)])
    return (sum(near) / Number(Double(near.count))).named("x̄", Step(i + 1))
  }
}

import Formulas

/// Weighted sums of inputs, one for each row of weights: W·x.
func product<Number: Scalar>(_ W: [[Number]], _ x: [Number]) -> [Number] {
  W.map { row in sum(zip(row, x).map { $0 * $1 }) }
}

/// Lists added place by place.
func added<Number: Scalar>(_ a: [Number], _ b: [Number]) -> [Number] { zip(a, b).map { $0 + $1 } }

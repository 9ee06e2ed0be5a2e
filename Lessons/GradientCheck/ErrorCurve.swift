import Formulas
import Networks
import Plot

/// The relative errors of numerical derivatives over the step h, with the numbers of a precision.
struct ErrorCurve {
  enum Kind: CaseIterable { case central, forward, centralSingle }

  let kind: Kind
  let function: CheckedFunction
  let x: Double

  /// The numerical derivative by a step.
  func derivative(h: Double) -> Double {
    switch kind {
    case .central: NumericalGradient(h: h).central({ function($0) }, at: x)
    case .forward: NumericalGradient(h: h).forward({ function($0) }, at: x)
    case .centralSingle:
      Double(NumericalGradient(h: Float(h)).central({ function($0) }, at: Float(x)))
    }
  }

  func error(h: Double) -> Double {
    GradientError.relative(function.derivative(at: x), derivative(h: h))
  }

  /// The errors for steps from 1e−15 to 0.1, a few a power of ten. An error of 0 has no place on a logarithmic axis, and one
  /// of 1 is that of n = 0, where rounding has swallowed the step.
  var points: [Datum] {
    let exact = function.derivative(at: x)
    return (0...14 * Self.steps).map { index in
      let h = 0.1 * Double.pow(10, -Double(index) / Double(Self.steps))
      let error = GradientError.relative(exact, derivative(h: h))
      return Datum(x: h, y: error > 0 && error < 1 ? error : .nan)
    }
  }

  private static let steps = 6

  /// The steps of the table: 0.1 to 1e−14.
  static let tabulated = (1...14).map { Double.pow(10, -$0) }

  /// The step of the table with the smallest error.
  var best: Double { Self.tabulated.min { error(h: $0) < error(h: $1) } ?? .nan }
}

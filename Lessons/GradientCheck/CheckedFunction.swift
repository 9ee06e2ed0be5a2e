import ArgumentParser
import Formulas
import Words

/// A function whose derivative is checked.
enum CheckedFunction: String, CaseIterable, Sendable, ExpressibleByArgument {
  case cube, sine, exponential, sigmoid

  func callAsFunction<Number: Scalar>(_ x: Number) -> Number {
    switch self {
    case .cube: .pow(x, 3)
    case .sine: .sin(x)
    case .exponential: .exp(x)
    case .sigmoid: .sigmoid(x)
    }
  }

  /// The exact derivative, from the formula.
  func derivative(at x: Double) -> Double {
    Double.function(of: 1) { callAsFunction($0[0]) }.gradient([x])[0]
  }

  /// The formula: f(x) = x³.
  var equation: Mathematics {
    .equation(
      .call("f", ["x"]), callAsFunction(Traced(1).named("x")).mathematics(Notation(.bare)))
  }
}

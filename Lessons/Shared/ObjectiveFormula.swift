import Descent
import Formulas

/// What lessons say of an objective, from the code of its loss.
extension Objective {
  /// The loss as a formula: (x² + 25·y²)/2.
  var formula: String {
    loss(variables.map { Traced(1).named($0) }).formula(Notation(.bare))
  }

  /// The loss with its name: L(x, y) = (x² + 25·y²)/2.
  var equation: String {
    "L(\(variables.map(\.text).joined(separator: ", "))) = \(formula)"
  }

  /// How fast the gradient of a parabola grows with its one variable, the second derivative of the loss.
  var curvature: Double {
    let x = Traced(1).named(variables[0])
    return gradient(at: [x])[0].gradient(by: [x])[0].value
  }
}

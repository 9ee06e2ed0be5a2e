import Descent
import Formulas

extension Objective {
  /// How fast the gradient of a parabola grows with its one variable, the second derivative of the loss.
  package var curvature: Double {
    let x = Traced(1).named(variables[0])
    return gradient(at: [x])[0].gradient(by: [x])[0].value
  }
}

import Formulas

/// The loss in words of mathematics, from the code that calculates it.
extension Objective {
  /// The loss as a formula: (x² + 25·y²)/2.
  public var formula: String {
    loss(variables.map { Traced(1).named($0) }).formula(Notation(.bare))
  }

  /// The loss with its name: L(x, y) = (x² + 25·y²)/2.
  public var equation: String {
    "L(\(variables.map(\.text).joined(separator: ", "))) = \(formula)"
  }
}

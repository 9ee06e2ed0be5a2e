import Formulas
import Words

/// The loss in words of mathematics, from the code that calculates it.
extension Objective {
  /// The loss as a formula: (x² + 25·y²)/2.
  public var formula: Mathematics {
    loss(variables.map { Traced(1).named($0) }).mathematics(Notation(.bare))
  }

  /// The loss of the variables: L(x, y).
  public var name: Mathematics { .call("L", variables.map(\.mathematics)) }

  /// The loss with its name: L(x, y) = (x² + 25·y²)/2.
  public var equation: Mathematics { .equation(name, formula) }
}

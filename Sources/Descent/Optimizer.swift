import Formulas

/// A rule that moves one parameter by its gradient, again and again.
///
/// An optimizer is a value that holds its hyperparameters and what it remembers from step to step, so a copy of it is a
/// record of its state. Each parameter has an optimizer of its own.
public protocol Optimizer<Number> {
  associatedtype Number: Scalar

  /// The parameter after step t, from its value before and the gradient there.
  ///
  /// - Precondition: steps are taken in order, from 1.
  mutating func step(_ w: Number, gradient: Number, at t: Step) -> Number
}

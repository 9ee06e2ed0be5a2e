import Formulas

/// A rule that moves one parameter by its gradient, again and again.
///
/// An optimizer is a value that holds its hyperparameters and what it remembers from step to step, so a copy of it is a
/// record of its state. Each parameter has an optimizer of its own.
public protocol Optimizer<Number> {
  associatedtype Number: Scalar

  /// What surrounds the formula.
  static var declaration: Declaration { get }

  /// The optimizer with the numbers of the declaration.
  init(_ given: Given<Number>)

  /// The learning rate. A schedule may change it between steps.
  var η: Number { get set }

  /// The hyperparameters that take part in the formula, η first.
  var hyperparameters: [Quantity<Number>] { get }

  /// What the last step calculated between the gradient and the parameter, in the order in which it did.
  var quantities: [Quantity<Number>] { get }

  /// Where the next step's gradient is to be taken; nil for at the parameter itself, as most optimizers do.
  func vantage(from w: Number) -> Number?

  /// The parameter after step t, from its value before and the gradient.
  ///
  /// - Precondition: steps are taken in order, from 1.
  mutating func step(_ w: Number, gradient g: Number, at t: Step) -> Number
}

extension Optimizer {
  public func vantage(from w: Number) -> Number? { nil }

  /// The optimizer with the course's numbers but for some.
  ///
  ///     Adam<Double>(["η": 0.1])
  public init(_ numbers: [Symbol: Double]) {
    self.init(Given { symbol in numbers[symbol].map { [$0] } ?? Self.declaration[symbol].course })
  }

  /// The optimizer with the course's numbers.
  public static var course: Self { Self([:]) }
}

import Formulas

/// A number and the symbol that stands for it.
public typealias Quantity<Number> = (symbol: Symbol, value: Number)

/// A rule that moves one parameter by its gradient, again and again.
///
/// An optimizer is a value that holds its hyperparameters and what it remembers from step to step, so a copy of it is a
/// record of its state. Each parameter has an optimizer of its own.
public protocol Optimizer<Number> {
  associatedtype Number: Scalar

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
  mutating func step(_ w: Number, gradient: Number, at t: Step) -> Number
}

extension Optimizer {
  public func vantage(from w: Number) -> Number? { nil }

  /// The gradient as all of PyTorch's optimizers see it: negated in order to climb, and with λ·w added, which is the
  /// gradient of the penalty λ·w²/2.
  func penalised(_ gradient: Number, at w: Number, λ: Number?, maximize: Bool) -> Number {
    let g = maximize ? -gradient : gradient
    guard let λ else { return g }
    return g + λ * w
  }

  /// The quantities that there are, without the options that are not used.
  static func present(_ quantities: (symbol: Symbol, value: Number?)...) -> [Quantity<Number>] {
    // A loop, since this is done after each step, and closures are slow in a debug build.
    var present: [Quantity<Number>] = []
    for case (let symbol, let value?) in quantities { present.append((symbol, value)) }
    return present
  }
}

import Formulas

/// An optimizer that takes its steps by another.
protocol OptimizerWrapper: Optimizer where Number == Base.Number {
  associatedtype Base: Optimizer

  /// The optimizer that takes the steps.
  var base: Base { get set }

  /// The hyperparameters beside those of the base.
  var further: [Quantity<Number>] { get }
}

extension OptimizerWrapper {
  public var η: Number {
    get { base.η }
    set { base.η = newValue }
  }

  public var hyperparameters: [Quantity<Number>] {
    let η: Quantity<Number> = ("η", η)
    return [η] + base.hyperparameters.dropFirst() + further
  }

  public var quantities: [Quantity<Number>] { base.quantities }

  public func vantage(from w: Number) -> Number? { base.vantage(from: w) }
}

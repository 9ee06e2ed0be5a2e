import Formulas

/// A number and the symbol that stands for it.
public typealias Quantity<Number> = (symbol: Symbol, value: Number)

import Descent
import Formulas
import Words

extension Numerals {
  /// A symbol with its value: η = 0.01.
  package func equation(_ symbol: Mathematics, _ value: Double) -> Mathematics {
    .equation(symbol, mathematics(value))
  }

  /// Quantities with their values: η = 0.01 and so on.
  package func equations(_ quantities: [Quantity<Double>]) -> [Mathematics] {
    quantities.map { equation($0.symbol.mathematics, $0.value) }
  }
}

extension Traced {
  /// The formula in symbols behind its name: S₁ = Y₁.
  package var equation: Mathematics {
    let numbered = Notation(.numbered)
    return .equation(mathematicalName(numbered), mathematics(numbered))
  }
}

import Formulas

extension Sequence<Double> {
  /// The numbers, known as x₁, x₂ and so on.
  package func numbered(_ letter: String) -> [Traced] {
    enumerated().map { Traced($1).named(Symbol("\(letter)\($0 + 1)")) }
  }
}

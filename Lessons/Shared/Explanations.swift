import Formulas
import Lecture
import Words

extension Document.Block {
  /// Formulas, each with what it means.
  package static func formulas(_ meanings: KeyValuePairs<Words, Words>) -> Self {
    .formulas(meanings.map { ($0.key, $0.value) })
  }

  /// How quantities are calculated, each with what it means.
  package static func formulas(
    of meanings: KeyValuePairs<Traced, Words>, _ notation: Notation
  ) -> Self {
    .formulas(
      meanings.map { ("\($0.key.name(notation)) = \($0.key.formula(notation))", $0.value) })
  }

  /// How quantities were calculated, with their numbers.
  package static func derivations(
    title: Words, of quantities: [Traced], longestSum: Int = .max
  ) -> Self {
    .derivations(title: title, quantities.map { $0.derivation(longestSum: longestSum) })
  }
}

import Formulas
import Words

/// A number as titles have it, with three digits.
package func short(_ number: Double) -> Words {
  Words(math: Numerals.typeset.mathematics(number, digits: 3))
}

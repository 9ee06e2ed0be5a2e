import Formulas
import RealModule
import Words

/// A number as titles have it, with three digits.
package func short(_ number: Double) -> Words {
  guard number != 0, number.isFinite else {
    return Words(math: Numerals.typeset.mathematics(number))
  }
  let unit = Double.exp10(2 - Double.log10(number.magnitude).rounded(.down))
  let rounded = (number * unit).rounded() / unit
  return Words(math: Numerals.typeset.mathematics(rounded.isFinite ? rounded : number))
}

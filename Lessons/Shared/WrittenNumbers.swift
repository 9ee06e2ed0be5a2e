import Formulas
import Words

extension Words.StringInterpolation {
  /// A number as numerals write it: `"about \(x, .fixed(3))"`.
  package mutating func appendInterpolation(_ x: Double, _ numerals: Numerals) {
    appendInterpolation(numerals.text(x))
  }
}

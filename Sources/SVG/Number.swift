/// A decimal number as it is written: so many hundredths, or smaller parts.
///
/// Lines are drawn from one written number to the next, so that rounding adds up nowhere.
package struct Number: Hashable, CustomStringConvertible {
  var count: Int
  /// How many parts make a whole: a power of ten.
  var unit: UInt = 100

  init(hundredths count: Int) {
    self.count = count
  }

  /// Rounds a number. One beyond the limit is moved to it, one that is not a number becomes 0.
  package init(_ value: Double, unit: UInt = 100) {
    let near = value.isNaN ? 0 : min(max(value, -Self.limit), Self.limit)
    self.count = Int((near * Double(unit)).rounded())
    self.unit = unit
  }

  /// Rounds a number to so many hundredths at a time: a power of ten.
  package init(_ value: Double, grain: Int) {
    self.init(hundredths: Number(value, unit: UInt(100 / grain)).count * grain)
  }

  /// As short as can be: `-.5`, `12.3`, `7`.
  package var description: String {
    var (rest, place) = (count.magnitude % unit, unit / 10)
    let whole = count.magnitude / unit
    var text = count < 0 ? "-" : ""
    if whole > 0 || rest == 0 { text += String(whole) }
    if rest == 0 { return text }
    text += "."
    while rest < place {
      text += "0"
      place /= 10
    }
    while rest % 10 == 0 { rest /= 10 }
    return text + String(rest)
  }
}

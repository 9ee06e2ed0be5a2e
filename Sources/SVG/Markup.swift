import Drawing

/// XML text while it is written, as UTF-8.
struct Markup {
  private(set) var bytes: [UInt8] = []

  init(_ text: String = "") {
    bytes = Array(text.utf8)
  }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ other: Markup) { bytes.append(contentsOf: other.bytes) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  /// Ends the text after so many bytes.
  mutating func truncate(to count: Int) { bytes.removeLast(bytes.count - count) }

  mutating func removeSubrange(_ range: Range<Int>) { bytes.removeSubrange(range) }

  /// Writes ` name="value"`, with a number of units.
  mutating func append(attribute name: String, _ value: Double) {
    append(" \(name)=\"")
    append(Number(value))
    append("\"")
  }

  mutating func append(attribute name: String, _ text: String) {
    append(" \(name)=\"\(text.escapedForXML)\"")
  }

  /// Writes a number as short as can be: `-.5`, `12.3`, `7`.
  mutating func append(_ number: Number) {
    let (whole, rest) = number.count.magnitude.quotientAndRemainder(dividingBy: number.unit)
    if number.count < 0 { append(UInt8(ascii: "-")) }
    if whole > 0 || rest == 0 { append(String(whole)) }
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    var (digits, unit) = (rest, number.unit)
    while digits > 0 {
      unit /= 10
      append(UInt8(ascii: "0") + UInt8(digits / unit))
      digits %= unit
    }
  }
}

/// A decimal number as it is written: so many hundredths, or smaller parts.
///
/// Lines are drawn from one written number to the next, so that rounding adds up nowhere.
struct Number: Hashable {
  var count: Int
  /// How many parts make a whole: a power of ten.
  var unit: UInt = 100

  init(hundredths count: Int) {
    self.count = count
  }

  /// Rounds a number. One beyond the limit is moved to it, one that is not a number becomes 0.
  init(_ value: Double, unit: UInt = 100) {
    let near = value.isNaN ? 0 : min(max(value, -Self.limit), Self.limit)
    self.count = Int((near * Double(unit)).rounded())
    self.unit = unit
  }
}

extension String {
  /// The text as it is written between tags or between quotation marks. What XML cannot hold, such as control characters,
  /// becomes U+FFFD.
  var escapedForXML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\t", "\n", "\r": text += "&#\(scalar.value);"
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

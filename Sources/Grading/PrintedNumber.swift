/// A number with what its text tells of its precision.
public struct PrintedNumber: Hashable, Sendable {
  /// The number as it was printed.
  public let text: String
  /// The double nearest to the text.
  public let value: Double
  /// How many digits stand behind the decimal point, where a single 0 counts as none, as many programs print whole
  /// numbers so; nil where the text has an exponent.
  let decimals: Int?
  /// How many digits there are from the first that is not zero.
  let significantDigits: Int
  /// The power of ten that one in the last printed place is: −4 for 0.9900, 2 for 1.5e3; nil for a number that was never
  /// printed.
  let lastPlace: Int?

  /// The number that a text means, as Python, C, Swift or JavaScript print it; nil where it means none.
  ///
  /// `1.`, `.5`, `+1`, `1e-05`, `nan`, `-Infinity` are numbers, and a typeset minus is one.
  public init?(_ text: some StringProtocol) {
    let text = String(text)
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let plain = isASCII ? text : String(text.map { $0 == "−" ? "-" : $0 })
    // A file has many thousands of numbers, so one pass over the bytes finds all that they tell.
    var (isNumeral, isFraction, exponent) = (true, false, nil as Int?)
    var (places, isZero) = (0, true)
    var significantDigits = 0
    for (index, byte) in plain.utf8.enumerated() where exponent == nil {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let isNaught = byte == UInt8(ascii: "0")
        if significantDigits > 0 || !isNaught { significantDigits += 1 }
        if isFraction { (places, isZero) = (places + 1, isZero && isNaught) }
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "+"), UInt8(ascii: "-"): break
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        // One that does not fit belongs to 0 or ∞, and so do those that are far from what a double has.
        let power = Int(Substring(plain.utf8.dropFirst(index + 1))) ?? 0
        exponent = min(max(power, -10_000), 10_000)
      default: isNumeral = false
      }
    }
    // Swift reads 0x1p3 too; what classrooms print has nothing like that.
    guard let value = isNumeral ? Double(plain) : Self.words[plain.lowercased()] else { return nil }
    self.text = text
    self.value = value
    self.significantDigits = significantDigits
    decimals = exponent != nil ? nil : places == 1 && isZero ? 0 : places
    lastPlace = (exponent ?? 0) - places
  }

  /// A number in full precision, however few digits it has.
  public init(_ value: Double) {
    self.value = value
    text = "\(value)"
    decimals = value.isFinite ? 17 : nil
    significantDigits = 17
    lastPlace = nil
  }

  private static let words: [String: Double] = [
    "nan": .nan, "+nan": .nan, "-nan": .nan, "nan(ind)": .nan, "-nan(ind)": .nan,
    "inf": .infinity, "+inf": .infinity, "infinity": .infinity, "+infinity": .infinity,
    "-inf": -.infinity, "-infinity": -.infinity,
  ]
}

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
    // Swift reads 0x1p3 too; what classrooms print has nothing like that.
    let isNumeral = plain.unicodeScalars.allSatisfy { $0.isDigit || Self.signs.contains($0) }
    guard let value = isNumeral ? Double(plain) : Self.words[plain.lowercased()] else { return nil }
    self.text = text
    self.value = value
    let parts = plain.unicodeScalars.split(maxSplits: 1) { $0 == "e" || $0 == "E" }
    let digits = parts[0].filter(\.isDigit)
    let fraction = parts[0].drop { $0 != "." }.dropFirst()
    significantDigits = digits.drop { $0 == "0" }.count
    // One that does not fit belongs to 0 or ∞, and so do those that are far from what a double has.
    let exponent = parts.count > 1 ? min(max(Int(String(parts[1])) ?? 0, -10_000), 10_000) : nil
    decimals =
      exponent != nil ? nil : fraction.elementsEqual("0".unicodeScalars) ? 0 : fraction.count
    lastPlace = (exponent ?? 0) - fraction.count
  }

  /// A number in full precision, however few digits it has.
  public init(_ value: Double) {
    self.value = value
    text = "\(value)"
    decimals = value.isFinite ? 17 : nil
    significantDigits = 17
    lastPlace = nil
  }

  private static let signs: [Unicode.Scalar] = ["+", "-", ".", "e", "E"]

  private static let words: [String: Double] = [
    "nan": .nan, "+nan": .nan, "-nan": .nan, "nan(ind)": .nan, "-nan(ind)": .nan,
    "inf": .infinity, "+inf": .infinity, "infinity": .infinity, "+infinity": .infinity,
    "-inf": -.infinity, "-infinity": -.infinity,
  ]
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

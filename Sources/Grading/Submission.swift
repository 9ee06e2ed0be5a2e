/// What a student hands in: columns of numbers as they were printed.
public struct Submission: Sendable {
  /// The numbers under one heading.
  public struct Column: Sendable {
    /// The name as it was handed in.
    public var heading: String
    /// A number for each row; nil where the cell is empty.
    public var numbers: [PrintedNumber?]
    /// How many of the rows are its own: a list may be shorter than others, and is filled up.
    var ownCount: Int
    /// Where the heading is, in a file.
    var place: SubmissionError.Place?
    /// Where the cells are, in a file.
    var places: [SubmissionError.Place?]
    /// The first cell that is no number, which matters where the column is a quantity.
    var strange: Strange?

    struct Strange {
      var text: String
      var place: SubmissionError.Place?
    }

    init(heading: String, numbers: [PrintedNumber?], ownCount: Int? = nil) {
      self.heading = heading
      self.numbers = numbers
      self.ownCount = ownCount ?? numbers.count
      places = Array(repeating: nil, count: numbers.count)
    }
  }

  /// In the order in which they were handed in.
  public var columns: [Column]

  /// - Precondition: all columns have the same number of rows.
  init(columns: [Column]) {
    precondition(Set(columns.map(\.numbers.count)).count <= 1, "Columns of one height.")
    self.columns = columns
  }

  /// What a program calculated, in full precision: a list of numbers for each quantity.
  public init(_ quantities: [String: [Double]]) {
    let rows = quantities.values.map(\.count).max() ?? 0
    columns = quantities.sorted { $0.key < $1.key }.map { name, numbers in
      let printed = numbers.map { Optional(PrintedNumber($0)) }
      return Column(
        heading: name, numbers: printed + Array(repeating: nil, count: rows - numbers.count),
        ownCount: numbers.count)
    }
  }

  /// The columns besides those that count the rows.
  public var quantities: [Column] { columns.filter { !QuantityNames.isStep($0.heading) } }

  /// How many rows there are, empty cells counted.
  public var rowCount: Int { columns.first?.numbers.count ?? 0 }
}

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
    let plain = text.utf8.allSatisfy { $0 < 0x80 } ? text : text.replacingMinusSign
    switch plain.utf8.first(where: { $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) {
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "i"), UInt8(ascii: "I"):
      guard let value = Self.words[plain.lowercased()] else { return nil }
      self.init(text: text, plain: plain, value: value)
    default:
      // Swift reads 0x1p3 too; what classrooms print has nothing like that.
      guard plain.utf8.allSatisfy(\.isOfNumber), let value = Double(plain) else { return nil }
      self.init(text: text, plain: plain, value: value)
    }
  }

  /// A number in full precision, however few digits it has.
  public init(_ value: Double) {
    self.value = value
    text = "\(value)"
    decimals = value.isFinite ? 17 : nil
    significantDigits = 17
    lastPlace = nil
  }

  /// - Parameter plain: the text in ASCII.
  private init(text: String, plain: String, value: Double) {
    self.text = text
    self.value = value
    var (decimals, significantDigits) = (0, 0)
    var (isFraction, exponent, isZero) = (false, nil as Int?, true)
    for (index, byte) in plain.utf8.enumerated() {
      if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
        // One that does not fit belongs to 0 or ∞, and so do those that are far from what a double has.
        let written = Int(Substring(plain.utf8.dropFirst(index + 1))) ?? 0
        exponent = min(max(written, -10_000), 10_000)
        break
      }
      isFraction = isFraction || byte == UInt8(ascii: ".")
      guard byte.isDigit else { continue }
      if significantDigits > 0 || byte != UInt8(ascii: "0") { significantDigits += 1 }
      if isFraction {
        decimals += 1
        isZero = isZero && byte == UInt8(ascii: "0")
      }
    }
    self.decimals = exponent != nil ? nil : decimals == 1 && isZero ? 0 : decimals
    self.significantDigits = significantDigits
    lastPlace = (exponent ?? 0) - decimals
  }

  private static let words: [String: Double] = [
    "nan": .nan, "+nan": .nan, "-nan": .nan, "nan(ind)": .nan, "-nan(ind)": .nan,
    "inf": .infinity, "+inf": .infinity, "infinity": .infinity, "+infinity": .infinity,
    "-inf": -.infinity, "-infinity": -.infinity,
  ]
}

extension String {
  /// The text with an ASCII minus where a typeset one stands.
  fileprivate var replacingMinusSign: String {
    String(map { $0 == "−" ? "-" : $0 })
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }

  fileprivate var isOfNumber: Bool {
    switch self {
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "e"),
      UInt8(ascii: "E"):
      true
    default: isDigit
    }
  }
}

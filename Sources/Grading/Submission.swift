/// What a student hands in: columns of numbers as they were printed.
public struct Submission: Sendable {
  public struct Column: Sendable {
    public var heading: String
    /// A number for each row; nil where the cell is empty.
    public var numbers: [PrintedNumber?]
    /// The first cell that is no number, which matters where the column is a quantity.
    var strange: Strange?

    struct Strange {
      var text: String
      var place: SubmissionError.Place?
    }

    init(heading: String, numbers: [PrintedNumber?], strange: Strange? = nil) {
      self.heading = heading
      self.numbers = numbers
      self.strange = strange
    }
  }

  public var columns: [Column]

  /// - Precondition: all columns have the same number of rows.
  public init(columns: [Column]) {
    precondition(Set(columns.map(\.numbers.count)).count <= 1, "Columns of one height.")
    self.columns = columns
  }

  /// What a program calculated, in full precision: a list of numbers for each quantity.
  public init(_ quantities: [String: [Double]]) {
    let rows = quantities.values.map(\.count).max() ?? 0
    columns = quantities.sorted { $0.key < $1.key }.map { name, numbers in
      let printed = numbers.map { Optional(PrintedNumber($0)) }
      return Column(
        heading: name, numbers: printed + Array(repeating: nil, count: rows - numbers.count))
    }
  }

  public var rowCount: Int { columns.first?.numbers.count ?? 0 }
}

/// A number with what its text tells of its precision.
public struct PrintedNumber: Hashable, Sendable {
  public let text: String
  public let value: Double
  /// How many digits stand behind the decimal point; nil where the text has an exponent.
  let decimals: Int?
  /// How many digits there are from the first that is not zero.
  let significantDigits: Int

  /// The number that a text means, as Python, C, Swift or JavaScript print it; nil where it means none.
  public init?(_ text: some StringProtocol) {
    var plain = text.replacingMinusSign
    if plain.hasPrefix("+") { plain.removeFirst() }
    switch plain.lowercased() {
    case "nan", "-nan", "-nan(ind)": self.init(text: String(text), value: .nan)
    case "inf", "infinity": self.init(text: String(text), value: .infinity)
    case "-inf", "-infinity": self.init(text: String(text), value: -.infinity)
    default:
      // Swift reads 0x1p3 and 1_000 in its own way; what classrooms print has none of them.
      guard plain.allSatisfy({ "0123456789.-+eE".contains($0) }),
        let value = Double(plain) ?? Double(plain.completed)
      else { return nil }
      self.init(text: String(text), value: value)
    }
  }

  /// A number in full precision.
  public init(_ value: Double) { self.init(text: "\(value)", value: value) }

  private init(text: String, value: Double) {
    self.text = text
    self.value = value
    let parts = text.lowercased().split(separator: "e", maxSplits: 1)
    let mantissa = parts.first ?? ""
    let fraction = mantissa.drop { $0 != "." }.dropFirst()
    decimals = parts.count > 1 ? nil : fraction.count
    significantDigits = mantissa.filter(\.isNumber).drop { $0 == "0" }.count
  }
}

extension StringProtocol {
  /// The text with an ASCII minus where a typeset one stands.
  fileprivate var replacingMinusSign: String {
    String(map { $0 == "−" ? "-" : $0 })
  }
}

extension String {
  /// `.5` and `5.` as Swift reads them: `0.5` and `5`.
  fileprivate var completed: String {
    var text = self
    if text.hasPrefix(".") { text = "0" + text }
    if text.hasPrefix("-.") { text = "-0" + text.dropFirst() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }
}

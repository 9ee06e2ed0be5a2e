import Words

/// What is wrong in a person's formula, and where.
public struct FormulaError: Error, Hashable {
  /// What is wrong, and what would be right.
  public private(set) var message: Words
  /// The part of the text that is meant, with carets below it: two lines.
  public let illustration: String

  /// - Parameter place: which characters of the text are meant; empty at its end.
  init(_ message: Words, in text: [Character], at place: Range<Int>) {
    self.message = message
    let start = max(0, place.lowerBound - Self.before)
    let end = max(start, min(text.count, place.lowerBound + Self.after))
    let marked = max(place.lowerBound, min(place.upperBound, end))
    func shown(_ range: Range<Int>) -> String { String(text[range].map(\.visible)) }
    let beginning = (start > 0 ? "…" : "") + shown(start..<place.lowerBound)
    let middle = shown(place.lowerBound..<marked)
    let rest = shown(marked..<end) + (end < text.count ? "…" : "")
    illustration = """
        \(beginning)\(middle)\(rest)
        \(String(repeating: " ", count: beginning.displayWidth))\
      \(String(repeating: "^", count: max(1, middle.displayWidth)))
      """
  }

  /// The same place with other words.
  public func saying(_ message: Words) -> FormulaError {
    var error = self
    error.message = message
    return error
  }

  /// How many characters are shown before and after the beginning of what is meant.
  private static let (before, after) = (30, 40)
}

extension FormulaError: CustomStringConvertible {
  /// What is wrong, with the place below it.
  public var explanation: Words { "\(message)\n\(illustration)" }
  public var description: String { explanation.english }
}

extension Character {
  /// The character where it can be seen, else a sign for it.
  fileprivate var visible: Character {
    guard unicodeScalars.count < 5, let scalar = unicodeScalars.first else { return "�" }
    if scalar.value < 0x20 {
      return Unicode.Scalar(0x2400 + scalar.value).map(Character.init) ?? "�"
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .nonspacingMark, .enclosingMark:
      return "�"
    default: return self
    }
  }

  /// The character as a message names it: itself, or its number where it cannot be seen.
  var named: String {
    visible == self
      ? "“\(self)”"
      : unicodeScalars.prefix(1).map { scalar in
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      }.joined()
  }
}

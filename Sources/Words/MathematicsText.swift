extension Mathematics: CustomStringConvertible {
  public var description: String { text }

  /// Plain Unicode on one line: `m̂₂ = m₂/(1 − β₁²)`.
  public var text: String {
    switch self {
    case .number(let text), .letter(let text), .word(let text): text
    case .sign(let sign): sign.text
    case .row(let parts): Self.trimmed(parts.map(\.text).joined())
    case .scripts(let base, let below, let above):
      base.text + (below.map { SmallLetters.below.text($0) } ?? "")
        + (above.map { SmallLetters.above.text($0) } ?? "")
    case .fraction(let a, let b): "\(a.text)/\(b.text)"
    case .root(let x): "√\(x.text)"
    case .power(let base, let exponent): "\(base.text)^\(exponent.text)"
    case .parentheses(let x), .group(let x): "(\(x.text))"
    case .magnitude(let x): "|\(x.text)|"
    }
  }
}

extension Mathematics {
  /// Where a line is broken at a sign, there is no space at its edge.
  private static func trimmed(_ text: String) -> String {
    guard text.first == " " || text.last == " " else { return text }
    let rest = text.drop { $0 == " " }
    return String(rest.prefix(rest.count - rest.reversed().prefix { $0 == " " }.count))
  }
}

extension Mathematics.Sign {
  fileprivate var text: String {
    switch self {
    case .times: rawValue
    case .comma: ", "
    case .plus, .minus, .plusMinus, .equals: " \(rawValue) "
    }
  }
}

/// Unicode's small letters, for what stands below the line and above.
struct SmallLetters {
  private let table: [Character: Character]

  static let below = SmallLetters("0123456789+−aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
  static let above = SmallLetters("0123456789+−t()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵗ⁽⁾")

  private init(_ ordinary: String, _ small: String) {
    table = Dictionary(uniqueKeysWithValues: zip(ordinary, small))
  }

  func hasLetter(_ letter: Character) -> Bool { table[letter] != nil }

  /// Small mathematics, without spaces; what has no small letter stays as it is.
  func text(_ mathematics: Mathematics) -> String {
    String(mathematics.text.filter { $0 != " " }.map { table[$0] ?? $0 })
  }
}

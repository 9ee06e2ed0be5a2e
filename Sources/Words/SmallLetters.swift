/// Unicode's small letters, for what stands below the line and above.
package struct SmallLetters {
  private let table: [Character: Character]

  static let below = SmallLetters("0123456789+−aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
  static let above = SmallLetters("0123456789+−t()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵗ⁽⁾")

  private init(_ ordinary: String, _ small: String) {
    table = Dictionary(uniqueKeysWithValues: zip(ordinary, small))
  }

  /// The ordinary letter of a small one, and whether that stands below; nil for all others.
  package static func ordinary(of small: Character) -> (letter: Character, isBelow: Bool)? {
    letters[small]
  }

  private static let letters: [Character: (letter: Character, isBelow: Bool)] = {
    let all = [(below, true), (above, false)].flatMap { letters, isBelow in
      letters.table.map { ($1, (letter: $0, isBelow: isBelow)) }
    }
    return Dictionary(uniqueKeysWithValues: all)
  }()

  func hasLetter(_ letter: Character) -> Bool { table[letter] != nil }

  /// The text in small letters, without spaces; what has no small letter stays as it is.
  func text(_ ordinary: String) -> String {
    String(ordinary.filter { $0 != " " }.map { table[$0] ?? $0 })
  }
}

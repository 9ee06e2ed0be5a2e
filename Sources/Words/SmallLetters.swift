/// Unicode's small letters, for what stands below the line and above.
struct SmallLetters {
  private let table: [Character: Character]

  static let below = SmallLetters("0123456789+−aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
  static let above = SmallLetters("0123456789+−t()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵗ⁽⁾")

  private init(_ ordinary: String, _ small: String) {
    table = Dictionary(uniqueKeysWithValues: zip(ordinary, small))
  }

  func hasLetter(_ letter: Character) -> Bool { table[letter] != nil }

  /// The text in small letters, without spaces; what has no small letter stays as it is.
  func text(_ ordinary: String) -> String {
    String(ordinary.filter { $0 != " " }.map { table[$0] ?? $0 })
  }
}

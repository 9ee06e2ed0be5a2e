import Words

/// What letters are called where only ASCII is written or spoken: β is beta, m̂ is m with a hat.
enum Letters {
  /// The marks above letters, by what they are called.
  enum Mark: String, CaseIterable {
    case hat, tilde, bar

    fileprivate var combining: Character {
      switch self {
      case .hat: "\u{302}"
      case .tilde: "\u{303}"
      case .bar: "\u{304}"
      }
    }
  }

  /// A letter without the mark above it, and that mark; nil where it has none.
  static func parts(of letter: Character) -> (base: Character, mark: Mark)? { marked[letter] }

  /// The name of a Greek letter: `beta`, `Delta`.
  static func greekName(of letter: Character) -> String? { names[letter] }

  /// The Greek letter of a name.
  static func greekLetter(named name: String) -> Character? { letters[name] }

  private static let names: [Character: String] = {
    let small = zip(
      "αβγδεζηθικλμνξοπρστυφχψω",
      [
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa",
        "lambda", "mu", "nu", "xi", "omicron", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi",
        "psi", "omega",
      ])
    let large = small.map { letter, name in
      (Character(letter.uppercased()), name.prefix(1).uppercased() + name.dropFirst())
    }
    let variants: [(Character, String)] = [("ϕ", "phi"), ("ϵ", "epsilon"), ("ϑ", "theta")]
    return Dictionary(Array(small) + large + variants) { first, _ in first }
  }()

  private static let letters = Dictionary(names.map { ($1, $0) }) { a, b in min(a, b) }

  private static let marked: [Character: (base: Character, mark: Mark)] = {
    let latin = "abcdefghijklmnopqrstuvwxyz"
    let bases = latin + latin.uppercased() + String(names.keys)
    return Dictionary(
      uniqueKeysWithValues: bases.flatMap { base in
        // Equal whether the mark is a character of its own or not.
        Mark.allCases.map { (Character("\(base)\($0.combining)"), (base, $0)) }
      })
  }()

  /// A text in ASCII: `beta`, `m_hat`. What has no name there is written by its number.
  static func ascii(_ text: String) -> String {
    var script: Bool?
    return text.map { letter in
      if let (ordinary, isBelow) = SmallLetters.ordinary(of: letter) {
        defer { script = isBelow }
        return (script == isBelow ? "" : isBelow ? "_" : "^") + ascii(String(ordinary))
      }
      script = nil
      if letter.isASCII { return String(letter) }
      if let (base, mark) = parts(of: letter) { return "\(ascii(String(base)))_\(mark)" }
      if let word = greekName(of: letter) ?? signs[letter] { return word }
      return letter.unicodeScalars.map { "u" + String($0.value, radix: 16) }.joined()
    }.joined()
  }

  private static let signs: [Character: String] = [
    "−": "-", "–": "-", "—": "-", "·": "*", "×": "*", "÷": "/", "±": "+-", "∂": "d", "∞": "inf",
    "…": "...", "′": "'", "’": "'", "“": "\"", "”": "\"", "≤": "<=", "≥": ">=", "≠": "!=",
    "→": "->", "∑": "sum", "√": "sqrt", "‖": "||", "≈": "~", "⌈": "ceil(", "⌉": ")", "⌊": "floor(",
    "⌋": ")", "∈": " in ", "½": "1/2", "⊙": "*", "ᵀ": "^T", "ℓ": "ell",
  ]
}

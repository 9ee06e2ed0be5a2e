import Words

/// What a run of letters is made of: `xsin` is x and sin, `2πθ` has π and θ.
enum FormulaWord {
  enum Piece {
    case function(FormulaFunction, length: Int)
    case constant(Formula, length: Int)
    /// A variable, without its index.
    case letter(Character, length: Int)
  }

  /// The pieces from left to right, each as long as can be.
  static func pieces(of letters: [Character]) -> [Piece] {
    var pieces: [Piece] = []
    var rest = letters[...]
    while let first = rest.first {
      let lengths = (2...longest).reversed().filter { $0 <= rest.count }
      let longest = lengths.lazy.compactMap { known(String(rest.prefix($0))) }.first
      let next = longest ?? letter(first)
      pieces.append(next)
      rest = rest.dropFirst(next.length)
    }
    return pieces
  }

  private static let longest = 7

  private static func letter(_ letter: Character) -> Piece {
    switch letter {
    case "e": .constant(.e, length: 1)
    case "π": .constant(.π, length: 1)
    default: .letter(letter, length: 1)
    }
  }

  private static func known(_ word: String) -> Piece? {
    let length = word.count
    if let function = FormulaFunction.named(word.lowercased()) {
      return .function(function, length: length)
    }
    if word.lowercased() == "pi" { return .constant(.π, length: length) }
    // Two letters are two variables.
    guard length > 2 || word == "mu", let letter = Letters.greekLetter(named: word) else {
      return nil
    }
    return .letter(letter, length: length)
  }

  /// Whether they can be meant. What is no word is rather a misspelt one than a product of many variables.
  static func arePlausible(
    _ pieces: [Piece], beforeBracket: Bool, beforeDigit: Bool
  ) -> Bool {
    let usual = pieces.allSatisfy { piece in
      if case .letter(let letter, 1) = piece {
        "tuvwxyz".contains(letter) || !letter.isASCII
      } else {
        true
      }
    }
    if let last = pieces.last, case .function(let function, _) = last, beforeDigit,
      function.name == "log"
    {
      return false
    }
    if pieces.contains(where: \.isFunction) { return usual }
    switch pieces.count {
    case 1:
      guard beforeBracket, case .letter(let letter, 1) = pieces[0] else { return true }
      return !"fghFGHLJ".contains(letter)
    case 2: return usual || !beforeBracket && !pieces.spellWord
    default: return usual
    }
  }
}

extension FormulaWord.Piece {
  var length: Int {
    switch self {
    case .function(_, let length), .constant(_, let length), .letter(_, let length): length
    }
  }

  fileprivate var isFunction: Bool {
    if case .function = self { true } else { false }
  }
}

extension [FormulaWord.Piece] {
  /// Whether the letters are a word of a programming language.
  fileprivate var spellWord: Bool {
    let letters = compactMap { piece -> Character? in
      if case .letter(let letter, 1) = piece { letter } else { nil }
    }
    return ["if", "or", "in", "is", "as", "do", "np"].contains(String(letters))
  }
}

extension Character {
  /// Whether variables can be called so: a Latin or a Greek letter, perhaps with a hat.
  var isFormulaLetter: Bool {
    isASCII && isLetter || Letters.greekName(of: self) != nil || Letters.parts(of: self) != nil
  }

  /// The character in its usual form: what is twice as wide, slanted, or one of many signs for the same.
  var usualForm: Character {
    if isASCII { return self == "-" ? "−" : isWhitespace ? " " : self }
    if let form = Self.forms[self] { return form }
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return self }
    switch scalar.value {
    case 0xFF01...0xFF5E: return Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0))).usualForm
    // Mathematical letters, slanted and bold.
    case 0x1D400...0x1D6A3:
      let place = UInt8((scalar.value - 0x1D400) % 52)
      return Character(Unicode.Scalar(place < 26 ? 65 + place : 71 + place))
    default: return isWhitespace ? " " : self
    }
  }

  private static let forms: [Character: Character] = {
    let same: [(Character, String)] = [
      ("−", "–—‐‑‒﹣"), ("·", "×⋅∙•✕∗⨯"), ("/", "÷∕⁄"), ("|", "∣❘"), ("^", "ˆ"),
      (" ", "\u{200B}\u{2060}\u{2061}\u{2062}\u{FEFF}\u{3000}"), (",", "、"), ("ε", "ϵ"), ("φ", "ϕ"),
      ("θ", "ϑ"), ("=", "≔"),
    ]
    return Dictionary(
      uniqueKeysWithValues: same.flatMap { form, others in others.map { ($0, form) } })
  }()
}

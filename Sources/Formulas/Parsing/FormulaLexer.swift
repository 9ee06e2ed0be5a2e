import Words

/// A word or a sign of a formula, with its place in the text.
struct FormulaToken {
  enum Kind {
    case number(Double)
    /// A number that is one sign, ½.
    case fraction(Double, Double)
    case variable(Symbol)
    case constant(Formula)
    case function(FormulaFunction)
    /// One of + − · / ^ and √.
    case sign(Character)
    /// A small number above the line.
    case superscript(Int)
    /// A bracket, by the one that closes it.
    case open(closing: Character)
    case close(Character)
    case bar, comma, equals, end
  }

  let kind: Kind
  /// Which characters of the text it is.
  let place: Range<Int>
}

/// Cuts a text into words and signs. The many ways to write one sign become one.
struct FormulaLexer {
  private let text: [Character]
  private var next: Int
  private let end: Int
  private var tokens: [FormulaToken] = []

  /// The tokens of a part of a text; the last one is its end.
  static func tokens(of text: [Character], in part: Range<Int>) throws -> [FormulaToken] {
    var lexer = FormulaLexer(text: text, next: part.lowerBound, end: part.upperBound)
    while lexer.next < lexer.end { try lexer.read() }
    return lexer.tokens + [FormulaToken(kind: .end, place: lexer.end..<lexer.end)]
  }

  private init(text: [Character], next: Int, end: Int) {
    (self.text, self.next, self.end) = (text, next, end)
  }

  /// The character at a distance, in its usual form.
  private func character(_ distance: Int = 0) -> Character? {
    next + distance < end ? text[next + distance].usualForm : nil
  }

  private mutating func add(_ kind: FormulaToken.Kind, _ length: Int = 1) {
    tokens.append(FormulaToken(kind: kind, place: next..<next + length))
    next += length
  }

  private mutating func read() throws {
    guard let first = character() else { return }
    let second = character(1)
    switch first {
    case " ": next += 1
    case "*" where second == "*": add(.sign("^"), 2)
    case "." where second == "^" || second == "·" || second == "*" || second == "/":
      next += 1
      try read()
    case "*", "·": add(.sign("·"))
    case "+", "−", "/", "^", "√": add(.sign(first))
    case "(": add(.open(closing: ")"))
    case "[": add(.open(closing: "]"))
    case "{": add(.open(closing: "}"))
    case ")", "]", "}": add(.close(first))
    case "|": add(.bar)
    case ",": add(.comma)
    case ":" where second == "=": add(.equals, 2)
    case "=": add(.equals)
    case "0"..."9", ".": try readNumber()
    case _ where Self.fractions[first] != nil:
      let (a, b) = Self.fractions[first] ?? (0, 1)
      add(.fraction(a, b))
    case _ where Self.superscript(first): readSuperscript()
    case _ where first.isFormulaLetter: try readWord()
    default:
      throw FormulaError(
        Words(
          en: "\(text[next].named) does not belong in a formula.",
          zh: "公式里不能有 \(text[next].named)。"), in: text, at: next..<next + 1)
    }
  }

  private static let fractions: [Character: (Double, Double)] = [
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅙": (1, 6),
    "⅛": (1, 8),
  ]

  /// Digits with a point, and perhaps a power of ten: `2.5e-3`.
  private mutating func readNumber() throws {
    var digits = ""
    var length = 0
    func isDigit(_ distance: Int) -> Bool {
      character(distance).map { ("0"..."9").contains($0) } ?? false
    }
    func takeDigits() {
      while isDigit(length), let digit = character(length) {
        digits.append(digit)
        length += 1
      }
    }
    takeDigits()
    if character(length) == "." && (length > 0 || isDigit(1)), !isOperator(character(length + 1)) {
      digits.append(".")
      length += 1
      takeDigits()
    }
    let signs = ["−": "-", "+": "+"] as [Character: String]
    let sign = character(length + 1).flatMap { signs[$0] }
    if character(length) == "e" || character(length) == "E", isDigit(length + (sign == nil ? 1 : 2))
    {
      digits += "e" + (sign ?? "")
      length += sign == nil ? 1 : 2
      takeDigits()
    }
    let place = next..<next + max(1, length)
    guard let value = Double(digits.hasSuffix(".") ? digits + "0" : digits) else {
      throw FormulaError(
        Words(en: "A number is missing around the point.", zh: "小数点旁边缺少数字。"), in: text, at: place)
    }
    guard value.isFinite else {
      throw FormulaError(
        Words(en: "This number is too large.", zh: "这个数太大。"), in: text, at: place)
    }
    add(.number(value), length)
  }

  /// Whether a point before it belongs to the sign: `2.*x`.
  private func isOperator(_ character: Character?) -> Bool {
    character.map { "*·/^".contains($0) } ?? false
  }

  private static func superscript(_ letter: Character) -> Bool {
    guard let small = SmallLetters.ordinary(of: letter) else { return false }
    return !small.isBelow && (small.letter.isNumber || small.letter == "−" || small.letter == "+")
  }

  private mutating func readSuperscript() {
    var (length, digits) = (0, "")
    while let letter = character(length), Self.superscript(letter),
      let digit = SmallLetters.ordinary(of: letter)?.letter
    {
      digits.append(digit == "−" ? "-" : digit)
      length += 1
    }
    // What is no number of a usual size is an exponent that nothing has.
    add(Int(digits).map { .superscript($0) } ?? .sign("^"), length)
  }
}

/// Names: functions, constants and variables.
extension FormulaLexer {
  /// A run of letters: a function, a constant, or variables side by side.
  private mutating func readWord() throws {
    let start = next
    var letters: [Character] = []
    while let letter = character(letters.count), letter.isFormulaLetter { letters.append(letter) }
    let pieces = FormulaWord.pieces(of: letters)
    let following = text[(start + letters.count)..<end].first { $0.usualForm != " " }
    let followsDigit = character(letters.count).map { ("0"..."9").contains($0) } ?? false
    guard
      FormulaWord.arePlausible(
        pieces, beforeBracket: following?.usualForm == "(", beforeDigit: followsDigit)
    else { throw unknown(letters, at: start) }
    for piece in pieces {
      switch piece {
      case .function(let function, let length): add(.function(function), length)
      case .constant(let constant, let length): add(.constant(constant), length)
      case .letter(let letter, let length):
        let isLast = next + length == start + letters.count
        let index = isLast ? try readIndex(at: length) : (name: "", length: 0)
        add(.variable(Symbol("\(letter)\(index.name)")), length + index.length)
      }
    }
  }

  /// What stands below the line at a name: `1`, `_1`, `_{12}`, `₁`, `_i`.
  private func readIndex(at distance: Int) throws -> (name: String, length: Int) {
    var length = distance
    let isMarked = character(length) == "_"
    if isMarked { length += 1 }
    let isBraced = isMarked && character(length) == "{"
    if isBraced { length += 1 }
    var index = ""
    while let letter = character(length) {
      let small = SmallLetters.ordinary(of: letter)
      guard let ordinary = small.map({ $0.isBelow ? $0.letter : nil }) ?? letter else { break }
      let isDigit = ("0"..."9").contains(ordinary)
      // Letters need a mark, and without a brace there is only one.
      guard isDigit || (small != nil || isMarked) && ordinary.isASCII && ordinary.isLetter else {
        break
      }
      guard isBraced || isDigit || index.isEmpty else { break }
      index.append(ordinary)
      length += 1
    }
    if isBraced, character(length) == "}", !index.isEmpty {
      length += 1
    } else if isBraced {
      index = ""
    }
    let name = index.allSatisfy { ("0"..."9").contains($0) } ? index : "_" + index
    let isKnown = Mathematics.parts(of: "w" + name).index == index
    guard index.count <= 9, isKnown, !isMarked || !index.isEmpty else {
      throw FormulaError(
        Words(
          en: "The index must be digits or one letter, as in w_1, w_i.",
          zh: "下标只能是数字或一个字母，如 w_1、w_i。"),
        in: text, at: next + distance..<min(end, next + max(length, distance + 1)))
    }
    return (name, length - distance)
  }

  private func unknown(_ letters: [Character], at start: Int) -> FormulaError {
    let word = String(letters.prefix(30))
    let product = letters.prefix(4).map(String.init).joined(separator: "·")
    let names = FormulaFunction.names.joined(separator: ", ")
    let isShort = letters.count < 5
    return FormulaError(
      Words(
        en:
          "“\(word)” is no function; there are \(names).\(isShort ? " A product is written \(product)." : "")",
        zh: "没有函数“\(word)”，只有 \(names)。\(isShort ? "乘积请写成 \(product)。" : "")"),
      in: text, at: start..<start + letters.count)
  }
}

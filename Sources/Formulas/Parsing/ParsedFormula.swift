import Words

/// A formula as a person writes it, read: `(x − 1)² + 10·sin(3·y)`, `f(x) = 2x^2`, `|w1| + e^-w2`.
///
/// −x² is −(x²), powers group to the right, and x/2y is (x/2)·y, since what stands side by side is multiplied like all else. A function
/// without brackets takes the numbers and names beside it: sin 2πx.
public struct ParsedFormula: Hashable, Sendable {
  /// The formula, of its variables in their order.
  public let expression: Formula
  /// The letters that occur, in alphabetical order.
  public let variables: [Symbol]

  /// Longer texts are no formulas.
  public static let mostCharacters = 2000

  /// - Throws: `FormulaError` where it is none, or where it is a constant.
  public init(_ text: String) throws {
    // The rest of a text without end is not even looked at.
    let characters = Array(text.prefix(Self.mostCharacters + 1))
    let whole = 0..<characters.count
    func error(_ message: Words, at place: Range<Int>) -> FormulaError {
      FormulaError(message, in: characters, at: place)
    }
    guard characters.count <= Self.mostCharacters else {
      throw error(
        Words(
          en: "The formula is too long: \(Self.mostCharacters) characters are the most.",
          zh: "公式太长，最多 \(Self.mostCharacters) 个字符。"),
        at: Self.mostCharacters..<Self.mostCharacters + 1)
    }
    let heading = Heading(of: characters)
    let tokens = try FormulaLexer.tokens(of: characters, in: (heading?.end ?? 0)..<whole.upperBound)
    var named: [Symbol: Range<Int>] = [:]
    for token in tokens {
      guard case .variable(let symbol) = token.kind, named[symbol] == nil else { continue }
      named[symbol] = token.place
      if let declared = heading?.variables, !declared.contains(symbol) {
        let names = declared.map(\.text).listed
        throw error(
          Words(
            en: "\(symbol.text) is not among the variables before the equals sign: \(names).",
            zh: "\(symbol.text) 不在等号左边的变量之中：\(names)。"), at: token.place)
      }
    }
    variables = Set(named.keys).union(heading?.variables ?? []).sorted(by: Self.areInOrder)
    expression = try FormulaParser.expression(of: tokens, in: characters, variables: variables)
    if variables.isEmpty {
      throw error(
        Words(
          en: "There is no variable in it, such as x, to be varied.", zh: "公式中没有变量（如 x）。"),
        at: whole)
    }
  }

  /// Letters by the alphabet, indices by their size: w₂ before w₁₀.
  private static func areInOrder(_ a: Symbol, _ b: Symbol) -> Bool {
    func key(_ symbol: Symbol) -> (String, String, Int, String) {
      (symbol.letter.lowercased(), symbol.letter, Int(symbol.index) ?? 0, symbol.index)
    }
    return key(a) < key(b)
  }
}

/// What may stand before a formula: `f(x, y) =`, `L =`.
private struct Heading {
  /// What is in its brackets; nil where it has none.
  let variables: [Symbol]?
  /// Where the formula begins.
  let end: Int

  /// nil where the text has none.
  init?(of text: [Character]) {
    let usual = text.map(\.usualForm)
    guard let equals = usual.firstIndex(of: "=") else { return nil }
    end = equals + 1
    let left = usual[..<equals].filter { $0 != " " && $0 != ":" }
    let name = left.prefix {
      $0.isFormulaLetter || ("0"..."9").contains($0) || $0 == "_"
        || SmallLetters.ordinary(of: $0)?.isBelow == true
    }
    guard let first = name.first, first.isLetter else { return nil }
    let list = left.dropFirst(name.count)
    if list.isEmpty {
      variables = nil
      return
    }
    guard list.first == "(", list.last == ")", let open = usual.firstIndex(of: "("),
      let close = usual[..<equals].lastIndex(of: ")"),
      let tokens = try? FormulaLexer.tokens(of: text, in: open + 1..<close)
    else { return nil }
    let symbols = tokens.compactMap { token -> Symbol? in
      if case .variable(let symbol) = token.kind { symbol } else { nil }
    }
    // With commas between them and the end.
    guard !symbols.isEmpty, tokens.count == 2 * symbols.count else { return nil }
    variables = symbols
  }
}

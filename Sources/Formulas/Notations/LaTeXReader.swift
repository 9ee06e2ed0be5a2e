import Words

extension Mathematics {
  /// The formula as LaTeX, to stand in its mathematics: `\hat{m}_{t} = \frac{m_{t}}{1 - \beta_{1}^{t}}`.
  ///
  /// It needs no package but `amsmath`, for texts.
  public var latex: String {
    switch self {
    case .number(let text): Self.latexNumber(text)
    case .letter(let text): text.map(Self.latexLetter).joined()
    case .word(let text) where text.hasSmallLetters: Label(text).mathematics.latex
    case .word(let text): Self.latexWord(text)
    case .sign(let sign): Self.latexSigns[sign] ?? sign.rawValue
    case .row(let parts): Self.spaced(parts.map(\.latex))
    case .scripts(let base, let below, let above):
      base.latexBase + (below.map { "_{\($0.latex)}" } ?? "")
        + (above.map { $0 == .word("′") ? "'" : "^{\($0.latex)}" } ?? "")
    case .fraction(let a, let b): "\\frac{\(a.ungrouped.latex)}{\(b.ungrouped.latex)}"
    case .root(let x): "\\sqrt{\(x.ungrouped.latex)}"
    case .power(let base, let exponent): "\(base.latexBase)^{\(exponent.ungrouped.latex)}"
    case .parentheses(let x), .group(let x): x.fenced("(", ")")
    case .magnitude(let x): x.fenced("|", "|")
    }
  }

  /// The formula as what scripts stand at.
  private var latexBase: String {
    switch self {
    case .letter, .parentheses, .group, .magnitude: latex
    case .number(let text) where text.allSatisfy { $0.isNumber || $0 == "." }: latex
    default: "{\(latex)}"
    }
  }

  private func fenced(_ open: String, _ close: String) -> String {
    isTall ? "\\left\(open)\(latex)\\right\(close)" : "\(open)\(latex)\(close)"
  }

  /// Whether it is higher than a line, so that what it stands between must grow.
  var isTall: Bool {
    switch self {
    case .fraction, .root, .power: true
    case .row(let parts): parts.contains(where: \.isTall)
    case .parentheses(let x), .group(let x), .magnitude(let x): x.isTall
    case .scripts(let base, _, _): base.isTall
    case .number, .letter, .word, .sign: false
    }
  }

  /// Parts with a space between them where one would run into the next: `\beta g`.
  private static func spaced(_ parts: [String]) -> String {
    parts.reduce(into: "") { text, part in
      let isCommand = text.reversed().drop { $0.isASCII && $0.isLetter }.first == "\\"
      let isOpen = text.isEmpty || text.last == " "
      text += (isCommand && !isOpen && part.first?.isLetter == true ? " " : "") + part
    }
  }

  private static let latexSigns: [Sign: String] = [
    .plus: " + ", .minus: " - ", .plusMinus: " \\pm ", .times: " \\cdot ", .equals: " = ",
    .comma: ", ",
  ]

  private static func latexNumber(_ text: String) -> String {
    if text == "NaN" { return "\\mathrm{NaN}" }
    let parts = text.split(separator: "e").map { $0.map(latexLetter).joined() }
    guard parts.count == 2 else { return parts.joined() }
    return parts[0] == "1" || parts[0] == "-1"
      ? "\(parts[0].dropLast())10^{\(parts[1])}" : "\(parts[0]) \\cdot 10^{\(parts[1])}"
  }

  private static let latexFunctions: Set<String> = [
    "exp", "ln", "log", "sin", "cos", "tan", "tanh", "max", "min",
  ]

  private static func latexWord(_ text: String) -> String {
    if latexFunctions.contains(text) { return "\\\(text)" }
    if text.count < 2 || !text.contains(where: \.isLetter) {
      return spaced(text.map(latexLetter))
    }
    let isName = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    if isName { return "\\mathrm{\(text)}" }
    let escaped = text.map { letter in
      letter.isASCII && !"\\{}$&#^_%~".contains(letter) || letter.isIdeograph
        ? "\(letter)" : "$\(latexLetter(letter))$"
    }
    return "\\text{\(escaped.joined())}"
  }

  private static func latexLetter(_ letter: Character) -> String {
    if let (base, mark) = Letters.parts(of: letter) { return "\\\(mark){\(latexLetter(base))}" }
    if let sign = latexCharacters[letter] { return sign }
    if let name = Letters.greekName(of: letter) {
      // Large letters that look Latin have no command.
      return latinTwins[letter] ?? "\\\(name)"
    }
    return letter.isASCII ? "\(letter)" : "\\text{\(letter)}"
  }

  private static let latinTwins: [Character: String] = Dictionary(
    uniqueKeysWithValues: zip("ΑΒΕΖΗΙΚΜΝΟΡΤΧο", "ABEZHIKMNOPTXo".map { "\\mathrm{\($0)}" }))

  private static let latexCharacters: [Character: String] = [
    "\\": "\\backslash", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "^": "\\wedge",
    "_": "\\_", "%": "\\%", "~": "\\sim", "−": "-", "–": "-", "·": "\\cdot", "×": "\\times",
    "÷": "\\div", "±": "\\pm", "∂": "\\partial", "∞": "\\infty", "…": "\\ldots", "′": "'",
    "≤": "\\le", "≥": "\\ge", "≠": "\\ne", "≈": "\\approx", "→": "\\to", "‖": "\\|", "⌈": "\\lceil",
    "⌉": "\\rceil", "⌊": "\\lfloor", "⌋": "\\rfloor", "∈": "\\in", "½": "\\tfrac12", "∑": "\\sum",
    "⊙": "\\odot", "ℓ": "\\ell", "ε": "\\varepsilon", "φ": "\\varphi",
  ]
}

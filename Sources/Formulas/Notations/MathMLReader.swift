import Words

extension Mathematics {
  /// The formula as an element of HTML: MathML Core, without style sheets or scripts.
  ///
  ///     Mathematics.fraction("η", .group(.sum(.root("ŝ"), "ε"))).mathML()
  ///
  /// - Parameter isBlock: whether it stands on a line of its own.
  public func mathML(isBlock: Bool = false) -> String {
    let display = isBlock ? " display=\"block\"" : ""
    return "<math\(display)>\(elements)</math>"
  }

  /// What stands within the element.
  private var elements: String {
    switch self {
    case .number(let text): Self.number(text)
    case .letter(let text): Self.name(text)
    case .word(let text) where text.hasSmallLetters: Label(text).mathematics.elements
    case .word(let text): Self.word(text)
    case .sign(let sign): Self.tag("mo", sign.rawValue)
    case .row(let parts): Self.tag("mrow", Self.row(parts))
    case .scripts(let base, let below?, let above?):
      Self.tag("msubsup", base.single, below.single, above.single)
    case .scripts(let base, let below?, nil): Self.tag("msub", base.single, below.single)
    case .scripts(let base, nil, let above?): Self.tag("msup", base.single, above.single)
    case .scripts(let base, nil, nil): base.elements
    case .fraction(let a, let b): Self.tag("mfrac", a.ungrouped.single, b.ungrouped.single)
    case .root(let x): Self.tag("msqrt", x.ungrouped.single)
    case .power(let base, let exponent): Self.tag("msup", base.single, exponent.ungrouped.single)
    case .parentheses(let x), .group(let x): Self.fenced("(", x, ")")
    case .magnitude(let x): Self.fenced("|", x, "|")
    }
  }

  /// One element, as children of others must be.
  private var single: String {
    switch self {
    case .number(let text) where text.contains { $0 == "−" || $0 == "e" }:
      Self.tag("mrow", elements)
    default: elements
    }
  }

  private static func row(_ parts: [Mathematics]) -> String {
    if let x = Mathematics.row(parts).comparedWithZero {
      return "<mo>[</mo>\(x.elements)<mo>&gt;</mo><mn>0</mn><mo>]</mo>"
    }
    return parts.indices.map { index in
      let isCall =
        if index > 0, case .parentheses = parts[index], case .word = parts[index - 1] {
          true
        } else {
          false
        }
      return (isCall ? "<mo>&#x2061;</mo>" : "") + parts[index].elements
    }.joined()
  }

  private static func fenced(_ open: String, _ x: Mathematics, _ close: String) -> String {
    // Letters that could grow stand apart in some fonts.
    let form = x.isTall ? "" : " stretchy=\"false\""
    return tag("mrow", "<mo\(form)>\(open)</mo>", x.elements, "<mo\(form)>\(close)</mo>")
  }

  /// A minus sign is a sign, and a power of ten is one: `1e−8`.
  private static func number(_ text: String) -> String {
    if text.hasPrefix("−") {
      return "<mo form=\"prefix\">−</mo>" + number(String(text.dropFirst()))
    }
    let parts = text.split(separator: "e")
    guard parts.count == 2 else { return tag("mn", escaped(text)) }
    let power = tag("msup", "<mn>10</mn>", tag("mrow", number(String(parts[1]))))
    return parts[0] == "1" ? power : tag("mn", String(parts[0])) + "<mo>·</mo>" + power
  }

  /// A letter, perhaps with a mark above.
  private static func name(_ letter: String) -> String {
    guard letter.count == 1, let first = letter.first, let (base, mark) = Letters.parts(of: first)
    else { return tag("mi", escaped(letter)) }
    let sign =
      switch mark {
      case .hat: "^"
      case .tilde: "~"
      case .bar: "¯"
      }
    return tag("mover", tag("mi", String(base)), tag("mo", sign))
  }

  private static func word(_ text: String) -> String {
    let trimmed = String(text.drop { $0 == " " }).trimmingTrailingSpaces
    if trimmed.isEmpty { return "<mspace width=\"0.3em\"/>" }
    if text == "−" || text == "±" { return "<mo form=\"prefix\">\(text)</mo>" }
    if trimmed.contains(" ") || !trimmed.allSatisfy(\.isASCII) && trimmed.allSatisfy(\.isIdeograph)
    {
      return tag("mtext", escaped(text))
    }
    guard trimmed.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
      return tag("mo", escaped(trimmed))
    }
    // One letter would be slanted.
    return trimmed.count == 1
      ? "<mi mathvariant=\"normal\">\(escaped(trimmed))</mi>" : tag("mi", escaped(trimmed))
  }

  private static func tag(_ name: String, _ content: String...) -> String {
    "<\(name)>\(content.joined())</\(name)>"
  }

  private static func escaped(_ text: String) -> String {
    text.map { character in
      switch character {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      default: String(character)
      }
    }.joined()
  }
}

extension Mathematics {
  /// What Iverson's bracket [x > 0] asks about; nil for all else.
  var comparedWithZero: Mathematics? {
    guard case .row(let parts) = self, parts.count == 3, parts[0] == .word("["),
      parts[2] == .word(" > 0]")
    else { return nil }
    return parts[1]
  }

  /// What is in parentheses only where all is written on one line, without them.
  var ungrouped: Mathematics {
    if case .group(let x) = self { x } else { self }
  }
}

extension Character {
  /// Whether it is a letter of Chinese or the like, which needs no spaces between words.
  var isIdeograph: Bool { unicodeScalars.first?.properties.isIdeographic ?? false }
}

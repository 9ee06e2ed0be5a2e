extension Mathematics: CustomStringConvertible {
  public var description: String { text }

  /// Plain Unicode on one line: `m̂₂ = m₂/(1 − β₁²)`.
  public var text: String {
    switch self {
    case .number(let text), .letter(let text), .word(let text): text
    case .sign(let sign): sign.text
    // Where a line is broken at a sign, there is no space at its edge.
    case .row(let parts):
      String(parts.map(\.text).joined().drop { $0 == " " }).trimmingTrailingSpaces
    case .scripts(let base, let below, let above):
      base.text + SmallLetters.below.text(below?.text ?? "")
        + SmallLetters.above.text(above?.text ?? "")
    case .fraction(let a, let b): "\(a.text)/\(b.text)"
    case .root(let x): "√\(x.text)"
    case .power(let base, let exponent): "\(base.text)^\(exponent.text)"
    case .parentheses(let x), .group(let x): "(\(x.text))"
    case .magnitude(let x): "|\(x.text)|"
    }
  }
}

extension Mathematics.Sign {
  /// The sign with the spaces that it has between others.
  public var text: String {
    switch self {
    case .times: rawValue
    case .comma: ", "
    case .plus, .minus, .plusMinus, .equals: " \(rawValue) "
    }
  }
}

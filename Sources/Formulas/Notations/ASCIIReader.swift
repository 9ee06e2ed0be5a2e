import Words

extension Mathematics {
  /// The formula with nothing but ASCII: `m_hat_t = m_t/(1 - beta_1^t)`.
  public var ascii: String {
    switch self {
    case .number(let text), .letter(let text), .word(let text): Letters.ascii(text)
    case .sign(.times): "*"
    case .sign(let sign): Letters.ascii(sign.text)
    case .row(let parts):
      String(parts.map(\.ascii).joined().drop { $0 == " " }).trimmingTrailingSpaces
    case .scripts(let base, let below, let above):
      base.ascii + (below.map { "_\($0.asciiScript)" } ?? "")
        + (above.map { $0 == .word("′") ? "'" : "^\($0.asciiScript)" } ?? "")
    case .fraction(let a, let b): "\(a.ascii)/\(b.ascii)"
    case .root(let x): "sqrt(\(x.ungrouped.ascii))"
    case .power(let base, let exponent): "\(base.ascii)^\(exponent.ascii)"
    case .parentheses(let x), .group(let x): "(\(x.ascii))"
    case .magnitude(let x): "|\(x.ascii)|"
    }
  }

  private var asciiScript: String {
    let text = ascii
    let isWhole = text.hasPrefix("(") || text.allSatisfy { $0.isLetter || $0.isNumber }
    return isWhole ? text : "(\(String(text.filter { $0 != " " })))"
  }
}

/// Mathematics as it is written: what is a fraction, a root, a power, what is a name and what a number, and where
/// parentheses stand. It is resolved once, from the graph of a formula; whoever reads it only writes down what is here:
/// as text (`text`), or as letters in a figure (`TextLine`).
///
///     let rate: Mathematics = .fraction("η", .group(.sum(.root("ŝ"), "ε")))
///     rate.text    // η/(√ŝ + ε)
public indirect enum Mathematics: Hashable, Sendable {
  /// A numeral: 0.9, −3, ∞.
  case number(String)
  /// A letter that stands for a number, perhaps with a mark above: β, m̂. Print slants it.
  case letter(String)
  /// What stands upright: net, exp, a minus sign in front.
  case word(String)
  /// A sign between others: + = · , and so on.
  case sign(Sign)
  /// One after another.
  case row([Mathematics])
  /// What stands small below and above the line: m₂, w², w₅⁽²⁾.
  case scripts(Mathematics, below: Mathematics?, above: Mathematics?)
  case fraction(Mathematics, Mathematics)
  case root(Mathematics)
  /// A power whose exponent is any formula.
  case power(Mathematics, Mathematics)
  case parentheses(Mathematics)
  /// What needs parentheses only where all is written on one line: as what a root is drawn over, or as a part of a fraction.
  case group(Mathematics)
  /// The absolute value, between bars.
  case magnitude(Mathematics)

  /// A sign between two others.
  public enum Sign: String, Sendable {
    case plus = "+"
    case minus = "−"
    case plusMinus = "±"
    case times = "·"
    case equals = "="
    case comma = ","
  }
}

/// How rows are made.
extension Mathematics {
  /// The parts with the sign between them.
  public static func joined(_ parts: [Mathematics], by sign: Sign) -> Mathematics {
    if parts.count == 1 { return parts[0] }
    return .row(parts.enumerated().flatMap { $0 == 0 ? [$1] : [.sign(sign), $1] })
  }

  /// Equal sides: w₁ = 0.99.
  public static func equation(_ sides: Mathematics...) -> Mathematics { joined(sides, by: .equals) }

  /// A list: v, s.
  public static func list(_ parts: Mathematics...) -> Mathematics { joined(parts, by: .comma) }

  public static func sum(_ terms: Mathematics...) -> Mathematics { joined(terms, by: .plus) }

  public static func difference(_ a: Mathematics, _ b: Mathematics) -> Mathematics {
    joined([a, b], by: .minus)
  }

  public static func product(_ factors: Mathematics...) -> Mathematics {
    joined(factors, by: .times)
  }

  /// A function of arguments: exp(x), L(x, y).
  public static func call(_ function: Mathematics, _ arguments: [Mathematics]) -> Mathematics {
    .row([function, .parentheses(joined(arguments, by: .comma))])
  }

  /// With a further script above: that of a power, or of a step.
  public func raised(to above: Mathematics) -> Mathematics {
    if case .scripts(let base, let below, nil) = self {
      return .scripts(base, below: below, above: above)
    }
    return .scripts(self, below: nil, above: above)
  }
}

extension Mathematics {
  /// Whether something stands small below the line at its end, so that there is no room for more.
  public var hasIndex: Bool {
    switch self {
    case .scripts(let base, let below, _): below != nil || base.hasIndex
    case .fraction(_, let below): below.hasIndex
    case .row(let parts): parts.last?.hasIndex ?? false
    default: false
    }
  }
}

/// The symbol that a name stands for: digits at its end, and what follows an underscore, are the index. Digits alone are a
/// number.
///
///     let label: Mathematics = "net_o1"    // netₒ₁
extension Mathematics: ExpressibleByStringLiteral {
  public init(stringLiteral name: String) { self.init(name: name) }

  /// The symbol that a name stands for.
  public init(name: String) {
    let (letter, index) = Self.parts(of: name)
    let base = Self.base(letter.isEmpty ? index : letter)
    self =
      index.isEmpty || letter.isEmpty ? base : .scripts(base, below: Self.base(index), above: nil)
  }

  /// A letter is slanted; words are not, nor digits. What is called σ² is a square, and a prime stands above the line.
  private static func base(_ text: String) -> Mathematics {
    if text.count > 1, text.last == "²" { return base(String(text.dropLast())).raised(to: "2") }
    if text.count > 1, text.last == "′" {
      return base(String(text.dropLast())).raised(to: .word("′"))
    }
    if text.allSatisfy({ ("0"..."9").contains($0) }) { return .number(text) }
    return text.count == 1 && text.first?.isLetter == true ? .letter(text) : .word(text)
  }

  /// A name without its index, perhaps with a hat, and the index; that is empty where there is none.
  public static func parts(of name: String) -> (letter: String, index: String) {
    if let underscore = name.utf8.firstIndex(of: UInt8(ascii: "_")) {
      let index = name[name.index(after: underscore)...]
      if !index.isEmpty, index.allSatisfy(SmallLetters.below.hasLetter) {
        return (String(name[..<underscore]), String(index))
      }
    }
    let digits = name.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
    return digits == 0 ? (name, "") : (String(name.dropLast(digits)), String(name.suffix(digits)))
  }
}

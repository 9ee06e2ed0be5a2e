/// Reads LaTeX as the line of text that it stands for, with parentheses around whatever holds together: the other direction of
/// `latex`, written independently.
struct LaTeXText {
  struct Unreadable: Error { var rest: String }

  private var rest: Substring

  static func line(of source: String) throws -> String {
    var reader = LaTeXText(rest: Substring(source))
    let text = try reader.text(until: nil)
    guard reader.rest.isEmpty else { throw Unreadable(rest: String(reader.rest)) }
    return text
  }

  private mutating func text(until end: Character?) throws -> String {
    var text = ""
    while let next = rest.first, next != end {
      rest.removeFirst()
      switch next {
      case " ": continue
      case "{": text += try group()
      case "^":
        let exponent = try argument()
        let small = exponent.map { Self.small[$0] }
        text += small.contains(nil) ? "^(\(exponent))" : String(small.compactMap(\.self))
      case "_":
        text += try argument().map { "\("₀₁₂₃₄₅₆₇₈₉".map(\.self)[$0.wholeNumberValue!])" }.joined()
      case "\\": text += try command()
      case "-": text += "−"
      case "1" where rest.hasPrefix("0^{") && text.last?.isNumber != true && text.last != ".":
        rest.removeFirst(3)
        // A number with a power of ten is one.
        let exponent = try group()
        if text.last == "·" { text.removeLast() } else { text += "1" }
        text += "e" + exponent
      default: text.append(next)
      }
    }
    return text
  }

  private static let small: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip("0123456789−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))

  /// What stands before the closing brace.
  private mutating func group() throws -> String {
    let text = try text(until: "}")
    guard rest.popFirst() == "}" else { throw Unreadable(rest: "no brace") }
    return text
  }

  private mutating func argument() throws -> String {
    guard rest.popFirst() == "{" else { throw Unreadable(rest: String(rest)) }
    return try group()
  }

  private mutating func command() throws -> String {
    let name = String(rest.prefix { $0.isLetter })
    rest.removeFirst(name.count)
    switch name {
    case "frac": return "((\(try argument()))/(\(try argument())))"
    case "sqrt": return "√(\(try argument()))"
    case "cdot": return "·"
    case "left", "right": return ""
    case "exp", "ln", "sin", "cos", "tanh", "max", "min": return name
    default: throw Unreadable(rest: name)
    }
  }
}

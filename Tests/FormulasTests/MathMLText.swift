/// Reads MathML as the line of text that it stands for, with parentheses around whatever holds together: the other direction of
/// `mathML`, written independently.
struct MathMLText {
  struct Unreadable: Error { var rest: String }

  private var rest: Substring

  static func line(of markup: String) throws -> String {
    var reader = MathMLText(rest: Substring(markup))
    let text = try reader.element().text
    guard reader.rest.isEmpty else { throw Unreadable(rest: String(reader.rest)) }
    return text
  }

  private struct Element {
    var name: String
    var text: String
    var children: [Element]
  }

  private mutating func element() throws -> Element {
    guard rest.popFirst() == "<", let end = rest.firstIndex(of: ">") else {
      throw Unreadable(rest: String(rest))
    }
    let name = String(rest[..<end].prefix { $0 != " " })
    rest = rest[rest.index(after: end)...]
    var (text, children) = ("", [Element]())
    while !rest.hasPrefix("</\(name)>") {
      guard let next = rest.first else { throw Unreadable(rest: name) }
      if next == "<" {
        children.append(try element())
      } else {
        text.append(next)
        rest.removeFirst()
      }
    }
    rest.removeFirst(name.count + 3)
    return try Element(name: name, text: read(name, text, children), children: children)
  }

  private func read(_ name: String, _ text: String, _ children: [Element]) throws -> String {
    func arguments(_ count: Int) throws -> [String] {
      guard children.count == count, text.isEmpty else { throw Unreadable(rest: name) }
      return children.map(\.text)
    }
    switch name {
    case "mn", "mi": return text
    case "mo":
      return text == "&#x2061;"
        ? ""
        : text.split(separator: "&gt;", omittingEmptySubsequences: false)
          .joined(separator: ">")
    case "math", "mrow": return Self.joined(children)
    case "mfrac":
      let parts = try arguments(2)
      return "((\(parts[0]))/(\(parts[1])))"
    case "msqrt": return "√(\(try arguments(1)[0]))"
    case "msub":
      let parts = try arguments(2)
      return parts[0] + Self.index(parts[1])
    case "msup":
      let parts = try arguments(2)
      return Self.power(parts[0], parts[1])
    case "msubsup":
      let parts = try arguments(3)
      return Self.power(parts[0] + Self.index(parts[1]), parts[2])
    default: throw Unreadable(rest: name)
    }
  }

  private static func index(_ digits: String) -> String {
    digits.map { "\("₀₁₂₃₄₅₆₇₈₉".map(\.self)[$0.wholeNumberValue!])" }.joined()
  }

  /// Whole numbers as exponents are written small.
  private static func power(_ base: String, _ exponent: String) -> String {
    let small = exponent.map { Self.small[$0] }
    return base == "10" || small.contains(nil)
      ? "(\(base))^(\(exponent))" : base + String(small.compactMap(\.self))
  }

  private static let small: [Character: Character] = Dictionary(
    uniqueKeysWithValues: zip("0123456789−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"))

  /// One after another; a number with a power of ten is one.
  private static func joined(_ elements: [Element]) -> String {
    var text = ""
    for (index, element) in elements.enumerated() {
      if element.name == "msup", element.children.first?.text == "10" {
        if index > 1, elements[index - 1].text == "·" { text.removeLast() } else { text += "1" }
        text += "e" + element.children[1].text
      } else {
        text += element.text
      }
    }
    return text
  }
}

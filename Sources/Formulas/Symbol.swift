/// The number of an iteration. Optimizers count from 1; step 0 is the start.
///
/// It is a type of its own so that a formula knows that the 2 in β₁² stands for the step, and the one in g² does not.
public struct Step: Hashable, Sendable, Comparable, ExpressibleByIntegerLiteral {
  /// From 0, the start.
  public var number: Int

  /// The step of that number.
  public init(_ number: Int) {
    self.number = number
  }

  public init(integerLiteral number: Int) { self.init(number) }

  public static func < (a: Step, b: Step) -> Bool { a.number < b.number }
}

/// The name of a quantity in a formula: a letter, perhaps with a hat, and perhaps with an index.
///
/// Written as a string literal, digits at the end are the index: `"β1"` is β₁. What follows an underscore is the index
/// too, where Unicode has all of it as subscripts: `"net_o1"` is netₒ₁.
public struct Symbol: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The name as it is written in code: `net_o1`.
  public let name: String

  /// The symbol that a name stands for: `"β1"`, `"net_o1"`, `"w"`.
  public init(_ name: String) {
    // It is taken apart only where it is shown: symbols are made at each step of a descent.
    self.name = name
  }

  public init(stringLiteral name: String) { self.init(name) }

  /// The name without its index, perhaps with a hat: m̂.
  public var letter: String { parts.letter }
  /// What stands below the line: 1 of β₁; empty where there is none.
  public var index: String { parts.index }

  private var parts: (letter: String, index: String) {
    if let underscore = name.utf8.firstIndex(of: UInt8(ascii: "_")) {
      let index = name[name.index(after: underscore)...]
      if !index.isEmpty, index.allSatisfy(Script.hasSubscript) {
        return (String(name[..<underscore]), String(index))
      }
    }
    let digits = name.utf8.reversed().prefix { (0x30...0x39).contains($0) }.count
    return digits == 0 ? (name, "") : (String(name.dropLast(digits)), String(name.suffix(digits)))
  }

  /// The symbol alone, as Unicode text: `β₁`.
  public var text: String {
    let (letter, index) = parts
    return letter + Script.sub(index)
  }

  /// The symbol with the number of a step: `m₂`.
  public func text(at t: Step) -> String { text(step: "\(t.number)") }

  /// The symbol with the step's number, as a subscript where there is room for one: `m₂`, but `w₅⁽²⁾`.
  func text(step: String) -> String {
    index.isEmpty ? name + Script.sub(step) : text + Script.super("(\(step))")
  }
}

/// Unicode's small digits and letters.
enum Script {
  static func sub(_ text: String) -> String { String(text.map { subscripts[$0] ?? $0 }) }
  static func `super`(_ text: String) -> String { String(text.map { superscripts[$0] ?? $0 }) }

  static func hasSubscript(_ character: Character) -> Bool { subscripts[character] != nil }

  private static let subscripts = table(
    "0123456789+−aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ")
  private static let superscripts = table("0123456789+−t()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵗ⁽⁾")

  private static func table(_ ordinary: String, _ small: String) -> [Character: Character] {
    Dictionary(uniqueKeysWithValues: zip(ordinary, small))
  }
}

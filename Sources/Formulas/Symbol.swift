import Words

/// The name of a quantity in a formula: a letter, perhaps with a hat, and perhaps with an index.
///
/// Written as a string literal, digits at the end are the index: `"β1"` is β₁. What follows an underscore is the index
/// too, where Unicode has all of it as subscripts: `"net_o1"` is netₒ₁. Two symbols of one name are the same, however they are
/// written.
public struct Symbol: Sendable, ExpressibleByStringLiteral {
  /// The name as it is written in code: `net_o1`, `dE_dw5`.
  public let name: String
  private let form: Form

  /// What it is written from, which happens only where it is shown: symbols are made at each step of a calculation.
  private enum Form {
    case name
    /// A derivative, by the names of what is derived and of what it is derived by.
    case derivative(String, by: String)
    case formula(Mathematics)
  }

  /// The symbol that a name stands for: `"β1"`, `"net_o1"`, `"w"`.
  public init(_ name: String) {
    self.name = name
    form = .name
  }

  public init(stringLiteral name: String) { self.init(name) }

  /// A symbol that is written as a formula: ∂E/∂w.
  ///
  /// - Parameter name: its name in code; the formula as text if nil.
  public init(_ written: Mathematics, name: String? = nil) {
    self.name = name ?? written.text
    form = .formula(written)
  }

  /// The symbol of a derivative by the names of two quantities: `dE_dw5`, written ∂E/∂w₅.
  public init(derivativeOf a: String, by b: String) {
    name = "d\(a)_d\(b)"
    form = .derivative(a, by: b)
  }

  /// The symbol of a derivative: ∂E/∂w₅.
  public static func derivative(of a: Mathematics, by b: Mathematics) -> Symbol {
    Symbol(quotient(a, b))
  }

  /// The name without its index, perhaps with a hat: m̂.
  public var letter: String { Mathematics.parts(of: name).letter }
  /// What stands below the line: 1 of β₁; empty where there is none.
  public var index: String { Mathematics.parts(of: name).index }

  /// The symbol alone: β₁.
  public var mathematics: Mathematics {
    switch form {
    case .name: Mathematics(name: name)
    case .derivative(let a, let b): Self.quotient(Mathematics(name: a), Mathematics(name: b))
    case .formula(let written): written
    }
  }

  private static func quotient(_ a: Mathematics, _ b: Mathematics) -> Mathematics {
    .fraction(.row([.word("∂"), a]), .row([.word("∂"), b]))
  }

  /// The symbol with the number of a step: m₂.
  public func mathematics(at t: Step) -> Mathematics { mathematics(step: .number("\(t.number)")) }

  /// The symbol with the step's number, as a subscript where there is room for one: m₂, but w₅⁽²⁾.
  func mathematics(step: Mathematics) -> Mathematics {
    let mathematics = mathematics
    return mathematics.hasIndex
      ? mathematics.raised(to: .parentheses(step))
      : .scripts(mathematics, below: step, above: nil)
  }

  /// The symbol alone, as Unicode text: `β₁`.
  public var text: String { mathematics.text }

  /// The symbol with the number of a step, as Unicode text: `m₂`.
  public func text(at t: Step) -> String { mathematics(at: t).text }
}

extension Symbol: Hashable {
  public static func == (a: Symbol, b: Symbol) -> Bool { a.name == b.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

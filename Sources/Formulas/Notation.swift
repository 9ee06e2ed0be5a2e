/// How a formula is written: as Unicode text, with symbols or with numbers.
public struct Notation: Sendable {
  /// What stands for a quantity that has a name.
  public enum Names: Sendable {
    /// Its symbol with the number of its step: m₂.
    case numbered
    /// Its symbol relative to the step t: mₜ, mₜ₋₁.
    case general(t: Step)
    /// Its symbol alone: m.
    case bare
    /// Its value: 0.189.
    case values
  }

  /// What stands for a quantity that has a name.
  public var names: Names
  /// How numbers are written.
  public var numerals: Numerals
  /// Sums of more terms are written shorter: x₁ + x₂ + … + x₁₂.
  public var longestSum: Int

  /// A notation that leaves long sums whole unless something else is said.
  public init(_ names: Names, numerals: Numerals = .rounded, longestSum: Int = .max) {
    self.names = names
    self.numerals = numerals
    self.longestSum = longestSum
  }

  /// How tightly a text holds together, from loose to tight; what is looser than its place allows gets parentheses.
  fileprivate enum Tightness: Int, Comparable {
    case sum, negation, product, power, root, atom

    static func < (a: Tightness, b: Tightness) -> Bool { a.rawValue < b.rawValue }
  }

  fileprivate typealias Piece = (text: String, tightness: Tightness)
}

extension Traced {
  /// The formula of this number; where it has a name, the formula that it names.
  ///
  /// Read with the usual precedence, and from left to right among equals, the text gives exactly this number: sums in
  /// a difference, products in a denominator, negative bases of powers all have their parentheses.
  public func formula(_ notation: Notation) -> String {
    var definition = node
    if case .named = node.operation { definition = node.operands[0] }
    return notation.piece(definition).text
  }

  /// The name of this number with its step, or its value where it has no name.
  public func name(_ notation: Notation) -> String {
    notation.piece(node).text
  }
}

extension Notation {
  fileprivate func piece(_ node: Node) -> Piece {
    let operands = node.operands
    switch node.operation {
    case .constant: return number(node.value)
    case .named(let symbol, let step): return name(symbol, step, node.value)
    case .calculation(.sum):
      let terms = node.terms
      return terms.count > longestSum ? shortened(terms) : sum(operands, " + ")
    case .calculation(.difference): return sum(operands, " − ")
    case .calculation(.product): return product(operands, "·")
    case .calculation(.quotient): return product(operands, "/")
    case .calculation(.negation): return ("−" + text(operands[0], atLeast: .product), .negation)
    case .calculation(.power(let exponent)):
      return (text(operands[0], atLeast: .atom) + superscript(exponent), .power)
    case .calculation(.realPower):
      let base = text(operands[0], atLeast: .atom)
      return ("\(base)^\(text(operands[1], atLeast: .atom))", .power)
    case .calculation(.maximum): return call("max", operands)
    case .calculation(.function(.sqrt)):
      return ("√" + text(operands[0], atLeast: .atom), .root)
    case .calculation(.function(.sigmoid)):
      return ("1/(1 + exp(−\(text(operands[0], atLeast: .product))))", .product)
    case .calculation(.function(.magnitude)): return ("|\(piece(operands[0]).text)|", .atom)
    case .calculation(.function(.log)): return call("ln", operands)
    case .calculation(.function(let function)): return call("\(function)", operands)
    }
  }

  private func text(_ node: Node, atLeast tightness: Tightness) -> String {
    let piece = piece(node)
    return piece.tightness < tightness ? "(\(piece.text))" : piece.text
  }

  /// The left operand may be a sum itself, the right one may not: a − (b − c).
  private func sum(_ operands: [Node], _ sign: String) -> Piece {
    let left = piece(operands[0]).text
    return (left + sign + text(operands[1], atLeast: .product), .sum)
  }

  private func shortened(_ terms: [Node]) -> Piece {
    let ends = [terms[1], terms[terms.count - 1]].map { text($0, atLeast: .product) }
    return ("\(piece(terms[0]).text) + \(ends[0]) + … + \(ends[1])", .sum)
  }

  /// A minus sign in front needs no parentheses, −a·b being the same number either way, but it makes the text looser.
  private func product(_ operands: [Node], _ sign: String) -> Piece {
    let left = text(operands[0], atLeast: .negation)
    let text = left + sign + text(operands[1], atLeast: .power)
    return (text, left.hasPrefix("−") ? .negation : .product)
  }

  private func call(_ function: String, _ arguments: [Node]) -> Piece {
    ("\(function)(\(arguments.map { piece($0).text }.joined(separator: ", ")))", .atom)
  }

  private func number(_ value: Double) -> Piece {
    let text = numerals.text(value)
    if text.hasPrefix("−") { return (text, .negation) }
    return (text, text.contains("e") ? .power : .atom)
  }

  private func name(_ symbol: Symbol, _ step: Step?, _ value: Double) -> Piece {
    switch names {
    case .values: number(value)
    case .bare: (symbol.text, .atom)
    case .numbered: (step.map(symbol.text(at:)) ?? symbol.text, .atom)
    case .general(let t):
      (step.map { symbol.text(step: relative($0, to: t)) } ?? symbol.text, .atom)
    }
  }

  private func superscript(_ exponent: Calculation.Exponent) -> String {
    switch (exponent, names) {
    case (.step(let step), .general(let t)): Script.super(relative(step, to: t))
    case (.step, .bare): Script.super("t")
    default: Script.super(exponent.number < 0 ? "−\(-exponent.number)" : "\(exponent.number)")
    }
  }

  private func relative(_ step: Step, to t: Step) -> String {
    let distance = step.number - t.number
    return distance == 0 ? "t" : distance < 0 ? "t−\(-distance)" : "t+\(distance)"
  }
}

extension Node {
  /// What is added up here, from left to right.
  fileprivate var terms: [Node] {
    var terms: [Node] = []
    var rest = self
    while case .calculation(.sum) = rest.operation {
      terms.append(rest.operands[1])
      rest = rest.operands[0]
    }
    terms.append(rest)
    return terms.reversed()
  }
}

import Words

extension Traced {
  /// The formula of this number; where it has a name, the formula that it names.
  ///
  /// Read with the usual precedence, and from left to right among equals, it gives exactly this number: sums in
  /// a difference, products in a denominator, negative bases of powers all have their parentheses.
  public func mathematics(_ notation: Notation) -> Mathematics {
    var definition = node
    if case .named = node.operation, let named = node.first { definition = named }
    return Resolution(notation).piece(definition).mathematics
  }

  /// The name of this number with its step, or its value where it has no name.
  public func mathematicalName(_ notation: Notation) -> Mathematics {
    Resolution(notation).piece(node).mathematics
  }

  /// The formula as text.
  public func formula(_ notation: Notation) -> String { mathematics(notation).text }

  /// The name as text.
  public func name(_ notation: Notation) -> String { mathematicalName(notation).text }
}

/// Turns the graph of a formula into the mathematics that is written for it, and decides where parentheses stand.
struct Resolution {
  private let notation: Notation

  init(_ notation: Notation) {
    self.notation = notation
  }

  /// How tightly something holds together, from loose to tight; what is looser than its place allows gets parentheses.
  enum Tightness: Int, Comparable {
    case sum, negation, product, power, root, atom

    static func < (a: Tightness, b: Tightness) -> Bool { a.rawValue < b.rawValue }
  }

  /// What is written for a node. A quotient holds together as a product does on one line, but needs no parentheses where it
  /// is a fraction.
  typealias Piece = (mathematics: Mathematics, tightness: Tightness)

  func piece(_ node: Node) -> Piece {
    switch node.operation {
    case .constant: return number(node.value)
    case .named(let symbol, let step): return name(symbol, step, node.value)
    case .part: return piece(node.operands[0])
    case .calculation(let calculation):
      let operands = node.operands
      return piece(calculation, node, operands[0], operands[operands.count - 1])
    }
  }

  private func piece(_ calculation: Calculation, _ node: Node, _ a: Node, _ b: Node) -> Piece {
    switch calculation {
    case .sum:
      let terms = node.operands(of: .sum)
      return terms.count > notation.longestSum ? shortened(terms) : sum(a, .plus, b)
    case .difference: return sum(a, .minus, b)
    case .product:
      let left = part(a, atLeast: .negation)
      let right = part(b, atLeast: b.operation == .part ? .product : .power)
      return (
        .joined([left.mathematics, right.mathematics], by: .times),
        left.tightness == .negation ? .negation : .product
      )
    case .quotient:
      let left = part(a, atLeast: .negation, isAlone: true)
      return (
        .fraction(left.mathematics, part(b, atLeast: .power, isAlone: true).mathematics),
        left.tightness == .negation ? .negation : .product
      )
    case .negation: return (.row([.word("−"), part(a, atLeast: .product).mathematics]), .negation)
    case .power(let exponent):
      return (part(a, atLeast: .atom).mathematics.raised(to: script(exponent)), .power)
    case .realPower:
      return (
        .power(
          part(a, atLeast: .atom).mathematics, part(b, atLeast: .atom, isAlone: true).mathematics),
        .power
      )
    case .maximum: return call("max", node.operands(of: calculation))
    case .minimum: return call("min", node.operands(of: calculation))
    case .function(.sqrt):
      return (.root(part(a, atLeast: .atom, isAlone: true).mathematics), .root)
    case .function(.sigmoid):
      let minus = Mathematics.row([.word("−"), part(a, atLeast: .product).mathematics])
      return (
        .fraction(.number("1"), .group(.sum(.number("1"), .call(.word("exp"), [minus])))), .product
      )
    case .function(.magnitude): return (.magnitude(piece(a).mathematics), .atom)
    case .function(.positive):
      return (.row([.word("["), piece(a).mathematics, .word(" > 0]")]), .atom)
    case .function(.log): return call("ln", [a])
    case .function(let function): return call("\(function)", [a])
    }
  }

  /// What is written for a part of a formula, in parentheses where it is looser than its place allows.
  ///
  /// - Parameter isAlone: whether it stands apart where it is not written on one line, above or below a bar.
  private func part(_ node: Node, atLeast tightness: Tightness, isAlone: Bool = false) -> Piece {
    let piece = piece(node)
    guard piece.tightness < tightness else { return piece }
    return (isAlone ? .group(piece.mathematics) : .parentheses(piece.mathematics), .atom)
  }

  /// The left operand may be a sum itself, the right one may not: a − (b − c).
  private func sum(_ a: Node, _ sign: Mathematics.Sign, _ b: Node) -> Piece {
    (.joined([piece(a).mathematics, part(b, atLeast: .product).mathematics], by: sign), .sum)
  }

  private func shortened(_ terms: [Node]) -> Piece {
    let ends = [terms[1], terms[terms.count - 1]].map { part($0, atLeast: .product).mathematics }
    return (.sum(piece(terms[0]).mathematics, ends[0], .word("…"), ends[1]), .sum)
  }

  private func call(_ function: String, _ arguments: [Node]) -> Piece {
    var written = arguments.map { piece($0).mathematics }
    if written.count > notation.longestSum {
      written = [written[0], written[1], .word("…"), written[written.count - 1]]
    }
    return (.call(.word(function), written), .atom)
  }

  private func number(_ value: Double) -> Piece {
    let text = notation.numerals.text(value)
    return (
      notation.numerals.mathematics(value),
      text.hasPrefix("−") ? .negation : text.contains("e") ? .power : .atom
    )
  }

  private func name(_ symbol: Symbol, _ step: Step?, _ value: Double) -> Piece {
    if case .values = notation.names { return number(value) }
    guard let step else { return (symbol.mathematics, .atom) }
    switch notation.names {
    case .numbered: return (symbol.mathematics(at: step), .atom)
    case .general(let t): return (symbol.mathematics(step: relative(step, to: t)), .atom)
    case .bare, .values: return (symbol.mathematics, .atom)
    }
  }

  private func script(_ exponent: Calculation.Exponent) -> Mathematics {
    switch (exponent, notation.names) {
    case (.step(let step), .general(let t)): relative(step, to: t)
    case (.step, .bare): .letter("t")
    default: .number(exponent.number < 0 ? "−\(-exponent.number)" : "\(exponent.number)")
    }
  }

  private func relative(_ step: Step, to t: Step) -> Mathematics {
    let distance = step.number - t.number
    if distance == 0 { return .letter("t") }
    return .joined(
      [.letter("t"), .number("\(distance.magnitude)")], by: distance < 0 ? .minus : .plus)
  }
}

extension Node {
  /// What is added up here, or compared, from left to right: a, b and c of max(max(a, b), c).
  fileprivate func operands(of calculation: Calculation) -> [Node] {
    var operands: [Node] = []
    var rest = self
    while rest.operation == .calculation(calculation), let first = rest.first,
      let second = rest.second
    {
      operands.append(second)
      rest = first
    }
    operands.append(rest)
    return operands.reversed()
  }
}

/// Looking at a formula, and changing parts of it.
extension Traced {
  /// The symbol that the number is known by; nil where it has none.
  public var symbol: Symbol? {
    if case .named(let symbol, _) = node.operation { symbol } else { nil }
  }

  /// How the number was calculated from its operands; nil for one that is named or has no formula.
  public var calculation: Calculation? {
    if case .calculation(let calculation) = written.operation { calculation } else { nil }
  }

  /// What it was calculated from; empty for a number without a formula.
  public var operands: [Traced] { written.operands.map(Traced.init(node:)) }

  /// Whether it is a literal of this value.
  public func isLiteral(_ value: Double) -> Bool {
    node.operation == .constant && self.value == value
  }

  /// The number itself, where it is a part of a formula that others know by a name.
  package var withoutPart: Traced { Traced(node: written) }

  private var written: Node {
    var node = node
    while node.operation == .part, let operand = node.first { node = operand }
    return node
  }

  /// The formula with parts of it exchanged, from the outside in. A quantity is looked at, not into.
  ///
  /// - Parameter change: what is to stand for a part; nil where that is looked into.
  public func rewriting(_ change: (Traced) -> Traced?) -> Traced {
    if let changed = change(self) { return changed }
    guard let calculation else { return self }
    let old = operands
    let new = old.map { $0.rewriting(change) }
    guard zip(old, new).contains(where: { $0.id != $1.id }) else { return self }
    return new.count == 1 ? Traced(calculation, new[0]) : Traced(calculation, new[0], new[1])
  }

  /// The formula with another number for a quantity.
  public func replacing(_ symbol: Symbol, by other: Traced) -> Traced {
    rewriting { $0.symbol == symbol ? other : nil }
  }

  /// The formula without a quantity: the sum, product or quotient that it stands in is what is left of it.
  public func without(_ symbol: Symbol) -> Traced {
    rewriting { part in
      guard let calculation = part.calculation, part.operands.count == 2 else { return nil }
      let (a, b) = (part.operands[0], part.operands[1])
      switch (calculation, a.symbol == symbol, b.symbol == symbol) {
      case (.sum, true, _), (.product, true, _): return b
      case (.sum, _, true), (.product, _, true), (.difference, _, true), (.quotient, _, true):
        return a
      case (.difference, true, _): return -b
      case (.quotient, true, _): return 1 / b
      default: return nil
      }
    }
  }

  /// How often a quantity stands in the formula.
  public func count(of symbol: Symbol) -> Int {
    self.symbol == symbol
      ? 1 : calculation == nil ? 0 : operands.reduce(0) { $0 + $1.count(of: symbol) }
  }
}

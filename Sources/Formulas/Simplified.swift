/// Operations that leave out what changes nothing, so that the derivative of w²/2 is written w and not 0.5·2·w¹.
enum Simplified {
  static func sum(_ a: Traced, _ b: Traced) -> Traced {
    if a.isConstant, a.value == 0 { return b }
    if b.isConstant, b.value == 0 { return a }
    if b.factors.number < 0 { return a - negation(b) }
    return folded(a, b, a + b)
  }

  static func difference(_ a: Traced, _ b: Traced) -> Traced {
    if b.isConstant, b.value == 0 { return a }
    if a.isConstant, a.value == 0 { return negation(b) }
    return a - b
  }

  static func negation(_ a: Traced) -> Traced {
    if case .calculation(.negation) = a.node.operation { return Traced(node: a.node.operands[0]) }
    return product(-1, a)
  }

  /// Numbers first, multiplied into one.
  static func product(_ a: Traced, _ b: Traced) -> Traced {
    let (left, right) = (a.factors, b.factors)
    let number = left.number * right.number
    let rest = [left.rest, right.rest].compactMap(\.self)
    guard let first = rest.first, number != 0 else { return Traced(number) }
    let product = rest.dropFirst().reduce(first, *)
    return number == 1 ? product : number == -1 ? -product : Traced(number) * product
  }

  static func quotient(_ a: Traced, _ b: Traced) -> Traced {
    if b.isConstant, b.value == 1 { return a }
    if a.isConstant, a.value == 0 { return 0 }
    return folded(a, b, a / b)
  }

  private static func folded(_ a: Traced, _ b: Traced, _ result: Traced) -> Traced {
    a.isConstant && b.isConstant ? Traced(result.value) : result
  }
}

extension Traced {
  fileprivate var isConstant: Bool { node.operation == .constant }

  /// The number that a product starts with, and what it multiplies; nil where that is nothing.
  fileprivate var factors: (number: Double, rest: Traced?) {
    switch node.operation {
    case .constant: return (value, nil)
    case .calculation(.negation): return (-1, Traced(node: node.operands[0]))
    case .calculation(.product) where Traced(node: node.operands[0]).isConstant:
      return (node.operands[0].value, Traced(node: node.operands[1]))
    default: return (1, self)
    }
  }
}

extension Traced {
  /// The partial derivatives of this number by each variable, by reverse-mode differentiation: one pass from the
  /// result back to the variables, whatever their number (Griewank and Walther, Evaluating Derivatives, chapter 3).
  ///
  /// A derivative is `Traced` itself, so it has a formula as well as a value:
  ///
  ///     let w = Traced(3).named("w")
  ///     let loss = Traced.pow(w, 2) / 2
  ///     loss.gradient(by: [w])[0]    // w = 3
  ///
  /// Constant factors are multiplied out (so a variable must have a name), and where a function has a corner the derivative is PyTorch's: 0 for |x| at
  /// zero, half for each of two equal numbers in a maximum or minimum, 0 for 0ʸ by y.
  public func gradient(by variables: [Traced]) -> [Traced] {
    // What does not count here may have no derivative, such as the logarithm in max(x, ln(x − 5)) at 1.
    let general = gradient(by: variables, isGeneral: true)
    return general.contains(where: \.value.isNaN)
      ? gradient(by: variables, isGeneral: false) : general
  }

  /// - Parameter isGeneral: whether the formulas hold at other places too, or leave out what does not count at this one.
  func gradient(by variables: [Traced], isGeneral: Bool) -> [Traced] {
    let adjoints = adjoints(
      by: Set(variables.map(\.id)), areIndependent: false, isGeneral: isGeneral)
    return variables.map { adjoints[$0.id] ?? 0 }
  }

  /// The derivatives of this number by the targets and by all between.
  ///
  /// - Parameter areIndependent: whether what a target does by way of another is left out, as in partial derivatives
  ///   by quantities that depend on each other.
  func adjoints(
    by targets: Set<ID>, areIndependent: Bool, isGeneral: Bool = true
  ) -> [ID: Traced] {
    let ends = areIndependent ? targets.subtracting([id]) : []
    let order = node.dependents(of: targets, stoppingAt: ends)
    var adjoints: [ID: Traced] = [id: 1]
    let reached = Set(order.map(ID.init))
    // A derivative that contains the result of an operation calls it by its name: out·(1 − out).
    var names: [ID: Traced] = [:]
    for node in order.reversed() where !ends.contains(ID(node)) {
      guard let adjoint = adjoints[ID(node)] else { continue }
      let operands = node.operands.map(Traced.init(node:))
      if case .named = node.operation { names[operands[0].id] = Traced(node: node) }
      let result = names[ID(node)] ?? Traced(node: node)
      for (position, operand) in operands.enumerated() where reached.contains(operand.id) {
        let flow = result.pullback(
          adjoint, by: node.operation, to: position, of: operands, isGeneral: isGeneral)
        adjoints[operand.id] = adjoints[operand.id].map { Simplified.sum($0, flow) } ?? flow
      }
    }
    return adjoints
  }

  /// The adjoint that the operation with this result hands to one of its operands: adjoint · ∂self/∂operand.
  private func pullback(
    _ adjoint: Traced, by operation: Operation, to position: Int, of operands: [Traced],
    isGeneral: Bool
  ) -> Traced {
    guard case .calculation(let calculation) = operation else { return adjoint }
    let x = operands[0]
    let y = operands[operands.count - 1]
    switch calculation {
    case .sum: return adjoint
    case .difference: return position == 0 ? adjoint : Simplified.negation(adjoint)
    case .negation: return Simplified.negation(adjoint)
    case .product: return Simplified.product(adjoint, operands[1 - position])
    case .quotient:
      return position == 0
        ? Simplified.quotient(adjoint, y)
        : Simplified.negation(Simplified.quotient(Simplified.product(adjoint, x), .pow(y, 2)))
    case .power(let exponent):
      let n = exponent.number
      let power = n == 1 ? 1 : n == 2 ? x : .pow(x, n - 1)
      return Simplified.product(adjoint, Simplified.product(Traced(Double(n)), power))
    case .realPower:
      return position == 0
        ? Simplified.product(adjoint, Simplified.product(y, .pow(x, y - 1)))
        : x.value == 0 && !isGeneral
          ? 0 : Simplified.product(adjoint, Simplified.product(self, .log(x)))
    case .maximum, .minimum:
      guard isGeneral else {
        let share: Double = x.value == y.value ? 0.5 : operands[position].value == value ? 1 : 0
        return Simplified.product(adjoint, Traced(share))
      }
      // 1 for the one that is taken, 0 for the other, half for each of two that are equal.
      let isFirst = (position == 0) == (calculation == .maximum)
      let lead = isFirst ? Simplified.difference(x, y) : Simplified.difference(y, x)
      return Simplified.quotient(Simplified.product(adjoint, 1 + .sign(lead)), 2)
    case .function(let function): return function.pullback(adjoint, to: x, from: self)
    }
  }
}

extension Node {
  /// This node and all below it that depend on one of the targets, operands before what is made of them; the walk goes
  /// no further than to the ends.
  ///
  /// It keeps its own stack: the graph of a long run is deeper than the machine's.
  func dependents(
    of targets: Set<ObjectIdentifier>, stoppingAt ends: Set<ObjectIdentifier> = []
  ) -> [Node] {
    var order: [Node] = []
    var depends: [ObjectIdentifier: Bool] = [:]
    var stack = [(node: self, next: 0)]
    while let (node, next) = stack.last {
      if let operand = node.operand(next), !ends.contains(ObjectIdentifier(node)) {
        stack[stack.count - 1].next += 1
        if depends[ObjectIdentifier(operand)] == nil { stack.append((operand, 0)) }
        continue
      }
      stack.removeLast()
      let key = ObjectIdentifier(node)
      guard depends[key] == nil else { continue }
      let isDependent =
        targets.contains(key)
        || node.first.map { depends[ObjectIdentifier($0)] == true } == true
        || node.second.map { depends[ObjectIdentifier($0)] == true } == true
      depends[key] = isDependent
      if isDependent { order.append(node) }
    }
    return order
  }
}

extension Traced {
  package typealias ID = ObjectIdentifier

  /// Which place of the graph this number is.
  package var id: ID { ID(node) }
}

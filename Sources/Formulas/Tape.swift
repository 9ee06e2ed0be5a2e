/// Formulas as a list of calculations, each of numbers before it in the list: what a graph is walked through for once can
/// then be calculated at any number of points (Griewank and Walther, Evaluating Derivatives, chapter 6).
///
/// It does what the graph did, operation by operation, so the numbers are the same to the last bit, without places of a graph to
/// make and to release.
struct Tape: Sendable {
  private struct Line {
    var calculation: Calculation
    /// Where the operands stand.
    var a, b: Int
  }

  /// What is known before any calculation: a place for each variable, then the constants.
  private var known: [Double]
  private let variables: Int
  /// Their numbers stand behind those that are known, in this order.
  private var lines: [Line] = []
  /// Where the formulas' numbers stand.
  private var results: [Int] = []

  init(_ formulas: [Traced], of variables: [Traced]) {
    self.variables = variables.count
    known = variables.map(\.value)
    let nodes = Self.nodes(of: formulas.map(\.node), above: Set(variables.map(\.id)))
    var places = Dictionary(uniqueKeysWithValues: zip(variables.map(\.id), 0...))
    for node in nodes where node.operation == .constant {
      places[ObjectIdentifier(node)] = known.count
      known.append(node.value)
    }
    for node in nodes {
      let operands = node.operands.compactMap { places[ObjectIdentifier($0)] }
      switch node.operation {
      case .constant: break
      case .named, .part: places[ObjectIdentifier(node)] = operands[0]
      case .calculation(let calculation):
        places[ObjectIdentifier(node)] = known.count + lines.count
        lines.append(
          Line(calculation: calculation, a: operands[0], b: operands[operands.count - 1]))
      }
    }
    results = formulas.compactMap { places[$0.id] }
  }

  /// The formulas' numbers where the variables are these.
  ///
  /// - Precondition: there is a number for each variable.
  func results(at point: [Double]) -> [Double] {
    precondition(point.count == variables, "A number for each variable.")
    return withUnsafeTemporaryAllocation(of: Double.self, capacity: known.count + lines.count) {
      numbers in
      // Plain loops over memory: in a debug build, iterators and accesses to arrays take longer than the arithmetic.
      var next = 0
      while next < known.count {
        numbers[next] = next < variables ? point[next] : known[next]
        next += 1
      }
      lines.withUnsafeBufferPointer { lines in
        var index = 0
        while index < lines.count {
          let line = lines[index]
          numbers[next] = line.calculation(numbers[line.a], numbers[line.b])
          next += 1
          index += 1
        }
      }
      return results.map { numbers[$0] }
    }
  }

  /// All that the formulas are made of down to the ends, operands before what is made of them.
  private static func nodes(of formulas: [Node], above ends: Set<ObjectIdentifier>) -> [Node] {
    var order: [Node] = []
    var seen = ends
    var stack = formulas.reversed().map { (node: $0, next: 0) }
    while let (node, next) = stack.last {
      if next == 0, seen.contains(ObjectIdentifier(node)) {
        stack.removeLast()
      } else if let operand = node.operand(next) {
        stack[stack.count - 1].next += 1
        stack.append((operand, 0))
      } else {
        seen.insert(ObjectIdentifier(node))
        order.append(node)
        stack.removeLast()
      }
    }
    return order
  }
}

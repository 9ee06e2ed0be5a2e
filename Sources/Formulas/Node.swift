/// A place in the graph of operations. It never changes, until it is released.
final class Node {
  let operation: Operation
  private(set) var operands: [Node]
  let value: Double

  init(_ operation: Operation, _ operands: [Node], value: Double) {
    self.operation = operation
    self.operands = operands
    self.value = value
  }

  /// A long run makes a deep graph: left to itself, its release would recurse once a node and overflow the stack.
  deinit {
    var released = operands
    operands = []
    while var node = released.popLast() {
      if isKnownUniquelyReferenced(&node) {
        released += node.operands
        node.operands = []
      }
    }
  }
}

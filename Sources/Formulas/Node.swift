/// A place in the graph of operations. It never changes, until it is released.
///
/// Its one or two operands are no array, since making one takes as long as all the rest of an operation.
final class Node {
  let operation: Operation
  let value: Double
  private(set) var first: Node?
  private(set) var second: Node?
  /// How many nodes lie below it one under another, at most.
  private let depth: Int

  init(_ operation: Operation, _ first: Node? = nil, _ second: Node? = nil, value: Double) {
    self.operation = operation
    self.value = value
    self.first = first
    self.second = second
    depth = 1 + max(first?.depth ?? 0, second?.depth ?? 0)
  }

  /// What it is made of, from left to right.
  var operands: [Node] { [first, second].compactMap(\.self) }

  /// The operand at a position, 0 or 1; nil where there is none.
  func operand(_ position: Int) -> Node? {
    position == 0 ? first : position == 1 ? second : nil
  }

  /// A long run makes a deep graph: left to itself, its release would recurse once a node and overflow the stack.
  deinit {
    guard depth > Self.shallow else { return }
    var released: [Node] = []
    handOver(to: &released)
    while var node = released.popLast() {
      if isKnownUniquelyReferenced(&node) { node.handOver(to: &released) }
    }
  }

  /// Graphs of this depth may be released by recursion.
  private static let shallow = 100

  private func handOver(to released: inout [Node]) {
    if let first, first.depth > Self.shallow { released.append(first) }
    if let second, second.depth > Self.shallow { released.append(second) }
    first = nil
    second = nil
  }
}

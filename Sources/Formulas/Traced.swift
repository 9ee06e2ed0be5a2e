import RealModule

/// A number that remembers how it was made.
///
/// Calculating with it gives bit for bit what `Double` gives, and builds a graph of operations. From that graph come
/// the formula in symbols, the same formula with its numbers filled in (`Notation`), and the derivatives (`gradient`).
///
///     let β = Traced(0.9).named("β")
///     let m = (β * 0.5 + (1 - β) * 2).named("m", 1)
///     m.value         // 0.6499999999999999
///     "\(m.derivation())"  // "m₁ = β·0.5 + (1 − β)·2 = 0.9·0.5 + (1 − 0.9)·2 = 0.65"
public struct Traced {
  let node: Node

  init(node: Node) {
    self.node = node
  }

  init(_ operation: Operation, _ operands: [Traced] = [], value: Double) {
    self.init(node: Node(operation, operands.map(\.node), value: value))
  }

  /// What was calculated.
  public var value: Double { node.value }
}

/// What a node does with its operands' values.
enum Operation: Hashable {
  case constant
  /// One operand, known by a name.
  case named(Symbol, Step?)
  case sum, difference, product, quotient, negation
  case power(Exponent)
  /// The second operand is the exponent.
  case realPower
  case sqrt, exp, log, tanh, sin, cos, sigmoid, magnitude, maximum

  enum Exponent: Hashable {
    case integer(Int)
    case step(Step)

    var number: Int {
      switch self {
      case .integer(let n): n
      case .step(let t): t.number
      }
    }
  }
}

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

extension Traced: Scalar {
  /// A number without a formula.
  public init(_ value: Double) { self.init(.constant, value: value) }
  public init(integerLiteral value: Int) { self.init(Double(value)) }
  public init(floatLiteral value: Double) { self.init(value) }

  public static func + (a: Traced, b: Traced) -> Traced {
    Traced(.sum, [a, b], value: a.value + b.value)
  }
  public static func - (a: Traced, b: Traced) -> Traced {
    Traced(.difference, [a, b], value: a.value - b.value)
  }
  public static func * (a: Traced, b: Traced) -> Traced {
    Traced(.product, [a, b], value: a.value * b.value)
  }
  public static func / (a: Traced, b: Traced) -> Traced {
    Traced(.quotient, [a, b], value: a.value / b.value)
  }
  public static prefix func - (a: Traced) -> Traced { Traced(.negation, [a], value: -a.value) }

  public static func sqrt(_ x: Traced) -> Traced { Traced(.sqrt, [x], value: .sqrt(x.value)) }
  public static func exp(_ x: Traced) -> Traced { Traced(.exp, [x], value: .exp(x.value)) }
  public static func log(_ x: Traced) -> Traced { Traced(.log, [x], value: .log(x.value)) }
  public static func tanh(_ x: Traced) -> Traced { Traced(.tanh, [x], value: .tanh(x.value)) }
  public static func sin(_ x: Traced) -> Traced { Traced(.sin, [x], value: .sin(x.value)) }
  public static func cos(_ x: Traced) -> Traced { Traced(.cos, [x], value: .cos(x.value)) }
  public static func sigmoid(_ x: Traced) -> Traced {
    Traced(.sigmoid, [x], value: .sigmoid(x.value))
  }

  public static func pow(_ x: Traced, _ n: Int) -> Traced {
    Traced(.power(.integer(n)), [x], value: .pow(x.value, n))
  }
  public static func pow(_ x: Traced, _ t: Step) -> Traced {
    Traced(.power(.step(t)), [x], value: .pow(x.value, t))
  }
  public static func pow(_ x: Traced, _ y: Traced) -> Traced {
    Traced(.realPower, [x, y], value: .pow(x.value, y.value))
  }

  public var magnitude: Traced { Traced(.magnitude, [self], value: value.magnitude) }
  public static func maximum(_ a: Traced, _ b: Traced) -> Traced {
    Traced(.maximum, [a, b], value: .maximum(a.value, b.value))
  }

  public func named(_ symbol: Symbol, _ t: Step?) -> Traced {
    Traced(.named(symbol, t), [self], value: value)
  }
}

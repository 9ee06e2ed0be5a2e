import Formulas
import TestSupport

/// A formula made at random, to be calculated with any number type.
indirect enum RandomExpression: Sendable {
  case variable(Int)
  case constant(Double)
  case unary(Unary, RandomExpression)
  case binary(Binary, RandomExpression, RandomExpression)
  case power(RandomExpression, Int)

  enum Unary: CaseIterable {
    case negate, sqrt, exp, log, tanh, sin, cos, sigmoid, magnitude, positive
  }
  enum Binary: CaseIterable { case add, subtract, multiply, divide, maximum, minimum, power }

  /// A formula of at most the given depth over the variables x0, x1 and x2.
  static func random(
    depth: Int, using generator: inout some RandomNumberGenerator
  ) -> RandomExpression {
    guard depth > 0 else {
      return Bool.random(using: &generator)
        ? .variable(Int.random(in: 0..<3, using: &generator))
        : .constant(Double(Int.random(in: -20...20, using: &generator)) / 4)
    }
    func smaller() -> RandomExpression {
      .random(depth: Int.random(in: 0..<depth, using: &generator), using: &generator)
    }
    switch Int.random(in: 0..<10, using: &generator) {
    case 0...2: return .unary(Unary.allCases.randomElement(using: &generator)!, smaller())
    case 3: return .power(smaller(), Int.random(in: -3...4, using: &generator))
    default:
      return .binary(Binary.allCases.randomElement(using: &generator)!, smaller(), smaller())
    }
  }

  func value<Number: Scalar>(_ variables: [Number]) -> Number {
    switch self {
    case .variable(let i): variables[i]
    case .constant(let c): Number(c)
    case .power(let x, let n): .pow(x.value(variables), n)
    case .unary(let operation, let x):
      switch operation {
      case .negate: -x.value(variables)
      case .sqrt: .sqrt(x.value(variables))
      case .exp: .exp(x.value(variables))
      case .log: .log(x.value(variables))
      case .tanh: .tanh(x.value(variables))
      case .sin: .sin(x.value(variables))
      case .cos: .cos(x.value(variables))
      case .sigmoid: .sigmoid(x.value(variables))
      case .positive: .positive(x.value(variables))
      case .magnitude: x.value(variables).magnitude
      }
    case .binary(let operation, let x, let y):
      switch operation {
      case .add: x.value(variables) + y.value(variables)
      case .subtract: x.value(variables) - y.value(variables)
      case .multiply: x.value(variables) * y.value(variables)
      case .divide: x.value(variables) / y.value(variables)
      case .maximum: .maximum(x.value(variables), y.value(variables))
      case .minimum: .minimum(x.value(variables), y.value(variables))
      case .power: .pow(x.value(variables), y.value(variables))
      }
    }
  }

  /// Whether it and all that it is made of are finite numbers at a point.
  func isFinite(_ point: [Double]) -> Bool {
    let parts: [RandomExpression] =
      switch self {
      case .variable, .constant: []
      case .unary(_, let x), .power(let x, _): [x]
      case .binary(_, let x, let y): [x, y]
      }
    return value(point).isFinite && parts.allSatisfy { $0.isFinite(point) }
  }

  /// Runs the body for many formulas and points, always the same.
  static func forMany(
    _ count: Int = 2000, _ body: (RandomExpression, [Double]) throws -> Void
  ) rethrows {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<count {
      let expression = RandomExpression.random(depth: 5, using: &generator)
      try body(expression, (0..<3).map { _ in Double.random(in: -3...3, using: &generator) })
    }
  }
}

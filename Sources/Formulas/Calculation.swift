/// How a number is made of one or two others.
public enum Calculation: Hashable, Sendable {
  case sum, difference, product, quotient, negation
  case power(Exponent)
  /// The second operand is the exponent.
  case realPower
  case maximum, minimum
  case function(Function)

  /// The exponent of a power that is known beforehand.
  public enum Exponent: Hashable, Sendable {
    case integer(Int)
    case step(Step)

    /// The exponent as a number.
    public var number: Int {
      switch self {
      case .integer(let n): n
      case .step(let t): t.number
      }
    }
  }

  /// The number that comes out.
  ///
  /// - Parameter b: the second operand; any number where there is only one.
  package func callAsFunction(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .sum: a + b
    case .difference: a - b
    case .product: a * b
    case .quotient: a / b
    case .negation: -a
    case .power(let exponent): .pow(a, exponent.number)
    case .realPower: .pow(a, b)
    case .maximum: .maximum(a, b)
    case .minimum: .minimum(a, b)
    case .function(let function): function(a)
    }
  }
}

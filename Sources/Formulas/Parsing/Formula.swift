/// A formula of some variables, calculated with any number type: what becomes of a person's text.
///
///     let bowl = try ParsedFormula("(x − 1)² + 2y²").expression
///     bowl.value(at: [3.0, 1.0])    // 6
public indirect enum Formula: Hashable, Sendable {
  /// One of the variables, by its place among them.
  case variable(Int)
  case number(Double)
  /// A number that has a name: π.
  case constant(Symbol, Double)
  /// With one or two operands.
  case calculation(Calculation, [Formula])

  /// What comes out where the variables are these.
  public func value<Number: Scalar>(at point: [Number]) -> Number {
    switch self {
    case .variable(let index): return point[index]
    case .number(let value): return Number(value)
    case .constant(let symbol, let value): return Number(value).named(symbol)
    case .calculation(let calculation, let operands):
      let numbers = operands.map { $0.value(at: point) }
      return calculation.result(of: numbers[0], numbers[numbers.count - 1])
    }
  }
}

extension Formula {
  /// What is calculated in it.
  public var calculations: Set<Calculation> {
    guard case .calculation(let calculation, let operands) = self else { return [] }
    return operands.reduce([calculation]) { $0.union($1.calculations) }
  }

  /// Euler's number; its powers are those of the function exp.
  static let e = Formula.constant("e", .exp(1))
  static let π = Formula.constant("π", .pi)

  static func unary(_ calculation: Calculation, _ x: Formula) -> Formula {
    .calculation(calculation, [x])
  }

  static func binary(_ calculation: Calculation, _ a: Formula, _ b: Formula) -> Formula {
    .calculation(calculation, [a, b])
  }

  /// A power. A whole number as exponent is known to be one, so that negative numbers have powers too.
  static func power(_ base: Formula, _ exponent: Formula) -> Formula {
    if base == e { return .unary(.function(.exp), exponent) }
    if let n = exponent.number.flatMap(Int.init(exactly:)), abs(n) <= 1_000_000 {
      return .unary(.power(.integer(n)), base)
    }
    return .binary(.realPower, base, exponent)
  }

  /// The number that it is; nil where something with a name is in it.
  var number: Double? { isNumber ? value(at: []) : nil }

  private var isNumber: Bool {
    switch self {
    case .number: true
    case .variable, .constant: false
    case .calculation(_, let operands): operands.allSatisfy(\.isNumber)
    }
  }
}

extension Calculation {
  /// What comes out with numbers of any type; b is any number where there is only one.
  fileprivate func result<Number: Scalar>(of a: Number, _ b: Number) -> Number {
    switch self {
    case .sum: a + b
    case .difference: a - b
    case .product: a * b
    case .quotient: a / b
    case .negation: -a
    case .power(.integer(let n)): .pow(a, n)
    case .power(.step(let t)): .pow(a, t)
    case .realPower: .pow(a, b)
    case .maximum: .maximum(a, b)
    case .minimum: .minimum(a, b)
    case .function(let function): function(a)
    }
  }
}

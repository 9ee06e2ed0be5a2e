/// A function of one number. Its derivative stands in FunctionDerivative.swift.
public enum Function: Hashable, Sendable {
  case sqrt, exp, log, tanh, sin, cos, sigmoid, magnitude, sign, positive

  func callAsFunction<Number: Scalar>(_ x: Number) -> Number {
    switch self {
    case .sqrt: .sqrt(x)
    case .exp: .exp(x)
    case .log: .log(x)
    case .tanh: .tanh(x)
    case .sin: .sin(x)
    case .cos: .cos(x)
    case .sigmoid: .sigmoid(x)
    case .magnitude: x.magnitude
    case .sign: .sign(x)
    case .positive: .positive(x)
    }
  }
}

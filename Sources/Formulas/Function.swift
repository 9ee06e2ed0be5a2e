/// A function of one number, with its derivative.
enum Function: Hashable, Sendable {
  case sqrt, exp, log, tanh, sin, cos, sigmoid, magnitude

  func callAsFunction(_ x: Double) -> Double {
    switch self {
    case .sqrt: .sqrt(x)
    case .exp: .exp(x)
    case .log: .log(x)
    case .tanh: .tanh(x)
    case .sin: .sin(x)
    case .cos: .cos(x)
    case .sigmoid: .sigmoid(x)
    case .magnitude: x.magnitude
    }
  }

  /// The adjoint of x, given that of the function's result: adjoint · ∂result/∂x.
  func pullback(_ adjoint: Traced, to x: Traced, from result: Traced) -> Traced {
    switch self {
    case .sqrt: return Simplified.quotient(adjoint, 2 * result)
    case .exp: return Simplified.product(adjoint, result)
    case .log: return Simplified.quotient(adjoint, x)
    case .tanh: return Simplified.product(adjoint, 1 - .pow(result, 2))
    case .sin: return Simplified.product(adjoint, .cos(x))
    case .cos: return Simplified.product(adjoint, -.sin(x))
    case .sigmoid: return Simplified.product(adjoint, result * (1 - result))
    case .magnitude:
      let sign: Double = x.value > 0 ? 1 : x.value < 0 ? -1 : 0
      return Simplified.product(adjoint, Traced(sign))
    }
  }
}

extension Function {
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
    case .magnitude: return Simplified.product(adjoint, .sign(x))
    case .sign, .positive: return 0
    }
  }
}

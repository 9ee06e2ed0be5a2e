import Formulas

/// What a neuron makes of its weighted sum; without it, layers on layers are one linear map.
///
///     Activation.relu(-2)               // 0
///     Activation.leakyReLU(0.1)(-2)     // −0.2
public enum Activation: Hashable, Sendable {
  /// The sum as it is: `torch.nn.Identity`.
  case identity
  /// From 0 to 1: `torch.nn.Sigmoid`.
  case sigmoid
  /// From −1 to 1: `torch.nn.Tanh`.
  case tanh
  /// The larger of 0 and the sum: Nair and Hinton 2010; `torch.nn.ReLU`.
  case relu
  /// ReLU with a slope below 0, by which a neuron goes on learning there: Maas, Hannun and Ng 2013; `torch.nn.LeakyReLU`.
  case leakyReLU(Double)

  /// What comes out of the neuron.
  public func callAsFunction<Number: Scalar>(_ x: Number) -> Number {
    switch self {
    case .identity: x
    case .sigmoid: .sigmoid(x)
    case .tanh: .tanh(x)
    case .relu: .maximum(0, x)
    case .leakyReLU(let a): .maximum(0, x) - Number(a).named("a") * .maximum(0, -x)
    }
  }

  /// The derivative of what comes out by x. At the corner it is that of the left side, as in PyTorch.
  public func slope<Number: Scalar>(at x: Number) -> Number {
    switch self {
    case .identity: return 1
    case .sigmoid:
      let y = Number.sigmoid(x)
      return y * (1 - y)
    case .tanh: return 1 - .pow(.tanh(x), 2)
    case .relu: return .positive(x)
    case .leakyReLU(let a): return .positive(x) + Number(a).named("a") * (1 - .positive(x))
    }
  }
}

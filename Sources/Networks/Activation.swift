import Formulas
import Words

extension Declaration {
  /// Activation functions and their derivatives, section 1 of the course's document 003 and section 2 of 004.
  public static let activations = Declaration(
    "activations", title: Words(en: "Activation functions", zh: "激活函数"),
    source:
      "Maas, Hannun and Ng 2013; course documents 003, section 1, and 004, section 2; torch.sigmoid, torch.tanh, torch.nn.ReLU, torch.nn.LeakyReLU",
    hyperparameters: [
      Hyperparameter(
        list: "x", "inputs", en: "the weighted sums that go in", zh: "输入激活函数的加权和",
        course: [-5, -2, -0.5, 0, 0.5, 2, 5]),
      Hyperparameter(
        "a", "slope", en: "the slope a of the leaky ReLU below 0", zh: "Leaky ReLU 在 0 以下的斜率 a",
        .belowOne, course: 0.01, torch: ("negative_slope", 0.01)),
    ],
    quantities: [
      Quantity("x", en: "what goes in", zh: "输入", "input", "z", "输入"),
      Quantity(
        "sigmoid", en: "sigmoid of x", zh: "x 的 sigmoid", "σ", "logistic", "s", "torch.sigmoid"),
      Quantity(
        .slope(of: "sigmoid"), en: "its derivative", zh: "sigmoid 的导数", "sigmoid′", "σ′", "s′",
        "dsigmoid", "d_sigmoid", "sigmoid_derivative", "sigmoid_grad", "sigmoid_prime"),
      Quantity("tanh", en: "tanh of x", zh: "x 的 tanh", "th", "torch.tanh"),
      Quantity(
        .slope(of: "tanh"), en: "its derivative", zh: "tanh 的导数", "tanh′", "dtanh",
        "tanh_derivative",
        "tanh_grad", "tanh_prime"),
      Quantity("relu", en: "ReLU of x", zh: "x 的 ReLU", "rectifier"),
      Quantity(
        .slope(of: "relu"), en: "its derivative", zh: "ReLU 的导数", "relu′", "drelu",
        "relu_derivative", "relu_grad", "relu_prime"),
      Quantity(
        "leaky", en: "leaky ReLU of x", zh: "x 的 Leaky ReLU", "leaky_relu", "lrelu", "leakyrelu"),
      Quantity(
        .slope(of: "leaky"), en: "its derivative", zh: "Leaky ReLU 的导数", "leaky′", "dleaky",
        "leaky_relu′", "leaky_derivative", "leaky_relu_derivative", "leaky_grad",
        "leaky_relu_grad", "leaky_prime", "dleaky_relu", "dleaky_relu_dx"),
    ])
}

extension Symbol {
  /// The derivative of an activation by what goes into it: ∂tanh/∂x.
  public static func slope(of activation: String) -> Symbol {
    Symbol(derivativeOf: activation, by: "x")
  }
}

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
  /// ReLU with a slope below 0: see `LeakyReLU`.
  case leakyReLU(Double)

  // Inlinable, as trainings call these for each neuron: Perceptrons has them optimized for Double.

  /// What comes out of the neuron.
  @inlinable public func callAsFunction<Number: Scalar>(_ x: Number) -> Number {
    switch self {
    case .identity: x
    case .sigmoid: .sigmoid(x)
    case .tanh: .tanh(x)
    case .relu: .maximum(0, x)
    case .leakyReLU(let a): LeakyReLU(a: Number(a))(x)
    }
  }

  /// The derivative of what comes out by x. At the corner it is that of the left side, as in PyTorch.
  @inlinable public func slope<Number: Scalar>(at x: Number) -> Number {
    slope(at: x, from: self(x))
  }

  /// The same, from what came out: sigmoid and tanh need no more than that.
  ///
  /// - Parameter y: what comes out for x.
  @inlinable public func slope<Number: Scalar>(at x: Number, from y: Number) -> Number {
    switch self {
    case .identity: 1
    case .sigmoid: y * (1 - y)
    case .tanh: 1 - .pow(y, 2)
    case .relu: .positive(x)
    case .leakyReLU(let a): LeakyReLU(a: Number(a)).slope(at: x)
    }
  }
}

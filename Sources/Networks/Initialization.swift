import Formulas

/// How large the first weights of a layer are: their standard deviation σ, their mean being 0.
///
///     σ = √(2/(nᵢₙ + nₒᵤₜ))    Xavier
///     σ = √(2/nᵢₙ)              He
///
/// Glorot and Bengio, "Understanding the Difficulty of Training Deep Feedforward Neural Networks", 2010 (Xavier);
/// He, Zhang, Ren and Sun, "Delving Deep into Rectifiers", 2015 (Kaiming, arXiv 1502.01852); course documents 003, section 2, and 004, section 3;
/// `torch.nn.init`.
public enum Initialization {
  /// Xavier's, a mean between what keeps signals of one size forwards, 1/√nᵢₙ, and gradients backwards, 1/√nₒᵤₜ.
  ///
  /// - Parameter gain: what weights are multiplied by; nil for nothing.
  public static func xavier<Number: Scalar>(
    inputs: Number, outputs: Number, gain: Number? = nil
  ) -> Number {
    let σ = Number.sqrt(2 / (inputs + outputs))
    return gain.map { $0 * σ } ?? σ
  }

  /// He's for ReLU, which takes half of the mean square away: twice the variance 1/n makes up for that.
  ///
  /// - Parameter fan: the inputs for signals of one size, the outputs for gradients of one size.
  public static func he<Number: Scalar>(fan: Number) -> Number { .sqrt(2 / fan) }

  /// He's for any activation: `torch.nn.init.kaiming_normal_`.
  public static func he<Number: Scalar>(fan: Number, gain: Number) -> Number {
    gain / .sqrt(fan)
  }

  /// How far a uniform distribution around 0 reaches that has the standard deviation σ.
  public static func bound<Number: Scalar>(_ σ: Number) -> Number { .sqrt(3) * σ }
}

extension Activation {
  /// By how much larger weights are to be to make up for the activation: `torch.nn.init.calculate_gain`.
  public var gain: Double {
    switch self {
    case .identity, .sigmoid: 1
    case .tanh: 5 / 3
    case .relu: .sqrt(2)
    case .leakyReLU(let a): .sqrt(2 / (1 + a * a))
    }
  }
}

import RealModule

/// How PyTorch draws the first weights of a layer: a matrix with a row for each output and in it a number for each
/// input. Layers have at least one input.
///
/// Glorot and Bengio, "Understanding the Difficulty of Training Deep Feedforward Neural Networks", 2010 (Xavier);
/// He, Zhang, Ren and Sun, "Delving Deep into Rectifiers", 2015 (Kaiming, arXiv 1502.01852).
extension TorchGenerator {
  /// The inputs that a neuron sums (`fan_in`) keep signals of one size going forwards, the outputs that it feeds
  /// (`fan_out`) keep gradients of one size going backwards.
  public enum Fan: Sendable {
    case inputs, outputs
  }

  /// The weights and biases of a new `nn.Linear(in, out)`.
  public mutating func linear<Number: TorchNumber>(
    inputs: Int, outputs: Int, as type: Number.Type = Float.self
  ) -> (weight: [[Number]], bias: [Number]) {
    let weight = kaimingUniform(
      inputs: inputs, outputs: outputs, gain: Self.gain(leakyReLU: .sqrt(5)), as: type)
    let bound = 1 / Double.sqrt(Double(inputs))
    return (weight, uniform(outputs, from: -bound, to: bound, as: type))
  }

  /// `nn.init.xavier_uniform_`.
  public mutating func xavierUniform<Number: TorchNumber>(
    inputs: Int, outputs: Int, gain: Double = 1, as type: Number.Type = Float.self
  ) -> [[Number]] {
    uniformRows(inputs, outputs, std: Self.xavier(inputs, outputs, gain))
  }

  /// `nn.init.xavier_normal_`.
  public mutating func xavierNormal<Number: TorchNumber>(
    inputs: Int, outputs: Int, gain: Double = 1, as type: Number.Type = Float.self
  ) -> [[Number]] {
    normalRows(inputs, outputs, std: Self.xavier(inputs, outputs, gain))
  }

  /// `nn.init.kaiming_uniform_`.
  public mutating func kaimingUniform<Number: TorchNumber>(
    inputs: Int, outputs: Int, fan: Fan = .inputs, gain: Double,
    as type: Number.Type = Float.self
  ) -> [[Number]] {
    uniformRows(inputs, outputs, std: Self.kaiming(inputs, outputs, fan, gain))
  }

  /// `nn.init.kaiming_normal_`.
  public mutating func kaimingNormal<Number: TorchNumber>(
    inputs: Int, outputs: Int, fan: Fan = .inputs, gain: Double,
    as type: Number.Type = Float.self
  ) -> [[Number]] {
    normalRows(inputs, outputs, std: Self.kaiming(inputs, outputs, fan, gain))
  }

  /// By how much weights are larger to make up for what a leaky ReLU takes away: `nn.init.calculate_gain`.
  ///
  /// - Parameter slope: that of the negative side; 0 is the plain ReLU.
  public static func gain(leakyReLU slope: Double) -> Double { .sqrt(2 / (1 + slope * slope)) }

  private static func xavier(_ inputs: Int, _ outputs: Int, _ gain: Double) -> Double {
    gain * .sqrt(2 / Double(inputs + outputs))
  }

  private static func kaiming(
    _ inputs: Int, _ outputs: Int, _ fan: Fan, _ gain: Double
  ) -> Double {
    gain / .sqrt(Double(fan == .inputs ? inputs : outputs))
  }

  /// The uniform distribution with a standard deviation reaches √3 times as far.
  private mutating func uniformRows<Number: TorchNumber>(
    _ inputs: Int, _ outputs: Int, std: Double
  ) -> [[Number]] {
    let bound = Double.sqrt(3) * std
    let values = uniform(inputs * outputs, from: -bound, to: bound, as: Number.self)
    return Self.rows(of: values, length: inputs)
  }

  private mutating func normalRows<Number: TorchNumber>(
    _ inputs: Int, _ outputs: Int, std: Double
  ) -> [[Number]] {
    let values = normal(inputs * outputs, mean: 0, std: std, as: Number.self)
    return Self.rows(of: values, length: inputs)
  }

  private static func rows<Number>(of values: [Number], length: Int) -> [[Number]] {
    stride(from: 0, to: values.count, by: length).map { Array(values[$0..<$0 + length]) }
  }
}

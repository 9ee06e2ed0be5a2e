/// A number for each weight and each bias of a network: their values, or the derivatives by them.
public struct Parameters<Number> {
  /// In the order w₁, w₂ and so on.
  public var weights: [Number]
  /// One a layer, or one a neuron where they are not shared.
  public var biases: [Number]

  /// Numbers in the order of the network's weights and biases.
  public init(weights: [Number], biases: [Number]) {
    self.weights = weights
    self.biases = biases
  }
}

extension Parameters: Sendable where Number: Sendable {}

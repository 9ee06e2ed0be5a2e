import Formulas
import Networks
import TorchRandom

/// A multilayer perceptron: dense layers, each followed by an activation but for the last, of any depth and width.
///
///     h = φ(X·W₁ᵀ + b₁)
///     out = h·W₂ᵀ + b₂
///
/// It is calculated for many samples at once and with plain numbers, so that a training is not waited for; `Networks` has
/// the small network whose every factor has a name.
public struct Perceptron: Sendable {
  /// The weights and biases of a layer: `torch.nn.Linear`.
  public struct Layer: Sendable {
    /// A row for each neuron, in it a number for each input.
    public var weights: Matrix
    /// One for each neuron.
    public var biases: [Double]

    public init(weights: Matrix, biases: [Double]) {
      (self.weights, self.biases) = (weights, biases)
    }
  }

  /// From the inputs on.
  public var layers: [Layer]
  /// What hidden neurons make of their sums.
  public let activation: Activation

  public init(layers: [Layer], activation: Activation) {
    (self.layers, self.activation) = (layers, activation)
  }

  /// A network with the weights and biases that PyTorch draws for `nn.Linear`, layer by layer.
  ///
  ///     Perceptron([2, 100, 3], .relu, from: &torch)    // 2 inputs, 100 hidden neurons, 3 outputs
  public init(_ sizes: [Int], _ activation: Activation, from torch: inout TorchGenerator) {
    var layers: [Layer] = []
    for (inputs, outputs) in Swift.zip(sizes, sizes.dropFirst()) {
      let drawn = torch.linear(inputs: inputs, outputs: outputs, as: Double.self)
      layers.append(Layer(weights: Matrix(drawn.weight), biases: drawn.bias))
    }
    self.init(layers: layers, activation: activation)
  }
}

extension Perceptron {
  /// What is calculated from the inputs to the outputs, a row a sample.
  public struct Pass: Sendable {
    /// What goes into each layer: the inputs first.
    public internal(set) var signals: [Matrix] = []
    /// The weighted sums of each layer.
    public internal(set) var sums: [Matrix] = []

    /// The sums of the last layer: predictions, or scores of classes.
    public var outputs: Matrix { sums[sums.count - 1] }
  }

  /// The forward pass.
  ///
  /// - Parameter masks: what hidden layers' outputs are multiplied by, such as dropout's 0 and 1/(1 − p); nil for nothing.
  public func forward(_ inputs: Matrix, masks: [Matrix]? = nil) -> Pass {
    var pass = Pass()
    var signal = inputs
    for (index, layer) in layers.enumerated() {
      pass.signals.append(signal)
      var sums = signal * layer.weights.transposed
      for row in 0..<sums.rows {
        for neuron in 0..<sums.columns { sums[row, neuron] += layer.biases[neuron] }
      }
      pass.sums.append(sums)
      signal = sums.map { activation($0) }
      if let masks, index < masks.count { signal = signal.zip(masks[index], *) }
    }
    return pass
  }

  /// Predictions, or scores of classes, a row a sample.
  public func callAsFunction(_ inputs: Matrix) -> Matrix { forward(inputs).outputs }

  /// Backpropagation: the derivatives of the loss by each weight and bias, in the shape of the layers.
  ///
  /// - Parameter byOutputs: the derivatives of the loss by the outputs.
  public func backward(_ pass: Pass, byOutputs: Matrix, masks: [Matrix]? = nil) -> [Layer] {
    Swift.zip(pass.signals, errors(pass, byOutputs: byOutputs, masks: masks)).map { signal, δ in
      let byBiases = (0..<δ.columns).map { neuron in
        (0..<δ.rows).reduce(0) { $0 + δ[$1, neuron] }
      }
      return Layer(weights: δ.transposed * signal, biases: byBiases)
    }
  }

  /// The derivatives δ of the loss by the weighted sums of each layer.
  public func errors(_ pass: Pass, byOutputs: Matrix, masks: [Matrix]? = nil) -> [Matrix] {
    var errors = [byOutputs]
    for index in layers.indices.dropFirst().reversed() {
      var δ = errors[errors.count - 1] * layers[index].weights
      if let masks { δ = δ.zip(masks[index - 1], *) }
      errors.append(δ.zip(pass.sums[index - 1]) { $0 * activation.slope(at: $1) })
    }
    return errors.reversed()
  }
}

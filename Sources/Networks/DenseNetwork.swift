import Formulas

/// The shape of a small network of sigmoid neurons, and the names of all its quantities: section 3.2.2 of the course.
///
/// Each neuron is connected with all of the layer before. All neurons of a layer share one bias, as in the course's
/// example. Weights are counted from w₁, layer by layer, neuron by neuron, input by input:
///
///     netₕ₁ = w₁·i₁ + w₂·i₂ + b₁
///     outₕ₁ = 1/(1 + exp(−netₕ₁))
///
/// The numbers are elsewhere, in `Parameters`, so one network can be tried with any.
public struct DenseNetwork: Sendable {
  public let inputCount: Int
  /// From the one behind the inputs to the outputs.
  public let layers: [Layer]

  /// One layer of neurons.
  public struct Layer: Sendable {
    /// How many inputs each of its neurons has.
    public let inputCount: Int
    /// The names of its neurons' quantities.
    public let neurons: [Neuron]
    /// The place of its first weight among all weights.
    let firstWeight: Int

    /// The places of a neuron's weights among all weights.
    public func weights(of neuron: Int) -> Range<Int> {
      let start = firstWeight + neuron * inputCount
      return start..<(start + inputCount)
    }
  }

  /// The names of a neuron's quantities.
  public struct Neuron: Sendable {
    /// The weighted sum of what comes in, and the bias.
    public let net: Symbol
    /// What comes out: 1/(1 + exp(−net)).
    public let out: Symbol
    /// The derivative of the whole error by net.
    public let δ: Symbol
    /// The neuron's own error, where it is an output.
    public let error: Symbol
  }

  /// i₁, i₂ and so on.
  public let inputs: [Symbol]
  /// t₁, t₂ and so on: what the outputs should be.
  public let targets: [Symbol]
  /// w₁, w₂ and so on, layer by layer.
  public let weights: [Symbol]
  /// b₁, b₂ and so on, one a layer.
  public let biases: [Symbol]
  /// ∂E/∂w₁, ∂E/∂w₂ and so on.
  let weightDerivatives: [Symbol]
  let biasDerivatives: [Symbol]

  /// A network of layers, each with a letter for its name and a number of neurons.
  ///
  ///     DenseNetwork(inputs: 2, layers: [("h", 2), ("o", 2)])   // the course's
  ///
  /// - Precondition: there are inputs and layers, and no layer is empty.
  public init(inputs inputCount: Int, layers shape: [(letter: String, count: Int)]) {
    precondition(inputCount > 0 && !shape.isEmpty, "A network has inputs and layers.")
    precondition(shape.allSatisfy { $0.count > 0 }, "A layer has neurons.")
    self.inputCount = inputCount
    var layers: [Layer] = []
    var (width, weightCount) = (inputCount, 0)
    for (letter, count) in shape {
      let neurons = (1...count).map { number in
        func symbol(_ quantity: String) -> Symbol { Symbol("\(quantity)_\(letter)\(number)") }
        return Neuron(
          net: symbol("net"), out: symbol("out"), δ: symbol("δ"), error: symbol("E"))
      }
      layers.append(Layer(inputCount: width, neurons: neurons, firstWeight: weightCount))
      weightCount += width * count
      width = count
    }
    self.layers = layers
    inputs = Self.symbols("i", inputCount)
    targets = Self.symbols("t", width)
    weights = Self.symbols("w", weightCount)
    biases = Self.symbols("b", shape.count)
    weightDerivatives = weights.map { .derivative(of: "E", by: $0.mathematics) }
    biasDerivatives = biases.map { .derivative(of: "E", by: $0.mathematics) }
  }

  private static func symbols(_ letter: String, _ count: Int) -> [Symbol] {
    (1...count).map { Symbol("\(letter)\($0)") }
  }
}

/// A number for each weight and each layer's bias of a network: their values, or the derivatives by them.
public struct Parameters<Number> {
  /// In the order w₁, w₂ and so on.
  public var weights: [Number]
  /// One a layer.
  public var biases: [Number]

  /// Numbers in the order of the network's weights and layers.
  public init(weights: [Number], biases: [Number]) {
    self.weights = weights
    self.biases = biases
  }
}

extension Parameters: Sendable where Number: Sendable {}

/// What goes into a network, and what should come out.
public struct Sample<Number> {
  /// One for each input.
  public var inputs: [Number]
  /// One for each output, from 0 to 1.
  public var targets: [Number]

  /// One training sample.
  public init(inputs: [Number], targets: [Number]) {
    self.inputs = inputs
    self.targets = targets
  }
}

extension Sample: Sendable where Number: Sendable {}

extension DenseNetwork {
  /// The same parameters, known by their names: w₁, b₁.
  public func named<Number: Scalar>(_ parameters: Parameters<Number>) -> Parameters<Number> {
    Parameters(
      weights: zip(parameters.weights, weights).map { $0.named($1) },
      biases: zip(parameters.biases, biases).map { $0.named($1) })
  }

  /// The same sample, its numbers known by their names: i₁, t₁.
  public func named<Number: Scalar>(_ sample: Sample<Number>) -> Sample<Number> {
    Sample(
      inputs: zip(sample.inputs, inputs).map { $0.named($1) },
      targets: zip(sample.targets, targets).map { $0.named($1) })
  }
}

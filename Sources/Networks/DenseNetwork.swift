import Formulas

/// The shape of a small network of sigmoid neurons, and the names of all its quantities: section 3.2.2 of the course.
///
/// Each neuron is connected with all of the layer before. All neurons of a layer share one bias, as in the course's
/// example, or each has its own, as in PyTorch's `torch.nn.Linear`. Weights are counted from w₁, layer by layer, neuron by
/// neuron, input by input:
///
///     netₕ₁ = w₁·i₁ + w₂·i₂ + b₁
///     outₕ₁ = 1/(1 + exp(−netₕ₁))
///
/// The numbers are elsewhere, in `Parameters`, so one network can be tried with any.
public struct DenseNetwork: Sendable {
  public let inputCount: Int
  /// From the one behind the inputs to the outputs.
  public let layers: [Layer]
  /// Whether the neurons of a layer have one bias.
  public let sharesBiases: Bool

  /// One layer of neurons.
  public struct Layer: Sendable {
    /// How many inputs each of its neurons has.
    public let inputCount: Int
    /// The names of its neurons' quantities.
    public let neurons: [Neuron]
    /// What leads into it, neuron by neuron.
    public let connections: [Connection]
    /// The place of each neuron's bias among all biases.
    let biases: [Int]

    /// The places of a neuron's weights among all weights.
    public func weights(of neuron: Int) -> Range<Int> {
      let start = connections[0].places.weight + neuron * inputCount
      return start..<(start + inputCount)
    }
  }

  /// The names of a neuron's quantities.
  public struct Neuron: Sendable {
    /// The weighted sum of what comes in, and the bias.
    public let net: Symbol
    /// What comes out: 1/(1 + exp(−net)).
    public let out: Symbol
    /// The neuron's own error, where it is an output.
    public let error: Symbol
    /// The derivative of the whole error by out.
    public let errorByOut: Symbol
    /// The derivative of out by net, which is the slope of the sigmoid.
    public let slope: Symbol
    /// The derivative of the whole error by net.
    public let δ: Symbol

    /// - Parameter name: its layer's letter and its number there: h1.
    init(_ name: String) {
      net = Symbol("net_\(name)")
      out = Symbol("out_\(name)")
      error = Symbol("E_\(name)")
      errorByOut = Symbol(derivativeOf: "E", by: out.name)
      slope = Symbol(derivativeOf: out.name, by: net.name)
      δ = Symbol(Symbol("δ_\(name)").mathematics, name: "dE_d\(net.name)")
    }
  }

  /// The way from an input, or from a neuron, to a neuron of the next layer, and the names of its quantities.
  public struct Connection: Sendable {
    /// Its weight: w₅.
    public let weight: Symbol
    /// What comes in: outₕ₁, or an input.
    public let source: Symbol
    /// The neuron that it leads to: o₁.
    public let target: Neuron
    /// The derivative of the neuron's net by the weight, which is what comes in: ∂netₒ₁/∂w₅.
    public let netByWeight: Symbol
    /// The derivative of the whole error by the weight: ∂E/∂w₅.
    public let errorByWeight: Symbol
    /// The derivative of the neuron's net by what comes in, which is the weight: ∂netₒ₁/∂outₕ₁.
    public let netBySource: Symbol
    /// What this way adds to the derivative of the error by what comes in. Where the neuron is an output, that is the derivative
    /// of the output's own error: ∂Eₒ₁/∂outₕ₁.
    public let errorBySource: Symbol
    /// The places of its weight among all weights, of what comes in, and of the neuron in its layer.
    let places: (weight: Int, source: Int, target: Int)

    init(
      from source: Symbol, to target: Neuron, at places: (weight: Int, source: Int, target: Int)
    ) {
      weight = Symbol("w\(places.weight + 1)")
      (self.source, self.target, self.places) = (source, target, places)
      netByWeight = Symbol(derivativeOf: target.net.name, by: weight.name)
      errorByWeight = Symbol(derivativeOf: "E", by: weight.name)
      netBySource = Symbol(derivativeOf: target.net.name, by: source.name)
      errorBySource = Symbol(derivativeOf: target.error.name, by: source.name)
    }
  }

  /// i₁, i₂ and so on.
  public let inputs: [Symbol]
  /// t₁, t₂ and so on: what the outputs should be.
  public let targets: [Symbol]
  /// w₁, w₂ and so on, layer by layer.
  public let weights: [Symbol]
  /// b₁, b₂ and so on, one a layer; bₕ₁, bₕ₂ and so on where each neuron has its own.
  public let biases: [Symbol]
  let biasDerivatives: [Symbol]

  /// A network of layers, each with a letter for its name and a number of neurons.
  ///
  ///     DenseNetwork(inputs: 2, layers: [("h", 2), ("o", 2)])   // the course's
  ///
  /// - Precondition: there are inputs and layers, and no layer is empty.
  public init(
    inputs inputCount: Int, layers shape: [(letter: String, count: Int)], sharesBiases: Bool = true
  ) {
    precondition(inputCount > 0 && !shape.isEmpty, "A network has inputs and layers.")
    precondition(shape.allSatisfy { $0.count > 0 }, "A layer has neurons.")
    self.inputCount = inputCount
    self.sharesBiases = sharesBiases
    inputs = Self.symbols("i", inputCount)
    var layers: [Layer] = []
    var (signals, weights, biases) = (inputs, [Symbol](), [Symbol]())
    for (letter, count) in shape {
      let names = (1...count).map { "\(letter)\($0)" }
      let neurons = names.map(Neuron.init)
      let connections = neurons.indices.flatMap { target in
        signals.indices.map { source in
          let weight = weights.count + target * signals.count + source
          return Connection(
            from: signals[source], to: neurons[target], at: (weight, source, target))
        }
      }
      layers.append(
        Layer(
          inputCount: signals.count, neurons: neurons, connections: connections,
          biases: neurons.indices.map { biases.count + (sharesBiases ? 0 : $0) }))
      signals = neurons.map(\.out)
      weights += connections.map(\.weight)
      biases += sharesBiases ? [Symbol("b\(layers.count)")] : names.map { Symbol("b_\($0)") }
    }
    (self.layers, self.weights, self.biases) = (layers, weights, biases)
    targets = Self.symbols("t", signals.count)
    biasDerivatives = biases.map { Symbol(derivativeOf: "E", by: $0.name) }
  }

  private static func symbols(_ letter: String, _ count: Int) -> [Symbol] {
    (1...count).map { Symbol("\(letter)\($0)") }
  }
}

extension DenseNetwork {
  /// The same parameters, known by their names: w₁, b₁.
  ///
  /// - Parameter t: the step that they are named by; nil where there is one training step only.
  public func named<Number: Scalar>(
    _ parameters: Parameters<Number>, at t: Step? = nil
  ) -> Parameters<Number> {
    Parameters(
      weights: zip(parameters.weights, weights).map { $0.named($1, t) },
      biases: zip(parameters.biases, biases).map { $0.named($1, t) })
  }

  /// The same sample, its numbers known by their names: i₁, t₁.
  public func named<Number: Scalar>(_ sample: Sample<Number>) -> Sample<Number> {
    Sample(
      inputs: zip(sample.inputs, inputs).map { $0.named($1) },
      targets: zip(sample.targets, targets).map { $0.named($1) })
  }
}

import Formulas

/// Gradient descent on one sample, again and again.
public struct Training<Number: Scalar> {
  /// What is trained.
  public let network: DenseNetwork
  /// What it is trained on, the same in each step.
  public let sample: Sample<Number>
  /// The learning rate.
  public let η: Number
  /// Whether biases learn too; in the course's example only weights do.
  public let updatesBiases: Bool

  /// Training that starts when it is run.
  public init(
    _ network: DenseNetwork, sample: Sample<Number>, η: Number, updatesBiases: Bool
  ) {
    self.network = network
    self.sample = network.named(sample)
    self.η = η.named("η")
    self.updatesBiases = updatesBiases
  }

  /// The parameters after a step against the gradient: w − η·∂E/∂w.
  public func updated(
    _ parameters: Parameters<Number>, by gradient: Parameters<Number>, at t: Step
  ) -> Parameters<Number> {
    func moved(_ old: [Number], _ gradient: [Number], _ symbols: [Symbol]) -> [Number] {
      old.indices.map { (old[$0] - η * gradient[$0]).named(symbols[$0], t) }
    }
    let biases = parameters.biases
    return Parameters(
      weights: moved(parameters.weights, gradient.weights, network.weights),
      biases: updatesBiases ? moved(biases, gradient.biases, network.biases) : biases)
  }

  /// The network after some number of steps.
  public struct Row {
    /// The number of the step; 0 is the start.
    public let step: Step
    /// Weights and biases after the step.
    public let parameters: Parameters<Number>
    /// What the network calculates with them.
    public let pass: ForwardPass<Number>
  }

  /// Trains and records each step; the first row is the start.
  public func run(from start: Parameters<Number>, steps: Int) -> [Row] {
    let start = network.named(start)
    var row = Row(step: 0, parameters: start, pass: network.forward(sample, start))
    var rows = [row]
    for number in stride(from: 1, through: steps, by: 1) {
      let backward = network.backward(sample, row.parameters, from: row.pass)
      let parameters = updated(row.parameters, by: backward.gradient, at: Step(number))
      row = Row(
        step: Step(number), parameters: parameters,
        pass: network.forward(sample, parameters))
      rows.append(row)
    }
    return rows
  }
}

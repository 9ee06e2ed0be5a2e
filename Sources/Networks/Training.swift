import Formulas
import Words

extension Declaration {
  /// Backpropagation through the course's network, section 3.2.
  public static let backprop = Declaration(
    "backprop", title: Words(en: "Backpropagation", zh: "反向传播"),
    source: "Rumelhart, Hinton and Williams 1986; course section 3.2",
    hyperparameters: [
      Hyperparameter(
        list: "i", "inputs", en: "the inputs i₁ and i₂", zh: "输入 i₁ 和 i₂", course: [0.05, 0.1]),
      Hyperparameter(
        list: "t", "targets", en: "what the outputs should be, t₁ and t₂", zh: "目标输出 t₁ 和 t₂",
        course: [0.01, 0.99]),
      Hyperparameter(
        list: "w", "weights", en: "the weights w₁ to w₈ at the start", zh: "权重 w₁ 到 w₈ 的初值",
        course: [0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55]),
      Hyperparameter(
        list: "b", "biases", en: "the bias of each layer at the start, b₁ and b₂",
        zh: "每层偏置的初值 b₁ 和 b₂", course: [0.35, 0.6]), .learningRate(course: 0.5, torch: 0.001),
    ],
    // Neuron by neuron; a table has them as they are calculated, forward and back.
    quantities: ofNeurons + ofError + ofConnections + ofParameters)

  private static let course = DenseNetwork.course

  private static let ofNeurons = course.layers.flatMap(\.neurons).flatMap { neuron in
    let name = neuron.net.index
    return [
      Quantity(
        neuron.net, en: "the weighted sum of what comes in, and the bias", zh: "输入的加权和加上偏置",
        "z_\(name)", "in_\(name)", "\(name)_net", "\(name)_in"),
      Quantity(
        neuron.out, en: "what comes out of the neuron", zh: "神经元的输出", "a_\(name)", "\(name)_out"),
      Quantity(
        neuron.errorByOut, en: "how E changes with out", zh: "E 对 out 的导数",
        "dE_total_dout_\(name)"),
      Quantity(neuron.slope, en: "the slope of the sigmoid", zh: "sigmoid 的导数"),
      Quantity(
        neuron.δ, en: "how E changes with net", zh: "E 对 net 的导数", "delta_\(name)",
        "dE_total_dnet_\(name)"),
    ]
  }

  private static let ofError =
    [
      Quantity(
        "E", en: "the error of the network", zh: "网络的总误差", "error", "loss", "cost", "E_total",
        "total_error", "total_loss", "误差", "总误差", "损失")
    ]
    + course.layers[1].neurons.map { neuron in
      Quantity(
        neuron.error, en: "the error of an output", zh: "一个输出的误差", "error_\(neuron.out.index)",
        "loss_\(neuron.out.index)")
    }

  private static let ofConnections =
    course.layers.flatMap(\.connections).map {
      Quantity($0.netByWeight, en: "how net changes with a weight", zh: "net 对权重的导数")
    }
    + course.layers[1].connections.flatMap {
      [
        Quantity($0.netBySource, en: "how net changes with what comes in", zh: "net 对输入的导数"),
        Quantity(
          $0.errorBySource, en: "how an output’s error changes with what comes in",
          zh: "一个输出的误差对输入的导数"),
      ]
    }

  private static let ofParameters = (course.weights + course.biases).flatMap { symbol in
    let name = symbol.name
    return [
      Quantity(
        symbol, en: "a weight or bias after the step", zh: "更新后的权重或偏置", "\(name)_new",
        "new_\(name)"),
      Quantity(
        Symbol(derivativeOf: "E", by: name), en: "how E changes with a weight or bias",
        zh: "E 对权重或偏置的导数", "d\(name)", "grad_\(name)", "\(name)_grad", "gradient_\(name)",
        "dE_total_d\(name)", "dL_d\(name)", "dloss_d\(name)"),
    ]
  }
}

extension DenseNetwork {
  /// The course's: two inputs, two hidden neurons and two outputs.
  public static let course = DenseNetwork(inputs: 2, layers: [("h", 2), ("o", 2)])
}

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
    let (weights, biases) = (parameters.weights, parameters.biases)
    return Parameters(
      weights: moved(weights, gradient.weights, network.weights),
      biases: updatesBiases
        ? moved(biases, gradient.biases, network.biases)
        : zip(biases, network.biases).map { $0.named($1, t) })
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

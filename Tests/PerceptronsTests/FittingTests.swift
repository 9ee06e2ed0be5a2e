import Descent
import Formulas
import Networks
import Perceptrons
import TestSupport
import Testing
import TorchRandom

@Suite struct FittingTests {
  /// Networks that PyTorch 2.13 trained.
  private struct Lessons: Decodable {
    var networks: [Case]
    var softmax_regression: Case
  }

  private struct Case: Decodable {
    var activation: String
    var last: String
    var optimizer: String
    var hyper: [String: Double]
    var weights: [[[Double]]]
    var inputs: [[Double]]
    var target: Target
    var steps: [Step]
    var final: [Values]

    var network: Perceptron {
      let activations: [String: Activation] = ["tanh": .tanh, "relu": .relu, "sigmoid": .sigmoid]
      return Perceptron(
        layers: weights.map { .init(weights: Matrix($0), biases: $0.map { _ in 0 }) },
        activation: activations[activation] ?? .identity)
    }

    var data: DataSet {
      switch target {
      case .classes(let classes):
        DataSet(
          inputs: Matrix(inputs), classes: classes, of: weights[weights.count - 1].count)
      case .rows(let rows): DataSet(inputs: Matrix(inputs), targets: Matrix(rows))
      }
    }

    var loss: Loss { last == "mse" ? .meanSquaredError : .crossEntropy }
  }

  private struct Step: Decodable {
    var loss: Double
    var gradients: [Values]?
  }

  /// Classes, or rows of numbers.
  private enum Target: Decodable {
    case classes([Int])
    case rows([[Double]])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let classes = try? container.decode([Int].self) {
        self = .classes(classes)
      } else {
        self = .rows(try container.decode([[Double]].self))
      }
    }
  }

  /// A matrix of weights, or a list of biases.
  private struct Values: Decodable {
    var values: [Double]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let rows = try? container.decode([[Double]].self) {
        values = rows.flatMap(\.self)
      } else {
        values = try container.decode([Double].self)
      }
    }
  }

  private static let cases: [Case] = {
    let lessons: Lessons = GoldenFile.read("lessons")
    return lessons.networks + [lessons.softmax_regression]
  }()

  /// Weights of all layers, then biases of all layers, as in the file.
  private func flat(_ layers: [Perceptron.Layer]) -> [[Double]] {
    layers.map(\.weights.values) + layers.map(\.biases)
  }

  private func expectClose(_ ours: [[Double]], _ theirs: [[Double]]) {
    #expect(ours.map(\.count) == theirs.map(\.count))
    for (a, b) in zip(ours.joined(), theirs.joined()) {
      #expect(abs(a - b) <= 1e-12 * max(1, abs(b)))
    }
  }

  private func follow(_ example: Case, by method: some Optimizer<Double>) throws {
    var torch = TorchGenerator(seed: 0)
    let network = example.network
    let pass = network.forward(example.data.inputs)
    let gradient = network.backward(
      pass, byOutputs: example.loss.gradient(pass.outputs, example.data.targets))
    expectClose(flat(gradient), try #require(example.steps[0].gradients).map(\.values))
    var fitting = Fitting(network, loss: example.loss, by: method)
    for step in example.steps {
      let loss = fitting.step(on: example.data, from: &torch)
      #expect(abs(loss - step.loss) <= 1e-12 * max(1, step.loss))
    }
    expectClose(flat(fitting.network.layers), example.final.map(\.values))
  }

  @Test(arguments: 0..<4)
  func trainingsArePyTorchs(number: Int) throws {
    let example = Self.cases[number]
    let η = try #require(example.hyper["lr"])
    if example.optimizer == "Adam" {
      try follow(example, by: Adam<Double>(["η": η, "β2": 0.999]))
    } else if let decay = example.hyper["weight_decay"] {
      try follow(example, by: Penalized(GradientDescent(η: η), λ: decay))
    } else {
      try follow(example, by: Momentum(η: η, β: example.hyper["momentum"] ?? 0))
    }
  }

  /// The derivatives are those of central differences, in networks of any depth, also with masks.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func gradientsAreCentralDifferences(seed: UInt64) {
    var torch = TorchGenerator(seed: Int(seed))
    var generator = SeededGenerator(seed: seed)
    let depth = Int.random(in: 1...4, using: &generator)
    let sizes = (0...depth).map { _ in Int.random(in: 2...4, using: &generator) }
    let activations: [Activation] = [.identity, .sigmoid, .tanh, .relu, .leakyReLU(0.1)]
    let network = Perceptron(sizes, activations[Int(seed) % 5], from: &torch)
    let inputs = Matrix((0..<5).map { _ in torch.randn(sizes[0], as: Double.self) })
    let classes = torch.randint(5, in: 0..<sizes[depth])
    let data = DataSet(inputs: inputs, classes: classes, of: sizes[depth])
    let masks = sizes.dropFirst().dropLast().map { width in
      Matrix(
        rows: 5, columns: width, torch.bernoulli(5 * width, p: 0.5, as: Double.self).map { 2 * $0 })
    }
    for loss in [Loss.crossEntropy, .meanSquaredError] {
      func value(_ network: Perceptron) -> Double {
        loss.value(network.forward(inputs, masks: masks).outputs, data.targets)
      }
      let pass = network.forward(inputs, masks: masks)
      let gradient = network.backward(
        pass, byOutputs: loss.gradient(pass.outputs, data.targets), masks: masks)
      for layer in network.layers.indices {
        for place in network.layers[layer].weights.values.indices {
          var (below, above) = (network, network)
          below.layers[layer].weights.values[place] -= 1e-6
          above.layers[layer].weights.values[place] += 1e-6
          let slope = (value(above) - value(below)) / 2e-6
          #expect(abs(slope - gradient[layer].weights.values[place]) <= 1e-7 * max(1, abs(slope)))
        }
        for place in network.layers[layer].biases.indices {
          var (below, above) = (network, network)
          below.layers[layer].biases[place] -= 1e-6
          above.layers[layer].biases[place] += 1e-6
          let slope = (value(above) - value(below)) / 2e-6
          #expect(abs(slope - gradient[layer].biases[place]) <= 1e-7 * max(1, abs(slope)))
        }
      }
    }
  }
}

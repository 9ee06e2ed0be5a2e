import Descent
import Perceptrons
import Plot
import TorchRandom

/// Softmax regression on a spiral, and a network with a hidden layer on the same.
struct SpiralContest {
  /// A classifier while it learns.
  struct Run {
    /// The classifier after the last step.
    let network: Perceptron
    /// The loss before the first step and after each.
    let losses: [Double]
    /// The share of samples in the right class, likewise.
    let accuracies: [Double]
  }

  let data: DataSet
  /// One layer of weights that start at 0.
  let linear: Run
  /// A hidden layer between, which PyTorch's numbers start.
  let network: Run

  /// How many arms the spiral has.
  static let classes = 3
  /// Adam's rate for the network.
  static let networkRate = 0.05

  init(of lesson: SoftmaxLesson) {
    var torch = TorchGenerator(seed: lesson.seed)
    data = .spiral(classes: Self.classes, samples: lesson.samples, from: &torch)
    let zeros = Perceptron.Layer(
      weights: Matrix(rows: Self.classes, columns: data.inputs.columns, repeating: 0),
      biases: Array(repeating: 0, count: Self.classes))
    linear = Run(
      Perceptron(layers: [zeros], activation: .identity),
      by: GradientDescent<Double>(η: lesson.learningRate), on: data, steps: lesson.steps)
    network = Run(
      Perceptron([data.inputs.columns, lesson.hidden, Self.classes], .relu, from: &torch),
      by: Adam<Double>(["η": Self.networkRate, "β2": 0.999]), on: data, steps: lesson.steps)
  }
}

extension SpiralContest.Run {
  fileprivate init(
    _ start: Perceptron, by method: some Optimizer<Double>, on data: DataSet, steps: Int
  ) {
    // Nothing is drawn in a step on all samples without dropout.
    var torch = TorchGenerator(seed: 0)
    var fitting = Fitting(start, loss: .crossEntropy, by: method)
    var (losses, accuracies) = ([Double](), [data.accuracy(of: start)])
    for _ in 0..<steps {
      losses.append(fitting.step(on: data, from: &torch))
      accuracies.append(data.accuracy(of: fitting.network))
    }
    losses.append(fitting.loss.value(fitting.network(data.inputs), data.targets))
    (network, self.losses, self.accuracies) = (fitting.network, losses, accuracies)
  }

  /// By how much the score of each class is above those of all others, at each place of a plane.
  func leads(x: ClosedRange<Double>, y: ClosedRange<Double>) -> [Field] {
    (0..<SpiralContest.classes).map { label in
      Field(x: x, y: y, columns: 145, rows: 97) { x, y in
        let scores = network(Matrix(rows: 1, columns: 2, [x, y])).values
        var highest = -Double.infinity
        for other in scores.indices where other != label { highest = max(highest, scores[other]) }
        return scores[label] - highest
      }
    }
  }
}

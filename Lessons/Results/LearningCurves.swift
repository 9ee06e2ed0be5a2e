import Descent
import Perceptrons
import TorchRandom

/// The losses of a network with many weights for few samples, on these and on others of the same clouds.
struct LearningCurves {
  static let (hidden, η, epochs) = (50, 0.01, 300)
  /// How many further samples validate the training.
  static let validationSamples = 300

  /// The losses before the first epoch and after each.
  let training: [Double]
  let validation: [Double]
  /// The accuracies in the end.
  let accuracies: (training: Double, validation: Double)
  /// How many weights and biases the network has.
  let parameters: Int

  /// The epoch after which the loss on other samples is least.
  var best: Int { validation.indices.min { validation[$0] < validation[$1] } ?? 0 }
  /// Whether the loss on other samples has clearly risen again since.
  var overfits: Bool { validation[Self.epochs] > 1.1 * validation[best] }

  init(on data: DataSet, from torch: inout TorchGenerator) {
    let others = DataSet.threeClouds(samples: Self.validationSamples / 3, from: &torch)
    let network = Perceptron([2, Self.hidden, 3], .relu, from: &torch)
    var fitting = Fitting(
      network, loss: .crossEntropy, by: Adam<Double>(η: Self.η, β1: 0.9, β2: 0.999))
    func loss(on data: DataSet) -> Double {
      fitting.loss.value(fitting.network(data.inputs), data.targets)
    }
    var (training, validation) = ([loss(on: data)], [loss(on: others)])
    for _ in 0..<Self.epochs {
      fitting.step(on: data, from: &torch)
      training.append(loss(on: data))
      validation.append(loss(on: others))
    }
    (self.training, self.validation) = (training, validation)
    accuracies = (data.accuracy(of: fitting.network), others.accuracy(of: fitting.network))
    parameters = network.layers.reduce(0) { $0 + $1.weights.values.count + $1.biases.count }
  }
}

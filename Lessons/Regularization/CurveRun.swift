import Descent
import Perceptrons
import TorchRandom

/// A network that learns a curve from samples, epoch after epoch.
struct CurveRun {
  /// Before the first epoch and after each.
  let networks: [Perceptron]
  /// What they learn from.
  let data: DataSet
  /// What shows how well they generalize.
  let validation: DataSet

  /// Trains with full batches: a step is an epoch.
  ///
  /// - Parameters:
  ///   - biases: the optimizer of the biases, where it is another than that of the weights.
  ///   - torch: draws the masks of dropout.
  init<Method: Optimizer<Double>>(
    _ network: Perceptron, on data: DataSet, validation: DataSet, by method: Method,
    biases: Method? = nil, dropout: Double = 0, epochs: Int, from torch: inout TorchGenerator
  ) {
    var fitting = Fitting(
      network, loss: .meanSquaredError, by: method, biases: biases, dropout: dropout)
    var networks = [network]
    for _ in 0..<epochs {
      fitting.step(on: data, from: &torch)
      networks.append(fitting.network)
    }
    (self.networks, self.data, self.validation) = (networks, data, validation)
  }

  var epochs: Int { networks.count - 1 }
  /// The network after the last epoch.
  var network: Perceptron { networks[epochs] }
  /// How many weights and biases there are.
  var parameters: Int {
    network.layers.reduce(0) { $0 + $1.weights.values.count + $1.biases.count }
  }
  /// The sum of all squared weights in the end, which a penalty makes smaller.
  var squaredWeights: Double {
    network.layers.flatMap(\.weights.values).reduce(0) { $0 + $1 * $1 }
  }

  /// The errors before the first epoch and after each.
  var history: [CurveErrors] { (0...epochs).map { errors(after: $0) } }

  /// The errors after an epoch, the last if none is named.
  func errors(after epoch: Int? = nil) -> CurveErrors {
    let network = networks[epoch ?? epochs]
    return CurveErrors(
      training: network.meanSquaredError(on: data),
      validation: network.meanSquaredError(on: validation))
  }
}

extension Perceptron {
  /// The mean of the squared differences between predictions and samples.
  func meanSquaredError(on data: DataSet) -> Double {
    Loss.meanSquaredError.value(self(data.inputs), data.targets)
  }
}

import Descent
import TorchRandom

/// An autoencoder of two linear layers, which gives back its inputs through a code of fewer numbers: course document 003,
/// section 6.
///
/// No such network can have a smaller loss than what the principal components of the data leave over: Eckart and Young 1936;
/// Baldi and Hornik 1989.
public struct LinearAutoencoder {
  private var fitting: Fitting<GradientDescent<Double>>
  /// The samples, a row each.
  public let data: Matrix

  /// - Parameters:
  ///   - encoder: a row for each number of the code, in it a weight for each number of a sample.
  ///   - decoder: a row for each number of a sample.
  ///   - η: the learning rate of gradient descent with full batches.
  public init(encoder: Matrix, decoder: Matrix, data: Matrix, η: Double) {
    let layers = [encoder, decoder].map {
      Perceptron.Layer(weights: $0, biases: Array(repeating: 0, count: $0.rows))
    }
    self.data = data
    // Without biases: these stay 0.
    fitting = Fitting(
      Perceptron(layers: layers, activation: .identity), loss: .meanSquaredError,
      by: GradientDescent(η: η), biases: GradientDescent(η: 0))
  }

  /// The encoder and the decoder as they are now.
  public var network: Perceptron { fitting.network }

  /// The mean squared difference between the samples and what comes back.
  public var loss: Double { Loss.meanSquaredError.value(network(data), data) }

  /// The numbers of the code.
  public var codeSize: Int { network.layers[0].biases.count }

  /// The code of a sample.
  public func code(of sample: [Double]) -> [Double] {
    network.forward(Matrix([sample])).sums[0].values
  }

  /// A step of gradient descent.
  public mutating func step() {
    var none = TorchGenerator(seed: 0)
    fitting.step(on: DataSet(inputs: data, targets: data), from: &none)
  }

  /// The least loss that a code of this size can have.
  public var bestPossible: Double {
    let left = (data.transposed * data).symmetricEigenvalues.dropFirst(codeSize)
    return max(0, left.reduce(0, +)) / Double(data.values.count)
  }
}

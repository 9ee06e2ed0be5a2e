/// Networks whose predictions are averaged, such as checkpoints of one training: course document 002, lesson 13; Huang et
/// al., "Snapshot Ensembles: Train 1, Get M for Free", 2017 (arXiv 1704.00109).
///
/// The mean squared error of the mean prediction is the mean of the networks' errors less the spread of their predictions,
/// so it is never above that mean: Krogh and Vedelsby, "Neural Network Ensembles, Cross Validation, and Active Learning",
/// 1995.
public struct Ensemble: Sendable {
  public let networks: [Perceptron]

  /// - Precondition: there is at least one network.
  public init(_ networks: [Perceptron]) {
    precondition(!networks.isEmpty, "There is something to average.")
    self.networks = networks
  }

  /// The mean of the predictions, a row a sample.
  public func callAsFunction(_ inputs: Matrix) -> Matrix { mean(of: networks.map { $0(inputs) }) }

  /// The mean squared distance of the networks' predictions from their mean.
  public func spread(on inputs: Matrix) -> Double {
    let predictions = networks.map { $0(inputs) }
    let mean = mean(of: predictions)
    return predictions.reduce(0) { $0 + Loss.meanSquaredError.value($1, mean) }
      / Double(predictions.count)
  }

  private func mean(of predictions: [Matrix]) -> Matrix {
    let sum = predictions.dropFirst().reduce(predictions[0]) { $0.zip($1, +) }
    return sum.map { $0 / Double(predictions.count) }
  }
}

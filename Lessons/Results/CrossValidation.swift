import Descent
import Networks
import Perceptrons
import TorchRandom

/// Softmax regression on three clouds that overlap, trained once for each fold without its samples.
struct CrossValidation {
  /// How many samples there are, as many of each cloud.
  static let samples = 30
  static let (η, steps) = (0.5, 200)

  /// A training without one fold.
  struct Round {
    /// The accuracy on the samples that it was trained on, and on those of the fold.
    let training: Double
    let validation: Double
  }

  let data: DataSet
  let folds: Folds
  let rounds: [Round]

  var accuracies: [Double] { rounds.map(\.validation) }

  init(folds count: Int, from torch: inout TorchGenerator) {
    let data = DataSet.threeClouds(samples: Self.samples / 3, from: &torch)
    let folds = Folds(of: data.count, count, order: torch.randperm(data.count))
    let start = Perceptron([2, 3], .identity, from: &torch)
    (self.data, self.folds) = (data, folds)
    rounds = zip(folds.training, folds.validation).map { training, validation in
      let training = data.samples(training)
      var fitting = Fitting(start, loss: .crossEntropy, by: GradientDescent(η: Self.η))
      for _ in 0..<Self.steps { fitting.step(on: training, from: &torch) }
      return Round(
        training: training.accuracy(of: fitting.network),
        validation: data.samples(validation).accuracy(of: fitting.network))
    }
  }
}

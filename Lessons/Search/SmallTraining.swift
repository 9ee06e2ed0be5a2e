import Descent
import Networks
import Perceptrons
import TorchRandom

/// A training that is short enough to be repeated with many hyperparameters: softmax regression on three clouds by Adam,
/// always from the same weights.
struct SmallTraining {
  static let (samples, steps) = (30, 40)

  /// What a trial is given.
  struct Hyperparameters {
    var η: Double
    var β1 = 0.9
    var β2 = 0.999
    var ε = 1e-8
  }

  private let training: DataSet
  private let validation: DataSet
  private let start: Perceptron

  init(from torch: inout TorchGenerator) {
    training = .threeClouds(samples: Self.samples / 3, from: &torch)
    validation = .threeClouds(samples: Self.samples, from: &torch)
    start = Perceptron([2, 3], .identity, from: &torch)
  }

  /// A training that has not begun.
  private func begin(_ given: Hyperparameters) -> Fitting<Adam<Double>> {
    Fitting(
      start, loss: .crossEntropy,
      by: Adam(η: given.η, β1: given.β1, β2: given.β2, ε: given.ε))
  }

  private func loss(of network: Perceptron) -> Double {
    Loss.crossEntropy.value(network(validation.inputs), validation.targets)
  }

  /// The validation loss after all steps.
  func loss(_ given: Hyperparameters) -> Double {
    var fitting = begin(given)
    // Nothing is drawn in full batches without dropout.
    var torch = TorchGenerator(seed: 0)
    for _ in 0..<Self.steps { fitting.step(on: training, from: &torch) }
    return loss(of: fitting.network)
  }

  /// The validation loss before the first step and after each, with one learning rate.
  func curve(η: Double) -> [Double] {
    var fitting = begin(Hyperparameters(η: η))
    var torch = TorchGenerator(seed: 0)
    return [loss(of: fitting.network)]
      + (0..<Self.steps).map { _ in
        fitting.step(on: training, from: &torch)
        return loss(of: fitting.network)
      }
  }

  /// A model that is watched: after each day its learning rate is changed by what the loss did.
  struct Watched {
    /// The learning rate of each day.
    var rates: [Double] = []
    /// The validation loss before the first step and after each, those that were taken back among them.
    var losses: [Double]
    /// The loss of what was kept, at the beginning of each day and in the end.
    var kept: [Double]
  }

  /// One model, watched day by day: the rate is doubled after a day on which the loss fell, and after one on which it did not
  /// the day is taken back and the rate divided by 4.
  ///
  /// - Parameters:
  ///   - η: the rate of the first day.
  ///   - stepsPerDay: how many steps are taken before somebody looks.
  func watched(from η: Double, stepsPerDay: Int) -> Watched {
    var (fitting, η) = (begin(Hyperparameters(η: η)), η)
    var torch = TorchGenerator(seed: 0)
    let first = loss(of: fitting.network)
    var watched = Watched(losses: [first], kept: [first])
    for day in 0..<Self.steps / stepsPerDay {
      let morning = fitting
      watched.rates.append(η)
      for _ in 0..<stepsPerDay {
        fitting.step(on: training, rate: η, from: &torch)
        watched.losses.append(loss(of: fitting.network))
      }
      let evening = loss(of: fitting.network)
      if evening < watched.kept[day] {
        η *= 2
      } else {
        fitting = morning
        η /= 4
      }
      watched.kept.append(min(evening, watched.kept[day]))
    }
    return watched
  }
}

import Networks
import TorchRandom

/// One model that is watched, and many that are left alone.
struct Models {
  static let (count, stepsPerDay, first) = (8, 5, 0.01)

  let watched: SmallTraining.Watched
  /// The learning rates of the others, in rising order, and their losses.
  let rates: [Double]
  let losses: [[Double]]

  init(of training: SmallTraining, on scale: LogUniform<Double>, from torch: inout TorchGenerator) {
    watched = training.watched(from: Self.first, stepsPerDay: Self.stepsPerDay)
    rates = torch.rand(Self.count, as: Double.self).map { scale($0) }.sorted()
    losses = rates.map(training.curve)
  }

  /// Which of the others has the least loss in the end.
  var best: Int {
    losses.indices.min { losses[$0][SmallTraining.steps] < losses[$1][SmallTraining.steps] } ?? 0
  }
}

import Descent
import LessonsShared
import Perceptrons
import TorchRandom

/// Gradient descent at the minimum with a rate that stays: how far the noise drives it off.
struct StationaryNoise {
  let size: Int
  let η: Double
  /// The scale of the noise.
  let scale: Double
  /// By how much the loss is above its minimum, in the mean over many steps.
  let measured: Double
  let expected: Double
  /// The summed variances of the samples' gradients by w and b, at the minimum.
  let variance: Double

  static let steps = 6000

  init(on line: LineFit, size: Int, η: Double, from torch: inout TorchGenerator) {
    var fitting = Fitting(
      LineFit.network(line.minimum), loss: .meanSquaredError, by: GradientDescent(η: η))
    var excess: [Double] = []
    for _ in 0..<Self.steps {
      // Each batch by itself: in an epoch, where each sample comes once, the errors of batches partly cancel.
      fitting.step(
        on: line.data.samples(torch.randint(size, in: 0..<line.data.count)), from: &torch)
      excess.append(line.excess(at: fitting.network.point))
    }
    let gradients = line.gradients(at: line.minimum)
    let variance = [0, 1].map { i in gradients.map { $0[i] }.variance }.reduce(0, +)
    let noise = BatchNoise(samples: Double(line.data.count), size: Double(size))
    (self.size, self.η, scale) = (size, η, noise.scale(η: η))
    // What is before the noise has set in is left out.
    measured = Array(excess.dropFirst(Self.steps / 10)).mean
    expected = noise.excess(η: η, variance: variance)
    self.variance = variance
  }
}

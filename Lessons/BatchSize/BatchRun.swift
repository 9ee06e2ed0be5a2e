import Descent
import Formulas
import LessonsShared
import Perceptrons
import TorchRandom

/// A descent with batches of one size, epoch after epoch.
struct BatchRun {
  let batches: Batches
  let η: Double
  /// By how much the loss of all samples is above its minimum, at the start and after each step.
  let excess: [Double]
  /// How many epochs are compared.
  let epochs: Int

  /// - Parameter steps: how many steps there are at least.
  init(
    on line: LineFit, size: Int, η: Double, epochs: Int, steps: Int,
    from torch: inout TorchGenerator
  ) {
    let batches = Batches(samples: line.data.count, size: size)
    var fitting = Fitting(
      LineFit.network(LineFit.start), loss: .meanSquaredError, by: GradientDescent(η: η))
    var excess = [line.excess(at: LineFit.start)]
    while excess.count <= max(steps, batches.iterations(epochs: epochs)) {
      for batch in batches.cut(torch.randperm(line.data.count)) {
        fitting.step(on: line.data.samples(batch), from: &torch)
        excess.append(line.excess(at: fitting.network.point))
      }
    }
    (self.batches, self.η, self.excess, self.epochs) = (batches, η, excess, epochs)
  }

  /// By how much the loss is above its minimum after each epoch, from the start on.
  var epochEnds: [Double] { (0...epochs).map { excess[$0 * batches.count] } }
}

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

extension Perceptron {
  /// The weight and the bias of a network that has one of each.
  fileprivate var point: [Double] { [layers[0].weights.values[0], layers[0].biases[0]] }
}

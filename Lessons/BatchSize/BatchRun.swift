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

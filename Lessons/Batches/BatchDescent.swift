import Descent
import Formulas

/// Gradient descent on the noisy line, a batch a step.
struct BatchDescent {
  /// What the three ways differ in, and nothing else.
  let batches: Batches
  /// Where it was at the start and after each step.
  let path: [[Double]]

  /// - Parameter epochs: the samples in the order in which each epoch goes through them.
  init(through epochs: [[NoisyLine.Sample]], batchSize: Int, from start: [Double], η: Double) {
    batches = Batches(samples: epochs[0].count, size: batchSize)
    var optimizer = GradientDescent(η: η)
    var (path, point) = ([start], start)
    for batch in epochs.flatMap(batches.cut) {
      let gradient = NoisyLine.gradient(at: point, of: batch)
      let t = Step(path.count)
      point = zip(point, gradient).map { optimizer.step($0, gradient: $1, at: t) }
      path.append(point)
    }
    self.path = path
  }

  /// Where it was at the start and after each epoch.
  var epochEnds: [[Double]] { stride(from: 0, to: path.count, by: batches.count).map { path[$0] } }
}

import Descent
import Formulas
import LessonsShared
import TorchRandom

/// Gradient descent on the noisy line, a batch a step.
struct BatchDescent {
  /// What the three ways differ in, and nothing else.
  let batches: Batches
  /// The samples of the first step.
  let firstBatch: [NoisyLine.Sample]
  /// Where it was at the start and after each step.
  let path: [[Double]]

  /// - Parameter torch: draws the order of the samples of each epoch; from the same one all ways get the same orders.
  init(
    on data: NoisyLine, from start: [Double], η: Double, batchSize: Int, epochs: Int,
    shuffledBy torch: TorchGenerator
  ) {
    var torch = torch
    var optimizer = GradientDescent(η: η)
    var path = [start]
    var firstBatch: [NoisyLine.Sample]?
    batches = Batches(samples: data.samples.count, size: batchSize)
    for _ in 0..<epochs {
      let order = torch.randperm(data.samples.count)
      for batch in batches.cut(order.map { data.samples[$0] }) {
        firstBatch = firstBatch ?? Array(batch)
        let point = path[path.count - 1]
        let gradient = Self.gradient(at: point, of: batch)
        let t = Step(path.count)
        path.append(point.indices.map { optimizer.step(point[$0], gradient: gradient[$0], at: t) })
      }
    }
    self.firstBatch = firstBatch ?? []
    self.path = path
  }

  /// Where it was at the start and after each epoch.
  var epochEnds: [[Double]] { stride(from: 0, to: path.count, by: batches.count).map { path[$0] } }

  /// The gradient of a batch's loss, by differentiating its formula.
  static func gradient(
    at point: [Double], of batch: some Collection<NoisyLine.Sample>
  ) -> [Double] {
    let variables = point.map(\.traced)
    return NoisyLine.loss(variables, of: batch).gradient(by: variables).map(\.value)
  }
}

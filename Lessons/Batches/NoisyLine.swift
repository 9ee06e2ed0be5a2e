import Formulas
import LessonsShared
import TorchRandom

/// Points about a straight line, whose slope w and height b are to be found: the loss of a point is ½·(w·x + b − y)², that
/// of a batch is the mean of its points' losses. All are quadratics in w and b, each with another minimum.
struct NoisyLine {
  struct Sample {
    var x: Double
    var y: Double
  }

  let samples: [Sample]
  /// Where the loss of all samples is least: the straight line of least squares (Gauss 1809).
  let minimum: [Double]

  /// The line that the points are made from.
  static let line = (w: 1.5, b: 0.5)
  /// The standard deviation of the points about the line.
  static let noise = 0.8

  init(count: Int, from torch: inout TorchGenerator) {
    let x = torch.normal(count, mean: 0.5, std: 0.8).map(Double.init)
    let noise = torch.normal(count, mean: 0, std: Self.noise).map(Double.init)
    samples = zip(x, noise).map { Sample(x: $0, y: Self.line.w * $0 + Self.line.b + $1) }
    let center = (x: samples.map(\.x).mean, y: samples.map(\.y).mean)
    let slopes = samples.map { ($0.x - center.x) * ($0.y - center.y) }.mean
    let w = slopes / samples.map { ($0.x - center.x) * ($0.x - center.x) }.mean
    minimum = [w, center.y - w * center.x]
  }

  /// The loss of one point (x, y).
  static func loss<Number: Scalar>(_ point: [Number], x: Number, y: Number) -> Number {
    .pow(point[0] * x + point[1] - y, 2) / 2
  }

  /// The mean loss of a batch.
  static func loss<Number: Scalar>(_ point: [Number], of batch: some Collection<Sample>) -> Number {
    batch.reduce(0) { $0 + loss(point, x: Number($1.x), y: Number($1.y)) }
      / Number(Double(batch.count))
  }

  /// The gradient of a batch's loss, by differentiating its formula.
  static func gradient(at point: [Double], of batch: some Collection<Sample>) -> [Double] {
    let variables = point.map(\.traced)
    return loss(variables, of: batch).gradient(by: variables).map(\.value)
  }

  /// The loss of all samples.
  func loss(at point: [Double]) -> Double { Self.loss(point, of: samples) }

  /// By how much the loss of all samples is above its minimum: the mean of ½·(w·x + b)², where w and b are the differences
  /// from the minimum.
  func excess(at point: [Double]) -> Double {
    let difference = zip(point, minimum).map { $0 - $1 }
    return samples.map { Self.loss(difference, x: $0.x, y: 0) }.mean
  }
}

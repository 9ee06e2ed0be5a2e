import Descent
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

  /// The line that the points are made from.
  static let line = (w: 1.5, b: 0.5)
  /// The standard deviation of the points about the line.
  static let noise = 0.8

  init(count: Int, from torch: inout TorchGenerator) {
    let x = torch.normal(count, mean: 0.5, std: 0.8).map(Double.init)
    let noise = torch.normal(count, mean: 0, std: Self.noise).map(Double.init)
    samples = zip(x, noise).map { Sample(x: $0, y: Self.line.w * $0 + Self.line.b + $1) }
  }

  /// The loss of one point (x, y).
  static func loss<Number: Scalar>(_ parameters: [Number], x: Number, y: Number) -> Number {
    .pow(parameters[0] * x + parameters[1] - y, 2) / 2
  }

  /// The mean loss of a batch.
  static func loss<Number: Scalar>(
    _ parameters: [Number], of batch: some Collection<Sample>
  ) -> Number {
    var sum: Number = 0
    for sample in batch { sum = sum + loss(parameters, x: Number(sample.x), y: Number(sample.y)) }
    return sum / Number(Double(batch.count))
  }

  private func mean(_ value: (Sample) -> Double) -> Double {
    samples.map(value).reduce(0, +) / Double(samples.count)
  }

  /// Where the loss of all samples is least: the straight line of least squares (Gauss 1809).
  func minimum() -> [Double] {
    let (x, y) = (mean(\.x), mean(\.y))
    let w = mean { ($0.x - x) * ($0.y - y) } / mean { ($0.x - x) * ($0.x - x) }
    return [w, y - w * x]
  }

  /// By how much the loss of all samples is above its minimum, as a function of the parameters: the quadratic ½·dᵀHd of
  /// the distance d from the minimum, where H is the mean of (x², x; x, 1).
  func excess() -> ([Double]) -> Double {
    let (minimum, x, square) = (minimum(), mean(\.x), mean { $0.x * $0.x })
    return { parameters in
      let (w, b) = (parameters[0] - minimum[0], parameters[1] - minimum[1])
      return (w * w * square + 2 * w * b * x + b * b) / 2
    }
  }
}

import Formulas
import Perceptrons
import TorchRandom

/// A curve and noisy samples of it.
struct CurveSamples {
  /// The samples that a network learns from.
  let training: DataSet
  /// These and four times as many further ones.
  let all: DataSet
  /// Others, which show how well it generalizes.
  let validation: DataSet
  /// Still others, by which nothing is chosen.
  let test: DataSet

  static let range = -1.0...1
  static let (more, validationCount, testCount) = (5, 200, 1000)

  init(_ count: Int, noise: Double, from torch: inout TorchGenerator) {
    func drawn(_ count: Int) -> DataSet {
      .curve(Self.curve, samples: count, over: Self.range, noise: noise, from: &torch)
    }
    all = drawn(Self.more * count)
    training = all.samples(0..<count)
    validation = drawn(Self.validationCount)
    test = drawn(Self.testCount)
  }

  static func curve<Number: Scalar>(_ x: Number) -> Number { .sin(4 * x) }

  /// The mean squared error of the curve itself, which is that of the noise.
  func errorOfCurve(on data: DataSet) -> Double {
    Loss.meanSquaredError.value(data.inputs.map(Self.curve), data.targets)
  }
}

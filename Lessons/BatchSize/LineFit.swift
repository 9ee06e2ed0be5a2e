import Formulas
import LessonsShared
import Networks
import Perceptrons
import TorchRandom

/// Points about a straight line, which a network of one weight w and one bias b is fitted to.
struct LineFit {
  let data: DataSet
  /// Where the mean squared error is least: w and b of least squares.
  let minimum: [Double]
  /// The means of x and of x².
  private let moments: (x: Double, xx: Double)

  static let line = (w: 1.5, b: 0.5)
  static let noise = 0.8
  static let start = [-1.0, 2.5]

  init(samples: Int, from torch: inout TorchGenerator) {
    data = .curve(
      { Self.line.w * $0 + Self.line.b }, samples: samples, over: -1...2, noise: Self.noise,
      from: &torch)
    let (x, y) = (data.inputs.values, data.targets.values)
    let products = zip(x, y).map { $0 * $1 }.mean
    moments = (x.mean, x.map { $0 * $0 }.mean)
    let w = (products - x.mean * y.mean) / (moments.xx - moments.x * moments.x)
    minimum = [w, y.mean - w * x.mean]
  }

  /// The network with a weight and a bias.
  static func network(_ point: [Double]) -> Perceptron {
    Perceptron(
      layers: [.init(weights: Matrix([[point[0]]]), biases: [point[1]])], activation: .identity)
  }

  /// The squared error of a sample.
  static func loss<Number: Scalar>(_ w: Number, _ b: Number, x: Number, y: Number) -> Number {
    .pow(w * x + b - y, 2)
  }

  /// The derivatives of a batch's loss by w and b.
  func gradient(at point: [Double], of places: some Sequence<Int>) -> [Double] {
    let (network, batch) = (Self.network(point), data.samples(places))
    let pass = network.forward(batch.inputs)
    let errors = Loss.meanSquaredError.gradient(pass.outputs, batch.targets)
    let layer = network.backward(pass, byOutputs: errors)[0]
    return [layer.weights.values[0], layer.biases[0]]
  }

  /// The derivatives of each sample's loss by w and b.
  func gradients(at point: [Double]) -> [[Double]] {
    (0..<data.count).map { gradient(at: point, of: [$0]) }
  }

  /// By how much the loss of all samples is above its minimum.
  func excess(at point: [Double]) -> Double {
    let (w, b) = (point[0] - minimum[0], point[1] - minimum[1])
    return moments.xx * w * w + 2 * moments.x * w * b + b * b
  }

  /// The largest curvature of the loss.
  var largestCurvature: Double {
    let hessian = Matrix([[2 * moments.xx, 2 * moments.x], [2 * moments.x, 2]])
    return hessian.symmetricEigenvalues[0]
  }
}

extension Perceptron {
  /// The weight and the bias of a network that has one of each.
  var point: [Double] { [layers[0].weights.values[0], layers[0].biases[0]] }
}

import Networks
import TorchRandom

/// The mean of one neuron's output in training over more and more masks.
struct MaskMeans {
  /// The mean over the first n masks, in place n − 1.
  let means: [Double]
  /// The same without the scale.
  let unscaled: [Double]

  init(of activation: Double, p: Double, masks count: Int, from torch: inout TorchGenerator) {
    let masks = torch.bernoulli(count, p: 1 - p, as: Double.self)
    let activations = Array(repeating: activation, count: count)
    means = Self.means(of: Dropout(p: p).train(activations, mask: masks))
    unscaled = Self.means(of: masks.map { $0 * activation })
  }

  /// The means of the first, of the first two numbers and so on.
  private static func means(of numbers: [Double]) -> [Double] {
    var sum = 0.0
    return numbers.enumerated().map { index, number in
      sum += number
      return sum / Double(index + 1)
    }
  }
}

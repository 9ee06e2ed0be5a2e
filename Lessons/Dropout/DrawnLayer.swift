import LessonsShared
import Networks
import TorchRandom

/// What the code of the course's example draws and calculates: `torch.randint(0, 10, [1, 4])`, `nn.Linear(4, 5)`,
/// `torch.relu` and `nn.Dropout(p)`.
struct DrawnLayer {
  let inputs: [Int]
  /// The activations after relu.
  let activations: [Double]
  /// 1 keeps a neuron, 0 drops it.
  let mask: [Double]

  init(p: Double, from torch: inout TorchGenerator) {
    let inputs = torch.randint(4, in: 0..<10)
    let layer = torch.linear(inputs: inputs.count, outputs: 5)
    self.inputs = inputs
    activations = zip(layer.weight, layer.bias).map { weights, bias in
      let sum = zip(weights, inputs).reduce(bias) { $0 + $1.0 * Float($1.1) }
      return Double(max(sum, 0))
    }
    mask = torch.bernoulli(activations.count, p: 1 - p, as: Double.self)
  }
}

/// The mean of one neuron's output in training over more and more masks.
struct MaskMeans {
  let activation: Double
  /// The mean over the first n masks, in place n − 1.
  let means: [Double]
  /// The same without the scale.
  let unscaled: [Double]

  init(of activation: Double, p: Double, masks: Int, from torch: inout TorchGenerator) {
    let dropout = Dropout(p: p)
    var (sum, unscaledSum) = (0.0, 0.0)
    var (means, unscaled): ([Double], [Double]) = ([], [])
    for mask in torch.bernoulli(masks, p: 1 - p, as: Double.self) {
      sum += dropout.train([activation], mask: [mask])[0]
      unscaledSum += mask * activation
      means.append(sum / Double(means.count + 1))
      unscaled.append(unscaledSum / Double(unscaled.count + 1))
    }
    self.activation = activation
    self.means = means
    self.unscaled = unscaled
  }
}

/// Means of one neuron's output in training that have nothing to do with each other: each is over masks of its own.
struct IndependentMeans {
  let means: [Double]
  /// How many masks each mean is over.
  let masks: Int

  init(of activation: Double, p: Double, count: Int, masks: Int, from torch: inout TorchGenerator) {
    self.masks = masks
    means = (0..<count).map { _ in
      let run = MaskMeans(of: activation, p: p, masks: masks, from: &torch)
      return run.means[masks - 1]
    }
  }
}

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
  /// What dropout makes of the activations in training.
  let outputs: [Double]

  init(p: Double, from torch: inout TorchGenerator) {
    let inputs = torch.randint(4, in: 0..<10)
    let layer = torch.linear(inputs: inputs.count, outputs: 5)
    self.inputs = inputs
    activations = zip(layer.weight, layer.bias).map { weights, bias in
      let sum = zip(weights, inputs).reduce(bias) { $0 + $1.0 * Float($1.1) }
      return Double(max(sum, 0))
    }
    mask = torch.bernoulli(activations.count, p: 1 - p, as: Double.self)
    outputs = Dropout(p: p).train(activations, mask: mask)
  }
}

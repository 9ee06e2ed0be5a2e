import Descent
import Formulas
import Networks
import TorchRandom

/// The training of a network, batch by batch, each weight and bias by an optimizer of its own.
///
///     var fitting = Fitting(network, loss: .crossEntropy, by: Adam<Double>(["η": 0.01]))
///     for _ in 0..<100 { fitting.epoch(on: data, batchSize: 32, from: &torch) }
public struct Fitting<Method: Optimizer> where Method.Number == Double {
  /// The network as it is now.
  public private(set) var network: Perceptron
  /// What is made small.
  public let loss: Loss
  /// The probability p of dropping a hidden neuron.
  public let dropout: Double
  /// The number of the last step.
  public private(set) var t: Step = 0

  /// For each layer, those of its weights and those of its biases.
  private var optimizers: [(weights: [Method], biases: [Method])]

  /// A training that has not begun.
  ///
  /// - Parameters:
  ///   - method: the optimizer of each weight.
  ///   - biases: that of each bias, where it is another, as with a penalty on weights alone.
  public init(
    _ network: Perceptron, loss: Loss, by method: Method, biases: Method? = nil, dropout: Double = 0
  ) {
    (self.network, self.loss, self.dropout) = (network, loss, dropout)
    optimizers = network.layers.map { layer in
      (
        layer.weights.values.map { _ in method }, layer.biases.map { _ in biases ?? method }
      )
    }
  }

  /// One step on a batch, and the batch's loss before it.
  ///
  /// - Parameters:
  ///   - rate: the learning rate, such as a schedule's; nil leaves it as the optimizer has it.
  ///   - torch: draws the masks of dropout.
  @discardableResult
  public mutating func step(
    on batch: DataSet, rate: Double? = nil, from torch: inout TorchGenerator
  ) -> Double {
    t = Step(t.number + 1)
    let masks = dropout > 0 ? drawnMasks(batch.inputs.rows, from: &torch) : nil
    let pass = network.forward(batch.inputs, masks: masks)
    let gradient = network.backward(
      pass, byOutputs: loss.gradient(pass.outputs, batch.targets), masks: masks)
    for (index, layer) in gradient.enumerated() {
      Self.move(
        &network.layers[index].weights.values, &optimizers[index].weights, layer.weights.values,
        rate, t)
      Self.move(
        &network.layers[index].biases, &optimizers[index].biases, layer.biases, rate, t)
    }
    return loss.value(pass.outputs, batch.targets)
  }

  /// Steps on all samples once, in batches of a random order, and the mean loss of the batches before their steps.
  @discardableResult
  public mutating func epoch(
    on data: DataSet, batchSize: Int, rate: Double? = nil, from torch: inout TorchGenerator
  ) -> Double {
    let batches = Batches(samples: data.count, size: batchSize)
    let losses = batches.cut(torch.randperm(data.count)).map {
      self.step(on: data.samples($0), rate: rate, from: &torch)
    }
    return losses.reduce(0, +) / Double(losses.count)
  }

  private static func move(
    _ parameters: inout [Double], _ optimizers: inout [Method], _ gradient: [Double],
    _ rate: Double?, _ t: Step
  ) {
    for i in parameters.indices {
      if let rate { optimizers[i].η = rate }
      parameters[i] = optimizers[i].step(parameters[i], gradient: gradient[i], at: t)
    }
  }

  private func drawnMasks(_ rows: Int, from torch: inout TorchGenerator) -> [Matrix] {
    network.layers.dropLast().map { layer in
      let (columns, kept) = (layer.biases.count, 1 - dropout)
      let mask = torch.bernoulli(rows * columns, p: kept, as: Double.self)
      return Matrix(rows: rows, columns: columns, mask.map { $0 / kept })
    }
  }
}

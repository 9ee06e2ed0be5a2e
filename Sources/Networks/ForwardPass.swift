import Formulas

/// What a network calculates from its inputs to its error.
public struct ForwardPass<Number> {
  /// The weighted sums of each layer's neurons.
  public internal(set) var net: [[Number]] = []
  /// What comes out of each layer's neurons, from 0 to 1.
  public internal(set) var out: [[Number]] = []
  /// The error of each output: ½·(t − out)².
  public internal(set) var errors: [Number] = []
  /// The sum of all errors.
  public internal(set) var error: Number

  /// What comes out of the last layer.
  public var outputs: [Number] { out[out.count - 1] }
}

extension DenseNetwork {
  /// Calculates the outputs for a sample's inputs, and their half squared error E = Σ ½·(t − out)².
  ///
  /// - Precondition: the sample and the parameters have the network's shape.
  public func forward<Number: Scalar>(
    _ sample: Sample<Number>, _ parameters: Parameters<Number>
  ) -> ForwardPass<Number> {
    precondition(
      sample.inputs.count == inputCount && sample.targets.count == targets.count
        && parameters.weights.count == weights.count && parameters.biases.count == biases.count,
      "A number for each input, target, weight and bias.")
    var pass = ForwardPass<Number>(error: 0)
    var signals = sample.inputs
    for layer in layers {
      let net = layer.neurons.indices.map { neuron in
        let first = layer.weights(of: neuron).lowerBound
        let terms = signals.indices.map { parameters.weights[first + $0] * signals[$0] }
        return (sum(terms) + parameters.biases[layer.biases[neuron]]).named(
          layer.neurons[neuron].net)
      }
      signals = net.indices.map { .sigmoid(net[$0]).named(layer.neurons[$0].out) }
      pass.net.append(net)
      pass.out.append(signals)
    }
    let outputs = layers[layers.count - 1].neurons
    pass.errors = outputs.indices.map { output in
      let difference = sample.targets[output] - signals[output]
      return (Number.pow(difference, 2) / 2).named(outputs[output].error)
    }
    pass.error = sum(pass.errors).named("E")
    return pass
  }
}

/// The sum from left to right, without a zero before the first term.
///
/// - Precondition: there is a term.
package func sum<Number: Scalar>(_ terms: [Number]) -> Number {
  var total = terms[0]
  for i in 1..<terms.count { total = total + terms[i] }
  return total
}

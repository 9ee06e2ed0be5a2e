import Networks
import Perceptrons

/// A signal through the layers of a network, and a gradient back.
struct Signal {
  let setup: SignalSetup
  /// What the recursion for wide layers says.
  let expected: [SignalSize.Layer]
  /// What each layer puts out.
  let outputs: [Matrix]
  /// The gradient by the sums of each layer.
  let errors: [Matrix]

  init(of setup: SignalSetup, by draw: SignalDraw) {
    let activation = setup.activation
    let network = Perceptron(
      layers: draw.weights.map { normals in
        .init(weights: setup.σ * normals, biases: Array(repeating: 0, count: normals.rows))
      }, activation: activation)
    let pass = network.forward(draw.inputs)
    outputs = pass.signals.dropFirst() + [pass.outputs.map { activation($0) }]
    errors = network.errors(
      pass, byOutputs: draw.gradient.zip(pass.outputs) { $0 * activation.slope(at: $1) })
    expected = SignalSize.layers(
      draw.weights.count, width: draw.inputs.columns, σ: setup.σ, activation)
    self.setup = setup
  }

  /// The standard deviation of what each layer puts out.
  var deviations: [Double] {
    outputs.map { layer in
      let (mean, meanSquare) = layer.moments
      return (meanSquare - mean * mean).squareRoot()
    }
  }

  /// The size of the gradient by the sums of each layer: the root of its mean square.
  var gradients: [Double] { errors.map { $0.moments.meanSquare.squareRoot() } }
}

import Formulas
import Lecture
import Networks
import Words

extension BackpropLesson {
  /// One pass forwards, back, and the update, with numbers that a reader chooses.
  func experiment(of pass: TracedPass) -> Experiment {
    let (forward, backward) = (pass.forward, pass.backward)
    let calculated =
      zip(forward.net, forward.out).flatMap { $0 + $1 } + forward.errors + [forward.error]
      + backward.δ.reversed().flatMap(\.self) + backward.gradient.all + pass.updated.weights
    func parameters(_ numbers: [Traced], _ meaning: Words) -> [Experiment.Parameter] {
      numbers.compactMap { number in
        number.symbol.map { Experiment.Parameter($0, meaning, .any, number.value) }
      }
    }
    var experiment = Experiment(
      subject: Self.name,
      parameters: parameters(pass.parameters.weights, Words(en: "weight", zh: "权重"))
        + parameters(pass.parameters.biases, Words(en: "bias", zh: "偏置"))
        + parameters(pass.sample.inputs, Words(en: "input", zh: "输入"))
        + parameters(pass.sample.targets, Words(en: "target", zh: "目标"))
        + [
          Experiment.Parameter("η", Declaration.backprop["η"].meaning, .positive, learningRate)
        ],
      rules: calculated.map(\.equation))
    experiment.places = places(of: pass)
    return experiment
  }

  /// Layers from left to right; what belongs to a weight stands on its way, what belongs to a neuron where that is.
  private func places(of pass: TracedPass) -> [(name: Mathematics, x: Double, y: Double)] {
    var places: [(name: Mathematics, x: Double, y: Double)] = []
    func place(_ number: Traced, _ x: Double, _ y: Double) {
      places.append((number.mathematicalName(Notation(.numbered)), x, y))
    }
    let rows = [0.2, 0.8]
    let (forward, backward) = (pass.forward, pass.backward)
    for (row, y) in rows.enumerated() {
      place(pass.sample.inputs[row], 0, y)
      for layer in forward.net.indices {
        let x = 0.24 + 0.4 * Double(layer)
        place(forward.net[layer][row], x, y)
        place(backward.δ[layer][row], x, y)
        place(forward.out[layer][row], x + 0.16, y)
      }
      place(forward.errors[row], 0.92, y)
      place(pass.sample.targets[row], 0.8, row == 0 ? 0 : 1)
    }
    place(forward.error, 1, 0.5)
    for (index, layer) in DenseNetwork.course.layers.enumerated() {
      let left = 0.4 * Double(index)
      for (neuron, y) in rows.enumerated() {
        for (source, weight) in layer.weights(of: neuron).enumerated() {
          // Nearer to where it starts, so that two that cross stand apart.
          let part = source == neuron ? 0.5 : 0.4
          let (x, height) = (
            left + part * 0.24,
            rows[source] + part * (y - rows[source])
          )
          place(pass.parameters.weights[weight], x, height)
          place(backward.gradient.weights[weight], x, height)
          place(pass.updated.weights[weight], x, height)
        }
      }
      place(pass.parameters.biases[index], 0.1 + 0.4 * Double(index), 0)
      place(backward.gradient.biases[index], 0.1 + 0.4 * Double(index), 0)
    }
    return places
  }
}

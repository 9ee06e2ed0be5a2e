import Formulas
import Networks
import TorchRandom

/// How much of a gradient is left at each layer or step before the last, in four small networks with one neuron a layer.
struct GradientPaths {
  /// What one network has at each layer or step, the input or the first state first.
  struct Path {
    let values: [Traced]
    /// The derivative of the last value by each.
    let derivatives: [Traced]

    init(_ values: [Traced]) {
      self.values = values
      derivatives = values[values.count - 1].gradient(by: values)
    }

    /// The derivative by the first.
    var whole: Double { derivatives[0].value }
  }

  let plain, residual, recurrent, cell: Path

  init(_ lesson: StructuresLesson) {
    var torch = TorchGenerator(seed: lesson.seed)
    let weights = torch.uniform(
      lesson.layers, from: -lesson.weight, to: lesson.weight, as: Double.self)
    func stack(_ hasShortcut: Bool) -> Path {
      var values = [Traced(0.5).named("x", 0)]
      for (index, weight) in weights.enumerated() {
        let layer = Step(index + 1)
        let W = [[Traced(weight).named("w", layer)]]
        values.append(Residual(W: W, hasShortcut: hasShortcut)([values[index]], layer: layer)[0])
      }
      return Path(values)
    }
    (plain, residual) = (stack(false), stack(true))

    let w = Traced(lesson.weight).named("w")
    let inputs = torch.randn(lesson.steps, as: Double.self).enumerated().map {
      Traced($1).named("x", Step($0 + 1))
    }
    let one = Traced(1).named("u")
    let layer = Recurrent(W: [[one]], U: [[w]], b: [Traced(0).named("b")])
    var states = [Traced(0).named("h", 0)]
    for (index, x) in inputs.enumerated() {
      states.append(layer.step([x], from: [states[index]], at: Step(index + 1))[0])
    }
    recurrent = Path(states)

    func gate(_ bias: Double) -> LSTM<Traced>.Gate {
      LSTM.Gate(W: [[one]], U: [[w]], b: [Traced(bias).named("b")])
    }
    let lstm = LSTM(i: gate(0), f: gate(lesson.forgetBias), g: gate(0), o: gate(0))
    var cells = [LSTM.State(h: [Traced(0).named("h", 0)], c: [Traced(0).named("c", 0)])]
    for (index, x) in inputs.enumerated() {
      cells.append(lstm.step([x], from: cells[index], at: Step(index + 1)))
    }
    cell = Path(cells.map { $0.c[0] })
  }
}

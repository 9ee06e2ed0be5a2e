import Formulas
import Networks

/// One neuron y = φ(w·x + b) that is to learn y = x from three samples, by gradient descent on the mean squared error.
struct Neuron<Number: Scalar> {
  let activation: Activation
  private(set) var w: Number
  private(set) var b: Number
  private(set) var t: Step

  static var x: [Double] { [1, 2, 3] }
  static var targets: [Double] { x }

  init(_ activation: Activation, w: Double = 3, b: Double = 0, t: Step = 0) {
    (self.activation, self.t) = (activation, t)
    (self.w, self.b) = (Number(w).named("w", t), Number(b).named("b", t))
  }

  /// Forwards and backwards through the neuron.
  struct Pass {
    let z: [Number]
    let y: [Number]
    let slopes: [Number]
    let loss: Number
    /// The derivatives of the loss by the sums z.
    let δ: [Number]
    let byW: Number
    let byB: Number
  }

  var pass: Pass {
    let x = Self.x.enumerated().map { Number($1).named(Symbol("x\($0 + 1)")) }
    let targets = Self.targets.enumerated().map { Number($1).named(Symbol("t\($0 + 1)")) }
    let n = Number(Double(x.count))
    let z = x.indices.map { (w * x[$0] + b).named(Symbol("z\($0 + 1)")) }
    let y = z.indices.map { activation(z[$0]).named(Symbol("y\($0 + 1)")) }
    let slopes = z.indices.map {
      activation.slope(at: z[$0], from: y[$0]).named(Symbol("y′\($0 + 1)"))
    }
    let loss = (sum(zip(y, targets).map { .pow($0 - $1, 2) }) / n).named("L")
    let δ = y.indices.map {
      (2 * (y[$0] - targets[$0]) * slopes[$0] / n).named(Symbol("δ\($0 + 1)"))
    }
    let byW = sum(zip(δ, x).map { $0 * $1 }).named(Symbol(derivativeOf: "L", by: "w"))
    let byB = sum(δ).named(Symbol(derivativeOf: "L", by: "b"))
    return Pass(z: z, y: y, slopes: slopes, loss: loss, δ: δ, byW: byW, byB: byB)
  }

  mutating func step(_ pass: Pass, η: Number) {
    t = Step(t.number + 1)
    w = (w - η * pass.byW).named("w", t)
    b = (b - η * pass.byB).named("b", t)
  }
}

/// The training of a neuron: itself and its pass at the start and after each step.
struct NeuronRun {
  let activation: Activation
  let rows: [(neuron: Neuron<Double>, pass: Neuron<Double>.Pass)]

  init(_ activation: Activation, steps: Int, η: Double) {
    self.activation = activation
    var neuron = Neuron<Double>(activation)
    var rows = [(neuron, neuron.pass)]
    for _ in 0..<steps {
      neuron.step(rows[rows.count - 1].1, η: η)
      rows.append((neuron, neuron.pass))
    }
    self.rows = rows
  }

  /// For how many samples the sum is above 0, after a step.
  func activeCount(_ step: Int) -> Int { rows[step].pass.z.count { $0 > 0 } }

  /// The first step after which no sum is above 0; nil where there is none.
  var death: Int? { rows.indices.first { activeCount($0) == 0 } }

  /// The first step after that after which some sum is above 0 again; nil where there is none.
  var comeback: Int? {
    death.flatMap { death in rows.indices.first { $0 > death && activeCount($0) > 0 } }
  }
}

extension ActivationsLesson {
  func run(_ activation: Activation) -> NeuronRun {
    NeuronRun(activation, steps: steps, η: learningRate)
  }
}

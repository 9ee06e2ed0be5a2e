import Formulas
import Networks

/// The first sample of the exercise that `course golden softmax` solves, and one step on it.
struct SoftmaxExample {
  /// What the step calculates, and what the next one would.
  let pass, next: SoftmaxRegression<Traced>.Pass
  /// The weights and biases after the step.
  let after: SoftmaxRegression<Traced>
  /// Which class is right, counted from 0.
  let right: Int

  init(η: Double) {
    func numbers(_ symbol: Symbol) -> [Double] { Declaration.softmax[symbol].course }
    let inputs = numbers("w").count / numbers("b").count
    let weights = stride(from: 0, to: numbers("w").count, by: inputs).map { first in
      numbers("w")[first..<(first + inputs)].map { Traced($0) }
    }
    right = Int(numbers("y")[0]) - 1
    var regression = SoftmaxRegression(
      inputs: [numbers("x").prefix(inputs).map { Traced($0) }], classes: [right],
      weights: weights, biases: numbers("b").map { Traced($0) }, η: Traced(η))
    pass = regression.step(at: 1)
    after = regression
    next = regression.step(at: 2)
  }

  var softmax: Softmax<Traced> { pass.softmax[0] }

  /// A class that is neither right nor that with the largest score, counted from 0.
  var other: Int {
    softmax.shifted.indices.first { $0 != right && softmax.shifted[$0].value < 0 } ?? 0
  }

  /// The probability of the right class before and after the step.
  var rightProbabilities: (before: Double, after: Double) {
    (softmax.probabilities[right].value, next.softmax[0].probabilities[right].value)
  }
}

import Formulas
import Networks

extension Subject {
  /// Backpropagation through two inputs, two hidden and two output neurons, and what is known to go wrong with it.
  public static let backprop = Subject(
    declaration: .backprop, assignment: Assignment(Declaration.backprop.hyperparameters, steps: 2),
    procedure: .backprop(), variants: BackpropMistakes.all + BackpropDialects.all,
    // Larger inputs and steps, so that four decimals show what is done.
    probes: [
      {
        $0.numbers = [
          "inputs": [1, 2], "targets": [0.1, 0.8],
          "weights": [0.5, -0.7, 0.3, 0.9, -1.1, 0.6, 0.8, -0.4], "biases": [0.2, -0.3],
          "learning-rate": [5],
        ]
      }
    ],
    draw: { exercise, generator in
      func numbers(_ count: Int, _ range: ClosedRange<Int>, per unit: Double) -> [Double] {
        range.shuffled(using: &generator).prefix(count).map { Double($0) / unit }
      }
      // Of changing sign, no two alike and far enough from 0, so that no two formulas agree by chance.
      func signed(_ numbers: [Double]) -> [Double] {
        numbers.map { Bool.random(using: &generator) ? $0 : -$0 }
      }
      exercise.numbers["inputs"] = numbers(2, 2...6, per: 4)
      exercise.numbers["targets"] = numbers(2, 1...9, per: 10)
      exercise.numbers["weights"] = signed(numbers(8, 3...12, per: 10))
      exercise.numbers["biases"] = signed(numbers(2, 2...8, per: 10))
      exercise.draw(["learning-rate": [4, 5, 6, 8]], using: &generator)
    },
    objection: { exercise in
      for parameter in exercise.parameters
      where exercise.list(parameter.option).count != parameter.course.count {
        let (name, count) = (parameter.option, parameter.course.count)
        return ExerciseError(
          en: "`\(name)` must be \(count) numbers.", zh: "`\(name)` 必须是 \(count) 个数。")
      }
      return nil
    })
}

extension Procedure {
  /// The training of a network on one sample: a row for the start, then a row a step, of the forward pass with the
  /// parameters before it, the way back, and the update.
  static func backprop(
    _ network: DenseNetwork = .course, updatesBiases: Bool = false
  ) -> Procedure {
    let course = DenseNetwork.course
    return table(from: course.weights + course.biases) { exercise in
      let given: Given<Traced> = exercise.given()
      let training = Training(
        network, sample: Sample(inputs: given.list("i"), targets: given.list("t")),
        η: given["η"], updatesBiases: updatesBiases)
      var start = course.named(
        Parameters(weights: given.list("w"), biases: given.list("b")), at: 0)
      if !network.sharesBiases {
        start.biases = zip(start.biases, network.layers).flatMap { bias, layer in
          Array(repeating: bias, count: layer.neurons.count)
        }
        start = network.named(start, at: 0)
      }
      return (training: training, parameters: start)
    } row: { state, scope in
      let (sample, parameters) = (state.training.sample, state.parameters)
      let pass = network.forward(sample, parameters)
      let gradient = network.backward(sample, parameters, from: pass).gradient
      state.parameters = state.training.updated(parameters, by: gradient, at: scope.t)
    }
  }

  /// The same with the forward pass of each row taken after its update, which is that of the next row.
  static let backpropForwardLast = Procedure { exercise, edits in
    var longer = exercise
    longer.steps += 1
    let key = backprop().solve(longer, edits)
    func isForward(_ name: String) -> Bool { ["net", "out", "E"].contains(Symbol(name).letter) }
    return Solution(steps: key.steps.dropLast()) { isExplained in
      let calculation = key.start(isExplained)
      var next = calculation(0)
      return { step in
        let row = next
        next = calculation(step + 1)
        return Solution.Row(
          step: step,
          entries: row.entries.filter { !isForward($0.name) }
            + next.entries.filter { isForward($0.name) })
      }
    }
  }
}

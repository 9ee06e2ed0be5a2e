import Formulas
import Networks
import Words

extension Subject {
  /// Softmax regression on a few samples, and what is known to go wrong with it.
  ///
  /// A row is a step: of each sample the scores, what softmax makes of them and the loss, then the mean of the losses, its
  /// derivatives, and the weights and biases after the step.
  public static let softmax = Subject(
    declaration: .softmax, assignment: Assignment(Declaration.softmax.hyperparameters, steps: 3),
    procedure: .softmax, variants: SoftmaxMistakes.all,
    probes: [
      // Scores of which four decimals show what is done with them.
      {
        $0.numbers = [
          "inputs": [1.5, -2, 0.5, 1, -1, 0.75], "classes": [2, 3, 1],
          "weights": [0.8, -0.6, 0.5, 0.9, -0.7, 0.4], "biases": [0.2, -0.3, 0.4],
          "learning-rate": [2],
        ]
      },
      // Scores whose exponentials no number holds, and a probability that is too small for one.
      { $0.numbers["inputs"] = [10_000, 30_000, -20_000, 5000, 5000, -10_000] },
    ],
    draw: { exercise, generator in
      func numbers(_ count: Int, _ range: ClosedRange<Int>, per unit: Double) -> [Double] {
        range.shuffled(using: &generator).prefix(count).map { Double($0) / unit }
      }
      func signed(_ numbers: [Double]) -> [Double] {
        numbers.map { Bool.random(using: &generator) ? $0 : -$0 }
      }
      exercise.numbers["inputs"] = signed(numbers(6, 2...9, per: 4))
      exercise.numbers["classes"] = [1, 2, 3].shuffled(using: &generator)
      exercise.numbers["weights"] = signed(numbers(6, 2...12, per: 10))
      exercise.numbers["biases"] = signed(numbers(3, 1...6, per: 10))
      exercise.draw(["learning-rate": [0.5, 1, 2]], using: &generator)
    },
    objection: { exercise in
      let shape = exercise.softmaxShape
      let isWhole =
        shape.samples * shape.inputs == exercise.list("inputs").count
        && shape.classes * shape.inputs == exercise.list("weights").count
      guard (2...9).contains(shape.samples), (2...9).contains(shape.classes),
        (1...9).contains(shape.inputs), isWhole
      else {
        return ExerciseError(
          en: """
            `classes` tells how many samples there are and `biases` how many classes, from 2 to 9 each; `inputs` must be \
            equally many numbers for each sample, and `weights` so many for each class.
            """,
          zh: """
            `classes` 的个数是样本数，`biases` 的个数是类别数，各为 2 到 9；`inputs` 必须给每个样本同样多的数，\
            `weights` 给每个类别同样多的数。
            """)
      }
      guard exercise.list("classes").allSatisfy({ $0 <= Double(shape.classes) }) else {
        return ExerciseError(
          en: "`classes` must be from 1 to \(shape.classes), as there are so many `biases`.",
          zh: "`classes` 必须在 1 到 \(shape.classes) 之间，即 `biases` 的个数。")
      }
      return nil
    })
}

extension Assignment {
  /// How many samples, classes and inputs a regression has.
  var softmaxShape: (samples: Int, classes: Int, inputs: Int) {
    let (samples, classes) = (list("classes").count, list("biases").count)
    return (samples, classes, classes == 0 ? 0 : list("weights").count / classes)
  }
}

extension Procedure {
  /// A row for the start, then a row a step.
  static let softmax = Procedure { exercise, edits in
    let (_, classes, inputs) = exercise.softmaxShape
    let parameters = (1...classes).flatMap { k in
      (1...inputs).map { Symbol("w\(k)\($0)") }
    }
    return table(from: parameters + (1...classes).map { Symbol("b\($0)") }) { exercise in
      let given: Given<Traced> = exercise.given()
      return SoftmaxRegression(
        inputs: given.list("x").rows(of: inputs), classes: given.counts("y").map { $0 - 1 },
        weights: given.list("w").rows(of: inputs), biases: given.list("b"), η: given["η"])
    } row: { regression, scope in
      _ = regression.step(at: scope.t)
    }.solve(exercise, edits)
  }
}

extension [Traced] {
  fileprivate func rows(of length: Int) -> [[Traced]] {
    stride(from: 0, to: count, by: length).map { Array(self[$0..<($0 + length)]) }
  }
}

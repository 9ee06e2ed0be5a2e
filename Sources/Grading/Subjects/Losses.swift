import Formulas
import Networks
import Words

extension Subject {
  /// Four losses of the same scores, and what is known to go wrong with them.
  ///
  /// A row is a sample: its scores and targets, then the squared error, the binary and the multi-class cross-entropy and the
  /// hinge loss, each with what it is made of and its derivatives by the scores.
  public static let losses = Subject(
    declaration: .losses, assignment: Assignment(Declaration.losses.hyperparameters, steps: 4),
    procedure: .losses, variants: LossMistakes.all,
    probes: [
      // Another margin than 1, and as many classes as never equal a number of samples.
      {
        $0.numbers = [
          "scores": [0.3, 0.9, 0.45, 0.6, -1.2, 0.8, 1.75, -0.4, 2.5, 2.1, 1.3, 0.7],
          "classes": [2, 4, 1], "margin": [1.5],
        ]
        $0.steps = 3
      },
      // Scores whose exponentials no number holds.
      {
        $0.numbers = [
          "scores": [1200, -900, 300, -1000, 900, -800], "classes": [2, 1], "margin": [1],
        ]
        $0.steps = 2
      },
    ],
    draw: { exercise, generator in
      let scores = (1...40).shuffled(using: &generator).prefix(12).map { Double($0) / 10 - 1.25 }
      exercise.numbers["scores"] = scores
      // Four scores a sample: of three, half a sum would be a sum divided by one less than their number.
      exercise.numbers["classes"] = Array([1, 2, 3, 4].shuffled(using: &generator).prefix(3))
      exercise.steps = 3
      exercise.draw(["margin": [0.5, 1.5, 2]], using: &generator)
    },
    rowCount: { $0.list("classes").count },
    objection: { exercise in
      let (samples, scores) = (exercise.list("classes").count, exercise.list("scores").count)
      let isWhole = samples > 0 && scores % samples == 0
      guard isWhole, (2...9).contains(exercise.scoreCount) else {
        return ExerciseError(
          en: "`scores` must be 2 to 9 numbers for each of the \(samples) samples of `classes`.",
          zh: "`scores` 必须给 `classes` 的 \(samples) 个样本各 2 到 9 个数。")
      }
      guard exercise.list("classes").allSatisfy({ $0 <= Double(exercise.scoreCount) }) else {
        return ExerciseError(
          en:
            "`classes` must be from 1 to \(exercise.scoreCount), as there are so many scores each.",
          zh: "`classes` 必须在 1 到 \(exercise.scoreCount) 之间，即每个样本的得分个数。")
      }
      return nil
    },
    given: ["x", "t"])
}

extension Assignment {
  /// How many scores a sample has; 0 where there are no samples.
  var scoreCount: Int {
    let samples = list("classes").count
    return samples == 0 ? 0 : list("scores").count / samples
  }

  /// The scores of a sample that is counted from 1.
  func scores(of sample: Int) -> ArraySlice<Double> {
    list("scores").dropFirst((sample - 1) * scoreCount).prefix(scoreCount)
  }
}

extension Procedure {
  fileprivate static let losses = table { exercise in
    let given: Given<Traced> = exercise.given()
    return given["Δ"].named("Δ")
  } row: { Δ, scope in
    let sample = scope.step.number
    let y = Int(scope.assignment.list("classes")[sample - 1]) - 1
    func named(_ letter: String, _ numbers: [Traced]) -> [Traced] {
      numbers.enumerated().map { $1.named(Symbol("\(letter)\($0 + 1)")) }
    }
    let x = named("x", scope.assignment.scores(of: sample).map { Traced($0) })
    let t = named("t", x.indices.map { $0 == y ? 1 : 0 })
    _ = SquaredError.value(x, t)
    _ = SquaredError.gradient(x, t)
    let q = BinaryCrossEntropy.probabilities(x)
    _ = BinaryCrossEntropy.value(x, t)
    _ = BinaryCrossEntropy.gradient(q, t)
    let softmax = Softmax(x)
    _ = CrossEntropy.value(softmax, right: y)
    _ = CrossEntropy.gradient(softmax.probabilities, t)
    let h = HingeLoss.violations(x, right: y, margin: Δ)
    _ = HingeLoss.value(h, right: y)
    _ = HingeLoss.gradient(h, right: y)
  }
}

import Formulas
import Networks
import Words

extension Subject {
  /// Scaling of a feature, and what is known to go wrong with it.
  ///
  /// A row is a sample, those of the training data first: the feature, what it is scaled by, which is the same in all rows,
  /// and the scaled values.
  public static let scaling = Subject(
    declaration: .scaling, assignment: Assignment(Declaration.scaling.hyperparameters, steps: 8),
    procedure: .scaling { training, _, _ in training },
    variants: ScalingMistakes.all,
    // A range that is not symmetric, and no number of samples that is a distance of theirs.
    probes: [
      {
        $0.numbers["training"] = [3, 1.5, 7, 4.25]
        $0.numbers["test"] = [2, 0.5, 8]
        $0.give(["low": -2, "high": 1])
        $0.steps = 7
      }
    ],
    draw: { exercise, generator in
      let numbers = (2...40).shuffled(using: &generator).prefix(7).map { Double($0) / 4 }
      let training = Array(numbers.prefix(4))
      // One of the test data lies outside of the training data.
      exercise.numbers["training"] = training
      exercise.numbers["test"] = numbers.suffix(2) + [(training.max() ?? 0) + numbers[4]]
      exercise.steps = 7
      exercise.draw(["low": [-2, -1, -0.5], "high": [1, 2, 3]], using: &generator)
    },
    rowCount: { $0.list("training").count + $0.list("test").count },
    objection: { exercise in
      let training = exercise.list("training")
      if Set(training).count < 2 {
        return ExerciseError(
          en: "`training` must have two numbers that differ.", zh: "`training` 中至少要有两个不同的数。")
      }
      return exercise["low"] < exercise["high"]
        ? nil : ExerciseError(en: "`low` must be below `high`.", zh: "`low` 必须小于 `high`。")
    },
    given: ["x"])
}

extension Procedure {
  /// A row for each sample.
  ///
  /// - Parameter choice: which data the scale of a sample is fitted to, of those for training and for the test.
  static func scaling(
    fittedTo choice:
      @escaping @Sendable (_ training: [Double], _ test: [Double], _ isTest: Bool) -> [Double]
  ) -> Procedure {
    table { exercise in
      let given: Given<Traced> = exercise.given()
      return (a: given["a"].named("a"), b: given["b"].named("b"))
    } row: { range, scope in
      let (training, test) = (scope.assignment.list("training"), scope.assignment.list("test"))
      let index = scope.step.number - 1
      let isTest = index >= training.count
      let x = Traced((training + test)[index]).named("x")
      let scale = FeatureScaling(fitting: choice(training, test, isTest).map { Traced($0) })
      let u = scale.minMax(x)
      _ = scale.ranged(u, from: range.a, to: range.b)
      _ = scale.standardized(x)
    }
  }
}

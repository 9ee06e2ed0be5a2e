import Formulas
import Networks

extension Subject {
  /// Batch normalisation of one channel, and what is known to go wrong with it.
  ///
  /// A row is a batch: its inputs, its mean and variances, the normalised inputs, the outputs, and the running mean and
  /// variance after it.
  public static let batchnorm = Subject(
    declaration: .batchnorm,
    assignment: Assignment(Declaration.batchnorm.hyperparameters, steps: 3),
    procedure: .batchnorm { layer, x in _ = layer.train(x) },
    variants: BatchnormMistakes.all,
    // An ε that four decimals show, a scale and a shift.
    probes: [{ $0.give(["gamma": 2, "beta": 0.5, "epsilon": 0.1, "momentum": 0.25]) }],
    draw: { exercise, generator in
      let inputs = (1...30).shuffled(using: &generator).prefix(9)
      exercise.numbers["inputs"] = inputs.map { Double($0) / 4 - 3 }
      exercise.numbers["batch-size"] = [3]
      exercise.draw(
        [
          "gamma": [0.5, 1.5, 2, 3], "beta": [-1, -0.25, 0.25, 1.25], "epsilon": [0.1, 0.2],
          "momentum": [0.2, 0.25, 0.3, 0.4],
        ], using: &generator)
    },
    rowCount: { $0.list("inputs").count / $0.batchSize },
    objection: { exercise in
      let count = exercise.list("inputs").count
      guard count == 0 || count % exercise.batchSize != 0 else { return nil }
      return ExerciseError(
        en: "`inputs` must fill batches of `batch-size` numbers.",
        zh: "`inputs` 必须恰好分成若干批，每批 `batch-size` 个数。")
    },
    given: ["x"])
}

extension Assignment {
  /// How many inputs a batch has.
  var batchSize: Int { Int(self["batch-size"]) }
}

extension Procedure {
  /// A row for the running statistics' start, then a row a batch.
  ///
  /// Edits say what becomes of the first input of a batch; all others go the same way.
  ///
  /// - Parameter pass: what the layer does with the inputs of a batch.
  static func batchnorm(
    _ pass: @escaping @Sendable (inout BatchNormalization<Traced>, [Traced]) -> Void
  ) -> Procedure {
    let batches = table(from: ["μ̄", "σ̄²"]) { exercise in
      let given: Given<Traced> = exercise.given()
      return BatchNormalization(γ: given["γ"], β: given["β"], ε: given["ε"], α: given["α"])
    } row: { layer, scope in
      let m = scope.assignment.batchSize
      let inputs = scope.assignment.list("inputs").dropFirst((scope.step.number - 1) * m).prefix(m)
      pass(&layer, inputs.enumerated().map { Traced($1).named(Symbol("x\($0 + 1)")) })
    }
    return Procedure { exercise, edits in
      batches.solve(exercise, edits.map { $0.extended(to: exercise.batchSize) })
    }
  }
}

extension Edit {
  /// An edit of x̂1 as one of x̂1, x̂2 and so on.
  fileprivate func extended(to count: Int) -> Edit {
    guard case .quantities(let symbols, let formula) = self, symbols[0].index == "1" else {
      return self
    }
    return .quantities((1...count).map { Symbol("\(symbols[0].letter)\($0)") }, formula)
  }
}

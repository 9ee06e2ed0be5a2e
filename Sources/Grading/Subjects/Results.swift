import Formulas
import Networks
import Words

extension Subject {
  /// What a classifier has got right and wrong, and what is known to go wrong with judging it.
  ///
  /// A row is a class, counted from 0: what became of its samples, its precision, recall and F1, and the averages over all
  /// classes, which are the same in each row.
  public static let results = Subject(
    declaration: .results, assignment: Assignment(Declaration.results.hyperparameters, steps: 3),
    procedure: .results, variants: ResultsMistakes.all,
    // Rows of different length, and a class that was never predicted.
    probes: [
      {
        $0.numbers["true"] = [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2]
        $0.numbers["predicted"] = [0, 0, 0, 0, 2, 0, 2, 0, 0, 2, 2, 2, 2, 2, 0, 0]
      }
    ],
    draw: { exercise, generator in
      // One class is never predicted, by which 0/0 is told from other quotients.
      let classes = [0, 1, 2].shuffled(using: &generator)
      let (a, b) = (classes[0], classes[1])
      var samples: [(Int, Int)] = []
      for (pair, range) in [
        ((a, a), 3...5), ((a, b), 1...2), ((b, b), 2...4), ((b, a), 1...3),
        ((classes[2], a), 1...2),
        ((classes[2], b), 0...2),
      ] {
        let count = range.randomElement(using: &generator) ?? 1
        samples += Array(repeating: pair, count: count)
      }
      samples.shuffle(using: &generator)
      exercise.numbers["true"] = samples.map { Double($0.0) }
      exercise.numbers["predicted"] = samples.map { Double($0.1) }
      exercise.steps = 3
    },
    rowCount: { $0.classCount },
    objection: { exercise in
      let (y, ŷ) = (exercise.list("true"), exercise.list("predicted"))
      if y.count != ŷ.count {
        return ExerciseError(
          en: "`predicted` must have as many numbers as `true`, \(y.count).",
          zh: "`predicted` 中数的个数必须与 `true` 相同，即 \(y.count) 个。")
      }
      guard exercise.classCount < 2 else { return nil }
      return ExerciseError(en: "There must be two classes or more.", zh: "至少要有两个类别。")
    })
}

extension Assignment {
  /// How many classes there are.
  fileprivate var classCount: Int { Int((list("true") + list("predicted")).max() ?? 0) + 1 }

  /// What became of the samples.
  var confusionMatrix: ConfusionMatrix<Traced> {
    let given: Given<Traced> = given()
    return ConfusionMatrix(true: given.counts("y"), predicted: given.counts("ŷ"))
  }
}

extension Procedure {
  /// A row a class. The averages of each row are over all classes, so the others are calculated before it.
  fileprivate static let results = Procedure { exercise, edits in
    Solution(steps: 0..<exercise.steps) { isExplained in
      let edited = EditedRun(exercise, edits, isExplained: isExplained, numbersAll: true)
      let matrix = edited.run { exercise.confusionMatrix }
      return { row in
        func calculated(_ k: Int) -> ConfusionMatrix<Traced>.Measures {
          edited.begin(k)
          return edited.run {
            if k == row { _ = matrix.row(of: k) }
            return matrix.measures(of: k)
          }
        }
        var measures = matrix.counts.indices.map(calculated)
        measures[row] = calculated(row)
        edited.run { _ = matrix.averages(of: measures) }
        return Solution.Row(
          step: row, entries: edited.row.map { ($0.symbol.name, $0.number) })
      }
    }
  }
}

import Words

/// Judges what students hand in for one exercise.
///
/// What the right calculation and its variants give is calculated once, when it is first needed.
public final class Grader {
  /// What was asked for.
  public let exercise: Exercise
  /// How far numbers may be off, relative to those above 1; as their printing tells if nil.
  let tolerance: Double?
  let key: Solution
  private let spellings: [String: String]
  private lazy var variants = exercise.subject.variants.map { variant in
    (variant: variant, solution: variant.solve(exercise))
  }

  private lazy var search = Search(exercise, key: key)

  /// What roundings in single and in double precision do.
  private lazy var ofSingle = Sensitivity(exercise, key: key, rounding: Double(Float.ulpOfOne))
  private lazy var ofDouble = Sensitivity(exercise, key: key, rounding: .ulpOfOne)

  /// - Precondition: `exercise.check()` finds nothing wrong.
  public init(_ exercise: Exercise, tolerance: Double? = nil) {
    self.exercise = exercise
    self.tolerance = tolerance
    key = exercise.key
    spellings = exercise.subject.spellings(of: key)
  }

  /// - Throws: `SubmissionError` where no column is a quantity that is asked for, or a cell of one is no number.
  public func assess(_ submission: Submission) throws -> Assessment {
    let answers = reading(
      try Answers(submission, to: key, spellings: spellings, tolerance: tolerance) {
        $0 ? ofSingle : ofDouble
      })
    guard answers.columns.contains(where: { !exercise.isGiven($0.name) }) else {
      let given = answers.columns.map(\.name).listed
      let wanted = key.names.filter { !exercise.isGiven($0) }.listed
      throw SubmissionError(
        en:
          "there is nothing to judge: the exercise gives \(given). Add \(wanted), or some of them.",
        zh: "没有可检查的：\(given) 是题目给出的。请加上 \(wanted)，可以只有其中几列。")
    }
    let quantities = answers.columns.map { judged($0, at: answers.steps) }
    let difference = firstDifference(in: answers, quantities)
    let isMissing = difference.map { $0.given == nil } ?? false
    let same = variants.filter { !isMissing && answers.agree(with: $0.solution, like: key) }.map {
      variant, solution in
      Assessment.Match(
        variant: solution.overflows(beside: key) ? variant.asMistake : variant, solution: solution,
        difference: difference)
    }
    let known = difference == nil ? [] : same
    let isWrong = difference?.given != nil && !known.contains(where: \.variant.isDialect)
    return Assessment(
      exercise: exercise, quantities: quantities, unknownHeadings: answers.unknownHeadings,
      difference: difference, known: known,
      following: isWrong
        ? difference.map {
          FollowedAnswers(answers, search, from: $0, besides: known.map(\.finding))
        }
        : nil,
      unseen: difference == nil ? same.filter { $0.variant.kind == .mistake } : [],
      remarks: [answers.alignment?.remark, remarkOnRounding(in: answers)].compactMap(\.self),
      key: key, decimals: answers.decimals)
  }

  /// From where on rounding decides the numbers; nil where it does not.
  private func remarkOnRounding(in answers: Answers) -> Words? {
    let first = answers.steps.first { step in
      answers.columns.contains {
        $0.agrees(with: key, at: step) && !$0.agrees(with: key, at: step, mayBeRounding: false)
      }
    }
    return first.map { step in
      Words(
        en:
          "From step \(step) on rounding decides: right programs differ there as much as these numbers from the key, so they count as right.",
        zh: "从第 \(step) 步起，数值由舍入误差决定：正确的程序之间也会相差这么多，所以算作正确。")
    }
  }

  /// The answers at their steps: aligned as it makes them right, else as a known variant gives them, else plainly.
  private func reading(_ answers: Answers) -> Answers {
    let readings = answers.alignments.map { answers.aligned($0) }
    // Where numbers are missing, others may agree at a wrong step by chance; and a mistake must explain all of them.
    let complete = readings.filter { $0.isComplete(like: key) }
    let whole = complete.filter { $0.alignment == answers.alignments.first || !$0.goesOn }
    return complete.first { $0.agree(with: key, like: key) }
      ?? whole.first { reading in variants.contains { reading.agree(with: $0.solution, like: key) }
      }
      ?? readings.first ?? answers
  }

  private func judged(_ column: Answers.Column, at steps: [Int]) -> Assessment.Quantity {
    let wanted = steps.filter { column.isWanted(at: $0, by: key) }
    let flawed = Set(wanted.filter { !column.agrees(with: key, at: $0) })
    // Who leaves out what is given anyway has missed nothing.
    let judged = wanted.filter { step in
      !exercise.isGiven(column.name, at: step, by: key)
        || flawed.contains(step) && column.printed[step] != nil
    }
    let wrong = judged.filter(flawed.contains)
    return Assessment.Quantity(
      name: column.name, heading: column.heading, isGiven: exercise.isGiven(column.name),
      wrongSteps: wrong, missingSteps: wrong.filter { column.printed[$0] == nil },
      stepCount: judged.count)
  }

  /// The first number that is wrong; where none is, the first that is missing.
  private func firstDifference(
    in answers: Answers, _ quantities: [Assessment.Quantity]
  ) -> Assessment.Difference? {
    let differences = zip(answers.columns, quantities).lazy.flatMap {
      [key, exercise] column, quantity in
      quantity.wrongSteps.lazy.compactMap { step in
        key.value(column.name, at: step).map { right in
          Assessment.Difference(
            step: step, quantity: column.name, given: column.printed[step], right: right,
            isGiven: exercise.isGiven(column.name, at: step, by: key), key: key)
        }
      }
    }
    return differences.min { a, b in
      (a.given == nil) == (b.given == nil) ? a.step < b.step : b.given == nil
    }
  }
}

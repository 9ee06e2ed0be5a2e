/// Judges what students hand in for one exercise.
///
/// What the right calculation and its variants give is calculated once, when it is first needed.
public final class Grader {
  public let exercise: Exercise
  /// How far numbers may be off, relative to those above 1; as their printing tells if nil.
  let tolerance: Double?
  let key: Ledger
  private let spellings: [String: String]
  private lazy var variants = exercise.subject.variants.map { variant in
    (variant: variant, ledger: variant.solve(exercise))
  }

  public init(_ exercise: Exercise, tolerance: Double? = nil) {
    self.exercise = exercise
    self.tolerance = tolerance
    key = exercise.key
    spellings = exercise.subject.spellings(of: key.names)
  }

  /// - Throws: `SubmissionError` where no column is a quantity of the exercise, or a cell of one is no number.
  public func assess(_ submission: Submission) throws -> Assessment {
    let answers = try Answers(submission, to: key, spellings: spellings, tolerance: tolerance)
    let quantities = answers.columns.map { column in
      let steps = answers.steps.filter { column.isWanted(at: $0, by: key) }
      return Assessment.Quantity(
        name: column.name, heading: column.heading,
        wrongSteps: steps.filter { !column.agrees(with: key, at: $0) }, stepCount: steps.count)
    }
    guard let step = quantities.compactMap(\.wrongSteps.first).min(),
      let quantity = quantities.first(where: { $0.wrongSteps.first == step }),
      let column = answers.columns.first(where: { $0.name == quantity.name }),
      let right = key.number(quantity.name, at: step)
    else {
      return Assessment(
        exercise: exercise, quantities: quantities, unknownHeadings: answers.unknownHeadings,
        difference: nil, matches: [])
    }
    let isMissing = column.printed[step] == nil
    let matches = isMissing ? [] : variants.filter { answers.agree(with: $0.ledger) }
    return Assessment(
      exercise: exercise, quantities: quantities, unknownHeadings: answers.unknownHeadings,
      difference: Assessment.Difference(
        step: step, quantity: quantity.name, given: column.printed[step], right: right),
      matches: matches.map { match in
        Assessment.Match(
          variant: match.variant,
          number: match.ledger.number(match.variant.quantity, at: step)
            ?? match.ledger.number("\(match.variant.quantity)_\(quantity.coordinate)", at: step)
            ?? match.ledger.number(quantity.name, at: step))
      })
  }
}

/// The numbers of a submission, brought to the quantities and steps of an exercise.
private struct Answers {
  struct Column {
    var name: String
    var heading: String
    /// The numbers by step.
    var printed: [Int: PrintedNumber]
    var precision: Precision
    /// The largest of the right numbers before each step.
    var largestBefore: [Int: Double]

    /// Whether there must be a number for a step: wherever the key has one, but the start may be left out.
    func isWanted(at step: Int, by key: Ledger) -> Bool {
      key.number(name, at: step) != nil && (step > 0 || printed[step] != nil || key.rows.count == 1)
    }

    /// Whether the number of a step is there, and right.
    func agrees(with ledger: Ledger, at step: Int) -> Bool {
      guard let right = ledger.number(name, at: step), let number = printed[step] else {
        return false
      }
      return precision.accepts(
        number, for: right.value, at: step, after: largestBefore[step] ?? 0)
    }
  }

  /// In the order in which the quantities are calculated.
  var columns: [Column] = []
  var unknownHeadings: [String] = []
  /// The steps that are asked for.
  var steps: [Int]

  init(
    _ submission: Submission, to key: Ledger, spellings: [String: String], tolerance: Double?
  ) throws {
    steps = key.rows.map(\.step)
    let names = key.names
    let rows = try Self.steps(of: submission, like: key)
    for column in submission.columns where !Self.isStep(column.heading) {
      guard let name = spellings[QuantityNames.normalized(column.heading)] else {
        unknownHeadings.append(column.heading)
        continue
      }
      if let strange = column.strange {
        throw SubmissionError(
          strange.place, en: "“\(strange.text)” under \(column.heading) is no number.",
          zh: "\(column.heading) 一列的“\(strange.text)”不是数。")
      }
      guard !columns.contains(where: { $0.name == name }) else {
        throw SubmissionError(
          en: "two columns are both \(name), one of them headed \(column.heading).",
          zh: "有两列都是 \(name)，其中一列的标题是 \(column.heading)。")
      }
      let pairs = zip(rows, column.numbers).compactMap { step, number in
        number.map { (step, $0) }
      }
      guard !pairs.isEmpty else { continue }
      let largest = key.largest(name)
      columns.append(
        Column(
          name: name, heading: column.heading,
          printed: Dictionary(pairs, uniquingKeysWith: { first, _ in first }),
          precision: Precision(
            of: column.numbers, scale: largest.scale, tolerance: tolerance),
          largestBefore: largest.before))
    }
    guard !columns.isEmpty else {
      throw SubmissionError(
        en:
          "no column is a quantity of the exercise. Name the columns \(names.joined(separator: ", ")), or some of them.",
        zh: "没有一列是本题的量。请以 \(names.joined(separator: "、")) 为列名，可以只有其中几列。")
    }
    columns.sort { a, b in
      (names.firstIndex(of: a.name) ?? 0) < (names.firstIndex(of: b.name) ?? 0)
    }
  }

  func agree(with ledger: Ledger) -> Bool {
    columns.allSatisfy { column in
      steps.allSatisfy {
        !column.isWanted(at: $0, by: ledger) || column.agrees(with: ledger, at: $0)
      }
    }
  }

  private static let stepNames: Set = [
    "step", "steps", "t", "iteration", "iter", "epoch", "day", "k", "batch", "element", "neuron",
    "index", "i", "步数", "轮次", "天", "批次", "元素", "神经元", "序号",
  ]

  private static func isStep(_ heading: String) -> Bool {
    stepNames.contains(QuantityNames.normalized(heading))
  }

  /// The step of each row: as a column says, or counted. A row more than there are steps is the start.
  private static func steps(of submission: Submission, like key: Ledger) throws -> [Int] {
    if let column = submission.columns.first(where: { isStep($0.heading) }) {
      return try column.numbers.enumerated().map { index, number in
        guard let number, let step = Int(exactly: number.value) else {
          throw SubmissionError(
            column.strange?.place,
            en: "row \(index + 1) has no whole number under \(column.heading).",
            zh: "第 \(index + 1) 行的 \(column.heading) 不是整数。")
        }
        return step
      }
    }
    let known = key.rows.map(\.step)
    let isWithStart = submission.rowCount >= known.count
    let first = isWithStart ? known.first ?? 0 : max(1, known.first ?? 1)
    return (0..<submission.rowCount).map { first + $0 }
  }
}

/// The numbers of a submission, brought to the quantities and steps of an exercise.
struct Answers {
  struct Column {
    let name: String
    private let precision: Precision
    /// The largest of the right numbers before each step.
    private let largestBefore: [Int: Double]
    /// What rounding does to the right numbers; nil where that stays small.
    private let sensitivity: Sensitivity?
    /// The column as it was handed in.
    fileprivate let source: Submission.Column
    /// The numbers by step.
    fileprivate(set) var printed: [Int: PrintedNumber] = [:]

    var heading: String { source.heading }

    /// - Throws: `SubmissionError` where a cell is no number.
    fileprivate init(
      _ source: Submission.Column, as name: String, of key: Solution, tolerance: Double?,
      sensitivity: (_ isSingle: Bool) -> Sensitivity?
    ) throws {
      if let strange = source.strange {
        throw SubmissionError(
          strange.place, en: "“\(strange.text)” under \(source.heading) is no number.",
          zh: "\(source.heading) 一列的“\(strange.text)”不是数。")
      }
      let largest = key.largest(name)
      self.source = source
      self.name = name
      precision = Precision(
        of: source.numbers, scale: largest.scale, changes: key.changes(name), tolerance: tolerance)
      largestBefore = largest.before
      self.sensitivity = tolerance == nil ? sensitivity(precision.isSingle) : nil
    }

    /// Whether there must be a number for a step: wherever the key has one, but the start may be left out.
    func isWanted(at step: Int, by key: Solution) -> Bool {
      key.value(name, at: step) != nil
        && (printed[step] != nil || !key.hasStart || step > key.steps.lowerBound)
    }

    /// Whether the number of a step is there, and right.
    ///
    /// - Parameter mayBeRounding: whether that may be only because rounding decides it.
    func agrees(with solution: Solution, at step: Int, mayBeRounding: Bool = true) -> Bool {
      guard let number = printed[step], let right = solution.value(name, at: step) else {
        return false
      }
      return precision.accepts(number, for: right, at: step, after: largestBefore[step] ?? 0)
        || mayBeRounding
          && sensitivity?.explains(abs(number.value - right), of: name, at: step) == true
    }

    /// Whether the number of a step is there, and is this one as far as it is printed.
    func agrees(with right: Double, at step: Int) -> Bool {
      printed[step].map {
        precision.accepts($0, for: right, at: step, after: largestBefore[step] ?? 0)
      } ?? false
    }

    /// How far the number of a step may be from a right one; 0 where there is none.
    func tolerance(at step: Int, for right: Double) -> Double {
      printed[step].map {
        precision.tolerance(of: $0, for: right, at: step, after: largestBefore[step] ?? 0)
      } ?? 0
    }
  }

  /// In the order in which the quantities are calculated.
  private(set) var columns: [Column] = []
  private(set) var unknownHeadings: [String] = []
  /// The steps that are asked for.
  let steps: [Int]
  /// What each row says of its step; nil where nothing does.
  private let stepsOfRows: [Int]?
  /// Whether fewer rows than there are steps begin after the start.
  private let leavesOutStart: Bool
  /// The ways to tell which steps the rows are, the plain one first.
  let alignments: [Alignment]
  /// The one that was taken.
  private(set) var alignment: Alignment?

  /// - Throws: `SubmissionError` where no column is a quantity, or where a number or a step is none.
  init(
    _ submission: Submission, to key: Solution, spellings: [String: String], tolerance: Double?,
    sensitivity: (_ isSingle: Bool) -> Sensitivity?
  ) throws {
    guard submission.rowCount > 0 else {
      throw SubmissionError(en: "it has headings but no rows.", zh: "只有标题，没有数据。")
    }
    steps = Array(key.steps)
    stepsOfRows = try Self.steps(of: submission)
    alignments = Alignment.candidates(for: submission, steps: stepsOfRows, like: key)
    let names = key.names
    let headings = QuantityNames.countedFromOne(
      submission.quantities.map { QuantityNames.normalized($0.heading) },
      like: Set(spellings.keys))
    for (source, heading) in zip(submission.quantities, headings) {
      guard let name = spellings[heading] else {
        unknownHeadings.append(source.heading)
        continue
      }
      guard !columns.contains(where: { $0.name == name }) else {
        throw SubmissionError(
          source.place, en: "two columns are both \(name), one of them headed \(source.heading).",
          zh: "有两列都是 \(name)，其中一列的标题是 \(source.heading)。")
      }
      columns.append(
        try Column(source, as: name, of: key, tolerance: tolerance, sensitivity: sensitivity))
    }
    guard !columns.isEmpty else {
      throw SubmissionError(
        en:
          "no column is a quantity of the exercise. Name the columns \(names.listed), or some of them.",
        zh: "没有一列是本题的量。请以 \(names.listed) 为列名，可以只有其中几列。")
    }
    columns = names.compactMap { [columns] name in columns.first { $0.name == name } }
    // A first row with nothing of what begins after the start only is the start.
    let later = columns.filter { column in
      key.value(column.name, at: key.steps.lowerBound) == nil
        && column.source.numbers.contains { $0 != nil }
    }
    let beginsWithStart =
      !later.isEmpty && later.allSatisfy { $0.source.numbers.first == .some(nil) }
    leavesOutStart = key.hasStart && !beginsWithStart
  }

  /// Whether all numbers that are there are those of a calculation, which must have all that the key has.
  func agree(with solution: Solution, like key: Solution) -> Bool {
    steps.allSatisfy { step in
      columns.allSatisfy { column in
        column.printed[step] == nil || key.value(column.name, at: step) == nil
          || column.agrees(with: solution, at: step)
      }
    }
  }

  /// Whether there are numbers of later steps than are asked for.
  var goesOn: Bool {
    columns.contains { $0.printed.keys.contains { $0 > steps.last ?? 0 } }
  }

  /// Whether there is a number for each step that must have one.
  func isComplete(like key: Solution) -> Bool {
    columns.allSatisfy { column in
      steps.allSatisfy { column.printed[$0] != nil || !column.isWanted(at: $0, by: key) }
    }
  }

  /// How many decimals are shown at most.
  var decimals: Int {
    columns.flatMap { $0.printed.values.map { $0.decimals ?? $0.significantDigits } }.max() ?? 0
  }

  /// The same with the numbers at the steps that an alignment gives them.
  func aligned(_ alignment: Alignment) -> Answers {
    var answers = self
    answers.alignment = alignment
    for index in columns.indices {
      let source = columns[index].source
      // A list of another length than that of the steps is counted on its own.
      let told = stepsOfRows.flatMap { $0.count == source.ownCount ? $0 : nil }
      let isWithoutStart = leavesOutStart && source.ownCount < steps.count
      let first = (steps.first ?? 0) + (isWithoutStart ? 1 : 0)
      let shift = told == nil && alignment.hasSteps ? 0 : alignment.shift
      for (row, number) in source.numbers.prefix(source.ownCount).enumerated() {
        answers.columns[index].printed[(told?[row] ?? first + row) + shift] = number
      }
    }
    return answers
  }

  /// The step of each row as a column says; nil where none does.
  ///
  /// - Throws: `SubmissionError` where it is no whole number, or there twice.
  private static func steps(of submission: Submission) throws -> [Int]? {
    let columns = submission.columns.filter { QuantityNames.isStep($0.heading) }
    // Where epochs are told too, it is the iterations that differ in each row.
    for column in columns.dropLast() {
      if let steps = try? steps(in: column) { return steps }
    }
    return try columns.last.map(steps(in:))
  }

  private static func steps(in column: Submission.Column) throws -> [Int] {
    var rows: [Int: Int] = [:]
    return try (0..<column.ownCount).map { row in
      let (number, place) = (column.numbers[row], column.places[row])
      guard let number, let step = Int(exactly: number.value), step.magnitude < 1 << 32 else {
        let strange = column.strange.flatMap { $0.place == place ? $0.text : nil }
        guard let text = number?.text ?? strange else {
          throw SubmissionError(
            place, en: "row \(row + 1) has no whole number under \(column.heading).",
            zh: "第 \(row + 1) 行的 \(column.heading) 不是整数。")
        }
        throw SubmissionError(
          place, en: "“\(text)” under \(column.heading) is no whole number.",
          zh: "\(column.heading) 一列的“\(text)”不是整数。")
      }
      guard rows.updateValue(row, forKey: step) == nil else {
        throw SubmissionError(place, en: "step \(step) is there twice.", zh: "第 \(step) 步出现了两次。")
      }
      return step
    }
  }
}

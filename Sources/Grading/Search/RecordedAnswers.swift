/// The numbers of an answer at the quantities of a recorded run.
struct RecordedAnswers {
  struct Cell {
    let quantity: Int
    let step: Int
    let column: Answers.Column
    let number: Double
    /// How far it may be from what it was before it was printed.
    let tolerance: Double
    let isRight: Bool

    /// Whether a number is this one as far as it is printed.
    func agrees(with value: Double) -> Bool {
      // Nothing that is further away does; a number that is none compares as false.
      abs(value - number) > 4 * tolerance ? false : column.agrees(with: value, at: step)
    }
  }

  let answers: Answers
  /// The cells of each recorded row in the order in which they are calculated.
  let rows: [[Cell]]
  /// How many columns there are that the exercise does not give.
  let columnCount: Int
  /// How many digits the wrong numbers have together, that tell what was done: up to eight each.
  let wrongDigits: Int

  init(_ answers: Answers, of recording: Recording, _ exercise: Exercise, key: Solution) {
    self.answers = answers
    columnCount = answers.columns.count { !exercise.isGiven($0.name) }
    var digits = 0
    rows = recording.rows.map { row in
      answers.columns.compactMap { column -> Cell? in
        guard let quantity = row.columns[column.name], let printed = column.printed[row.step] else {
          return nil
        }
        let isRight = column.agrees(with: key, at: row.step)
        if !isRight { digits += min(8, max(1, printed.significantDigits)) }
        return Cell(
          quantity: quantity, step: row.step, column: column, number: printed.value,
          tolerance: column.tolerance(at: row.step, for: printed.value), isRight: isRight)
      }.sorted { $0.quantity < $1.quantity }
    }
    wrongDigits = digits
  }

  /// The first quantity that is wrong.
  var firstWrong: Int? { rows.joined().lazy.filter { !$0.isRight }.map(\.quantity).min() }
}

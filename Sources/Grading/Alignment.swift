import Words

/// One way to tell which steps the rows of a table are.
struct Alignment: Equatable {
  /// How many steps later than a column says, or than counting from the start gives, the rows are.
  var shift: Int
  /// Whether there is a column that says it.
  var hasSteps: Bool
  /// The first step after the start, if there is one.
  let first: Int

  /// The ways that are tried one after another: as the table says, then as those count who begin elsewhere.
  ///
  /// All steps of a column must be steps of the exercise then, or else a shifted mistake would lose the row that shows it.
  /// Rows that are only counted may begin with the start that optimizers have, or be one more than that. The row 0 of a
  /// schedule is no start, but a result like all others.
  static func candidates(
    for submission: Submission, steps: [Int]?, like key: Solution
  ) -> [Alignment] {
    let known = key.steps
    guard let start = known.first, let last = known.last else { return [] }
    let first = key.hasStart ? start + 1 : start
    let shifts = [1, -1].filter { shift in
      if let steps { return steps.allSatisfy { (start...last).contains($0 + shift) } }
      if key.hasStart && submission.rowCount >= known.count { return shift == 1 }
      return shift == -1 && start == 1 && submission.rowCount == known.count + 1
    }
    return ([0] + shifts).map { Alignment(shift: $0, hasSteps: steps != nil, first: first) }
  }

  /// What is to be said of it; nil if it is the plain one.
  var remark: Words? {
    switch (hasSteps, shift) {
    case (_, 0): nil
    case (true, let shift):
      Words(
        en:
          "The steps are counted from \(first - shift) here: step \(first - shift) is taken for step \(first).",
        zh: "这里的步数从 \(first - shift) 数起：第 \(first - shift) 步当作第 \(first) 步。")
    case (false, 1):
      Words(
        en: "The first row is taken for step 1: there is none for the start.",
        zh: "第一行当作第 1 步：没有起点这一行。")
    case (false, _):
      Words(
        en: "The first row is taken for the start, the second for step 1.",
        zh: "第一行当作起点，第二行当作第 1 步。")
    }
  }
}

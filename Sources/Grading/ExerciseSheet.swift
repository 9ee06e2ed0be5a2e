import Formulas
import Words

/// An exercise as it is handed out.
public struct ExerciseSheet {
  let exercise: Exercise
  let student: String

  /// The sheet of one student.
  public init(_ exercise: Exercise, for student: String) {
    self.exercise = exercise
    self.student = student
  }

  /// The table that the student fills in: the steps, what holds before the first, and gradients where they are given.
  public var blank: Table {
    let key = exercise.key
    return key.table { exercise.isGiven($0, at: $1, by: key) }
  }

  /// What is given, what is to be calculated, how it is checked, and what the check can tell apart.
  ///
  /// - Parameter command: the command that checks what was filled in.
  public func text(in language: Language, checkedWith command: String) -> String {
    let names = exercise.key.names.filter { !exercise.isGiven($0) }.joined(separator: ", ")
    let classes = exercise.indistinguishable.map { members in
      members.map { $0?.explanation ?? Words(en: "what is right", zh: "正确的计算") }
        .joined(separator: Words(en: " – and – ", zh: " —— 与 —— "))
    }.joined(separator: Words(en: "; ", zh: "；"))
    let count = exercise.subject.variants.count
    let (title, given) = (exercise.subject.title, exercise.setting)
    let parts = [
      Words(en: "\(title), the exercise of \(student)", zh: "\(title)，\(student) 的练习"),
      Words(en: "Given: \(given)", zh: "已知：\(given)"),
      Words(
        en: "Calculate \(names) for each step, with at least four decimals, and fill in blank.csv.",
        zh: "请计算每一步的 \(names)，至少保留四位小数，填入 blank.csv。"),
      Words(en: "Check: \(command)", zh: "检查：\(command)"),
      classes == ""
        ? Words(
          en: "With four decimals, these numbers tell all \(count) known variants apart.",
          zh: "保留四位小数即可区分全部 \(count) 种已知的做法。")
        : Words(
          en: "With four decimals, these are not told apart: \(classes).",
          zh: "保留四位小数时无法区分：\(classes)。"),
    ]
    return parts.joined(separator: "\n\n")[language] + "\n"
  }
}

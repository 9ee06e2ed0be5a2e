import ArgumentParser
import Classroom
import Grading
import Lecture
import Words

/// Writes an exercise with numbers of a student's own.
struct MakeExercise: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "exercise",
      abstract: Words(
        en:
          "Writes an exercise with numbers of its own for a student, and its key for the teacher.",
        zh: "为一名学生出一道数字各不相同的题，并给教师一份答案。")[.spoken],
      discussion: Words(
        en: """
          The folder gets one for the student, such as adam-20261101, with exercise.txt for what is given, blank.csv to fill \
          in, and key.csv with the right numbers. The same student gets the same numbers each time.
          """,
        zh:
          "文件夹里为学生建一个文件夹，例如 adam-20261101，内有 exercise.txt（已知量）、blank.csv（待填的表）和 key.csv（正确数值）。同一名学生每次得到同样的数。"
      )[.spoken])
  }

  @Argument(help: ExerciseHelp.subjects)
  var subject: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "What the student’s numbers are made from: a number or a name.", zh: "由它得出该学生的数：学号或姓名。"))
  var studentID: String

  @Option(help: ArgumentHelp(en: "The folder for the student’s folder.", zh: "学生的文件夹放在哪个文件夹里。"))
  var output: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "What is minimised, such as '(x - 1)^2 + y^2'; the rest is the student’s own.",
      zh: "求什么的最小值，例如 '(x - 1)^2 + y^2'；其余的数由学生而定。", valueName: "formula"))
  var loss: String?

  @OptionGroup var languages: LanguageOptions

  func validate() throws {
    try Self.require(
      !studentID.isEmpty, en: "--student-id must be a number or a name",
      zh: "--student-id 必须是学号或姓名")
    try Self.require(
      !output.isEmpty, en: "--output must be the name of a folder", zh: "--output 必须是文件夹的名称")
  }

  func run() throws {
    let exercise = try ExerciseOptions.exercise(
      on: .required(subject), for: studentID, minimising: loss)
    let sheet = ExerciseSheet(exercise, for: studentID)
    let folder =
      "\(output)\(output.hasSuffix("/") ? "" : "/")\(subject)-\(Self.fileName(studentID))"
    // A path that begins with a dash would be taken for an option.
    let path = (folder.hasPrefix("-") ? "./" : "") + folder + "/blank.csv"
    let check = Invocation.command(
      "course",
      ["check", exercise.subject.name, path, "--student-id", studentID]
        + (loss.map { ["--loss", $0] } ?? []))
    let tables = [("blank.csv", sheet.blank), ("key.csv", exercise.key.table())].map {
      name, table in
      let document = Document(title: "") { Document.Block.table(table, name: name) }
      return (name, document.commaSeparated(in: .spoken))
    }
    let texts = [("exercise.txt", sheet.text(in: .spoken, checkedWith: check))] + tables
    try Files.createFolder(output)
    try Files.write(texts.map { ($0, Array($1.utf8)) }, asFolder: folder)
    for (name, _) in texts { try printLine("\(folder)/\(name)") }
  }

  /// The name in letters that files can have; another one for each name.
  private static func fileName(_ name: String) -> String {
    name.map { letter in
      if letter.isLetter || letter.isNumber || "-_. ".contains(letter) { return String(letter) }
      return letter.utf8.map { "%" + String($0, radix: 16, uppercase: true) }.joined()
    }.joined()
  }
}

import ArgumentParser
import Classroom
import Grading
import Lecture
import Words

/// Writes an exercise with numbers of a student's own.
struct MakeExercise: BilingualCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise",
    abstract:
      "Writes an exercise with numbers of its own for a student, and its key for the teacher.",
    discussion: """
      The folder gets one for the student, such as adam-20261101, with exercise.txt for what is given, blank.csv to fill in, \
      and key.csv with the right numbers. The same student gets the same numbers each time.
      """)

  @Argument(help: "What the exercise is about: \(Subject.all.map(\.name).joined(separator: ", ")).")
  var subject: String

  @Option(
    parsing: .unconditional, help: "What the student's numbers are made from: a number or a name.")
  var studentID: String

  @Option(help: "The folder for the student's folder.")
  var output: String

  @Option(help: "The language, en or zh.")
  var language = Language.english

  func validate() throws {
    try Self.require(
      !studentID.isEmpty, en: "--student-id must be a number or a name",
      zh: "--student-id 必须是学号或姓名")
    try Self.require(
      !output.isEmpty, en: "--output must be the name of a folder", zh: "--output 必须是文件夹的名称")
  }

  func run() throws {
    let exercise = try Exercise(.required(subject), for: studentID)
    let sheet = ExerciseSheet(exercise, for: studentID)
    let folder =
      "\(output)\(output.hasSuffix("/") ? "" : "/")\(subject)-\(Self.fileName(studentID))"
    // A path that begins with a dash would be taken for an option.
    let path = (folder.hasPrefix("-") ? "./" : "") + folder + "/blank.csv"
    let check = Invocation.command("course", ["check", subject, path, "--student-id", studentID])
    let tables = [("blank.csv", sheet.blank), ("key.csv", exercise.key.table())].map {
      name, table in
      let document = Document(title: "") { Document.Block.table(table, name: name) }
      return (name, document.commaSeparated(in: language))
    }
    let texts = [("exercise.txt", sheet.text(in: language, checkedWith: check))] + tables
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

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
      The folder gets exercise.txt with what is given, blank.csv to fill in, and key.csv with the right numbers. The same \
      student gets the same numbers each time.
      """)

  @Argument(help: "What the exercise is about: \(Subject.all.map(\.name).joined(separator: ", ")).")
  var subject: String

  @Option(
    parsing: .unconditional, help: "What the student's numbers are made from: a number or a name.")
  var studentID: String

  @Option(help: "The folder for the files.")
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
    try Files.createFolder(output)
    let folder = output.hasSuffix("/") ? output : output + "/"
    // A path that begins with a dash would be taken for an option.
    let path = (folder.hasPrefix("-") ? "./" : "") + folder + "blank.csv"
    let check = Invocation.command("course", ["check", subject, path, "--student-id", studentID])
    let text = sheet.text(in: language, checkedWith: check)
    try Files.write(Array(text.utf8), to: folder + "exercise.txt")
    for (name, table) in [("blank.csv", sheet.blank), ("key.csv", exercise.key.table())] {
      let document = Document(title: "") { Document.Block.table(table, name: name) }
      try document.writeTables(asCSV: folder + name, in: language)
    }
    for name in ["exercise.txt", "blank.csv", "key.csv"] { try printLine(folder + name) }
  }
}

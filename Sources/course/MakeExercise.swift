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
  var out: String

  @Option(help: "The language, en or zh.")
  var language = Language.english

  func run() throws {
    if studentID.isEmpty {
      throw Failure(
        .usage, en: "--student-id must be a number or a name.", zh: "--student-id 必须是学号或姓名。"
      )
    }
    if out.isEmpty {
      throw Failure(.usage, en: "--out must be the name of a folder.", zh: "--out 必须是文件夹的名称。")
    }
    let exercise = try Exercise(.required(subject), for: studentID)
    let sheet = ExerciseSheet(exercise, for: studentID)
    try Files.createFolder(out)
    let folder = out.hasSuffix("/") ? out : out + "/"
    // A path that begins with a dash would be taken for an option.
    let path = (folder.hasPrefix("-") ? "./" : "") + folder + "blank.csv"
    let check = Invocation.command("course", ["check", subject, path, "--student-id", studentID])
    let text = sheet.text(in: language, checkedWith: check)
    try Files.write(Array(text.utf8), to: folder + "exercise.txt")
    for (name, table) in [("blank", sheet.blank), ("key", exercise.key.table())] {
      let document = Document(title: Words(name)) { Document.Block.table(table, name: name) }
      try document.writeTables(asCSV: "\(folder)\(name).csv", in: language)
    }
    for name in ["exercise.txt", "blank.csv", "key.csv"] { try printLine(folder + name) }
  }
}

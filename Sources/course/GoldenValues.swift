import ArgumentParser
import Classroom
import Grading
import Lecture
import Words

/// Prints the answer key of an exercise.
struct GoldenValues: BilingualCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "golden",
      abstract: "Calculates the right numbers of an exercise, every quantity in full precision.",
      discussion: ExerciseHelp.text)
  }

  @Argument(help: "What the exercise is about: \(Subject.all.map(\.name).joined(separator: ", ")).")
  var subject: String

  @OptionGroup(title: "Exercise")
  var options: ExerciseOptions

  @OptionGroup(title: "Tables")
  var tables: TableOptions

  @Option(help: "The language, en or zh.")
  var language = Language.english

  func run() throws {
    let exercise = try options.exercise(on: .required(subject))
    let document = Document(title: exercise.subject.title) {
      exercise.setting
      Document.Block.table(exercise.key.table(), name: subject)
    }
    try tables.write(document, in: language)
    if !tables.areWanted { try document.print(in: language, showsAllRows: true) }
  }
}

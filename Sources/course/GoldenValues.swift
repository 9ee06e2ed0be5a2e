import ArgumentParser
import Classroom
import Grading
import Lecture
import Words

/// Prints the answer key of an exercise.
struct GoldenValues: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "golden",
      abstract: Words(
        en: "Calculates the right numbers of an exercise, every quantity in full precision.",
        zh: "算出一道题的正确数值，每个量都是全精度。")[.spoken],
      discussion: ExerciseHelp.text)
  }

  @Argument(help: ExerciseHelp.subjects)
  var subject: String

  @OptionGroup(title: Words(en: "Exercise", zh: "题目")[.spoken])
  var options: ExerciseOptions

  @OptionGroup(title: Words(en: "Tables", zh: "表格")[.spoken])
  var tables: TableOptions

  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let exercise = try options.exercise(on: .required(subject))
    let document = Document(title: exercise.subject.title) {
      exercise.setting
      Document.Block.table(exercise.key.table(), name: subject)
    }
    try tables.write(document, in: .spoken)
    if !tables.areWanted { try document.print(in: .spoken, showsAllRows: true) }
  }
}

import ArgumentParser
import Classroom
import Grading
import Lecture
import Words

/// The tool over all lessons.
struct Course: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "course",
      abstract: Words(
        en: "Lessons, figures and exercises of the whole course.", zh: "整个课程的各课、图和题目。")[.spoken],
      subcommands: [
        ListLessons.self, RunLesson.self, RenderFigures.self, GoldenValues.self,
        CheckSubmission.self, MakeExercise.self,
      ])
  }

  /// The command line with its command, where that was left out: nothing lists the lessons, a lesson is shown.
  static func completed(_ arguments: [String]) -> [String] {
    guard let first = arguments.first else { return ["list"] }
    let commands = configuration.subcommands.map { $0._commandName } + ["help"]
    if commands.contains(first) { return arguments }
    if first.hasPrefix("-") {
      return first.hasPrefix("--language") ? ["list"] + arguments : arguments
    }
    return ["run"] + arguments
  }
}

let arguments = Array(CommandLine.arguments.dropFirst())
let takesExercise = ["golden", "check"].contains(arguments.first)
let subject =
  takesExercise
  ? arguments.lazy.compactMap(Subject.named).first
    ?? arguments.dropFirst().first.flatMap(Subject.meant) : nil
ExerciseHelp.$subject.withValue(subject) {
  run(Course.self) {
    takesExercise ? try ExerciseOptions.gathered($0, of: subject) : Course.completed($0)
  }
}

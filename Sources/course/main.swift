import ArgumentParser
import Classroom
import Grading

/// The tool over all lessons.
struct Course: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course", abstract: "Figures and lessons of the whole course.",
    subcommands: [
      ListLessons.self, RenderFigures.self, GoldenValues.self, CheckSubmission.self,
      MakeExercise.self,
    ])
}

let arguments = Array(CommandLine.arguments.dropFirst())
let takesExercise = ["golden", "check"].contains(arguments.first)
let subject = takesExercise ? arguments.lazy.compactMap(Subject.named).first : nil
ExerciseHelp.$subject.withValue(subject) {
  run(Course.self) {
    takesExercise
      ? try ExerciseOptions.gathered($0, of: subject) : $0.respelled(["--out": "--output"])
  }
}

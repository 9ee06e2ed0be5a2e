import ArgumentParser
import Classroom

/// The tool over all lessons.
struct Course: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course", abstract: "Figures and lessons of the whole course.",
    subcommands: [
      ListLessons.self, RenderFigures.self, GoldenValues.self, CheckSubmission.self,
      MakeExercise.self,
    ])
}

run(Course.self)

import ArgumentParser
import Classroom
import Lecture
import Lessons
import Words

/// Prints a line for each lesson.
struct ListLessons: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the lessons in the order of the course.")

  func run() throws {
    let lessons = CourseLessons.all
    let section = lessons.map { $0.section.count }.max() ?? 0
    let name = lessons.map { $0.name.count }.max() ?? 0
    for lesson in lessons {
      try printLine(
        lesson.section.padded(to: section + 2) + "lesson-\(lesson.name)".padded(to: name + 9)
          + lesson.abstract)
    }
  }
}

import ArgumentParser
import Classroom
import Lecture
import Lessons
import Words

/// Shows a lesson, as its own command does.
struct RunLesson: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: Words(
        en: "Shows a lesson; run may be left out: course adam.", zh: "看一课；run 可以省略：course adam。")[
          .spoken])
  }

  @Argument(
    help: ArgumentHelp(
      en: "The lesson, by name, section or title: adam, 3.3.5, 动量法.",
      zh: "课的名称、节号或标题：adam、3.3.5、动量法。"))
  var lesson: String

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp(en: "What the lesson takes, --help too.", zh: "这一课的选项，包括 --help。"))
  var options: [String] = []

  func run() throws {
    let name = try Outline.one(meantBy: lesson).name
    guard let lesson = CourseLessons.lesson(named: name) else { return }
    present(lesson, with: options)
  }
}

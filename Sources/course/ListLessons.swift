import ArgumentParser
import Classroom
import Lecture
import Words

/// Lists the lessons, and says what can be done with them.
struct ListLessons: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: Words(
        en: "Lists the lessons in the order of the course.", zh: "按课程顺序列出各课。")[.spoken])
  }

  @OptionGroup var languages: LanguageOptions

  func run() throws {
    let lessons = Outline.course
    let document = Document(
      title: Words(en: "Stepwise: optimizers, one step at a time", zh: "Stepwise：优化算法，一步一步看")
    ) {
      Document.Block.table(
        Table([
          Table.Column(Words(en: "section", zh: "节"), texts: lessons.map { Words($0.section) }),
          Table.Column(Words(en: "lesson", zh: "课"), texts: lessons.map { Words($0.name) }),
          Table.Column(Words(en: "question", zh: "问题"), texts: lessons.map(\.question)),
        ]), name: "lessons")
      Document.Block.formulas([
        (
          "swift run course adam",
          Words(en: "shows a lesson; its section or title will do", zh: "看一课；也可以写节号或标题")
        ),
        ("swift run course adam --help", Words(en: "its parameters", zh: "这一课的参数")),
        (
          "swift run course render",
          Words(en: "makes all figures, or those of some lessons", zh: "画出全部图，或某几课的图")
        ),
        (
          "swift run course exercise --help",
          Words(
            en: "exercises, their keys and their grading: golden, check",
            zh: "题目、答案与批改：golden、check")
        ),
      ])
      Outline.source
      Words(
        en: "Begin with: swift run course \(lessons[0].name)",
        zh: "从这里开始：swift run course \(lessons[0].name)")
    }
    try document.print(in: .spoken, showsAllRows: true)
  }
}

import ArgumentParser
import Lecture
import Words

/// The command of a lesson: its own parameters, and what all lessons share.
struct LessonCommand<Content: Lesson>: ParsableCommand {
  static var configuration: CommandConfiguration {
    let (question, section) = (Content.outline.question, Content.section)
    return CommandConfiguration(
      commandName: "lesson-\(Content.name)",
      abstract: Words(
        en: "\(question) (In the course: \(section).)", zh: "\(question)（课程 \(section) 节）")[.spoken]
    )
  }

  @OptionGroup(title: Words(en: "Parameters", zh: "参数")[.spoken])
  var lesson: Content

  @OptionGroup(title: Words(en: "Figures", zh: "图")[.spoken])
  var figures: FigureOptions

  @Flag(
    help: ArgumentHelp(en: "Print all rows of long tables.", zh: "打印长表格的所有行。"))
  var allRows = false

  @Option(
    help: ArgumentHelp(
      en:
        "Print the formulas and first derivations, and nothing else, as text, ascii, latex, mathml, speech, javascript or python.",
      zh: "只打印公式和前几步的代入计算，格式为 text、ascii、latex、mathml、speech、javascript 或 python。",
      valueName: "form"))
  var formulas: FormulaText.Form?

  @OptionGroup(title: Words(en: "Tables", zh: "表格")[.spoken])
  var tables: TableOptions

  @Flag(
    help: ArgumentHelp(
      en: "Show the figures in the desktop’s viewer.", zh: "用桌面的看图程序打开图。"))
  var open = false

  /// Draws the figures, prints the document and says where the figures are. Where tables are printed for another
  /// program, they are all there is.
  ///
  /// A failing figure does not keep back the text: it is reported after it.
  func run() throws {
    let (document, language) = (try lesson.document, Language.spoken)
    if let formulas {
      return try printLine(FormulaText(form: formulas, language: language).text(of: document))
    }
    try tables.write(document, in: language)
    if tables.arePrinted { return }
    let written = Result {
      try Files.createFolder(figures.output)
      return try figures.files(of: document, named: Content.name, isAlone: true).map { try $0() }
    }
    try document.print(in: language, showsAllRows: allRows)
    let paths = (try? written.get()) ?? []
    let kind =
      figures.format == .html ? Words(en: "Page: ", zh: "网页：") : Words(en: "Figure: ", zh: "图：")
    for path in paths { try printLine(kind[language] + path) }
    try printText(Content.outline.ending[language])
    figures.explainLanguage()
    _ = try written.get()
    if open { for path in paths { try Viewer.open(path) } }
  }
}

extension Outline {
  /// What comes next, after a lesson, as commands like the one that was given.
  fileprivate var ending: Words {
    let command = Invocation.isOfCourse ? "course " : "lesson-"
    let next = next.map {
      Words(
        en: "Next: \($0.question)\n  swift run \(command)\($0.name)\n",
        zh: "下一课：\($0.question)\n  swift run \(command)\($0.name)\n")
    }
    return Words(
      en: "\n\(next ?? "")All lessons: swift run course", zh: "\n\(next ?? "")全部课程：swift run course"
    )
  }
}

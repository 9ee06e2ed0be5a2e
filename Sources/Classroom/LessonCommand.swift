import ArgumentParser
import Lecture
import Words

/// The command of a lesson: its own parameters, and what all lessons share.
struct LessonCommand<Content: Lesson>: BilingualCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lesson-\(Content.name)",
      abstract: "\(Content.abstract) (In the course: \(Content.section).)")
  }

  @OptionGroup(title: "Parameters")
  var lesson: Content

  @OptionGroup(title: "Figures")
  var figures: FigureOptions

  @Flag(help: "Print all rows of long tables.")
  var allRows = false

  @Option(
    help: ArgumentHelp(
      "Print the formulas and first derivations, and nothing else, as text, ascii, latex, mathml, speech, javascript or python.",
      valueName: "form"))
  var formulas: FormulaText.Form?

  @OptionGroup(title: "Tables")
  var tables: TableOptions

  var language: Language { figures.language }

  /// Draws the figures, prints the document and says where the figures are. Where tables are printed for another
  /// program, they are all there is.
  ///
  /// A failing figure does not keep back the text: it is reported after it.
  func run() throws {
    let document = try lesson.document
    if let formulas {
      return try printLine(FormulaText(form: formulas, language: language).text(of: document))
    }
    try tables.write(document, in: language)
    if tables.arePrinted { return }
    let written = Result {
      try Files.createFolder(figures.output)
      return try document.figures.map { try figures.write($0, named: $1) }
    }
    try document.print(in: language, showsAllRows: allRows)
    let paths = try written.get()
    for path in paths { try printLine(Words(en: "Figure: \(path)", zh: "图：\(path)")[language]) }
  }
}

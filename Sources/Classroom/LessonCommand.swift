import ArgumentParser
import Lecture

/// The command of a lesson: its own parameters, and what all lessons share.
struct LessonCommand<Content: Lesson>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lesson-\(Content.name)",
      abstract: "\(Content.abstract) (Course section \(Content.section).)")
  }

  @OptionGroup(title: "Parameters")
  var lesson: Content

  @OptionGroup(title: "Figures")
  var figures: FigureOptions

  @Flag(help: "Print all rows of long tables.")
  var allRows = false

  @Option(help: "A file for the tables in full precision; - prints them and nothing else.")
  var csv: String?

  @Option(help: "The same as --csv, as JSON.")
  var json: String?

  func validate() throws {
    if csv == "" || json == "" { throw ValidationError("--csv and --json need a file's name.") }
    if csv == "-" && json == "-" { throw ValidationError("Only one of --csv and --json can be -.") }
  }

  /// Draws the figures, prints the document and says where the figures are. Where tables are printed for another
  /// program, they are all there is.
  ///
  /// A failing figure does not keep back the text: it is reported after it.
  func run() throws {
    let language = figures.language
    let document = try lesson.document(in: language)
    try writeTables(of: document)
    if csv == "-" || json == "-" { return }
    let written = Result { try document.figures.map { try figures.write($0, named: $1) } }
    let text = TerminalText(language: language, showsAllRows: allRows).text(of: document)
    try printLine(text)
    let paths = try written.get()
    for path in paths { try printLine(language(en: "Figure: ", zh: "图：") + path) }
  }

  private func writeTables(of document: Document) throws {
    let tables = TableText(of: document)
    for (path, text) in [(csv, tables.commaSeparated), (json, tables.json)] {
      guard let path else { continue }
      if path == "-" {
        try Files.print(text)
      } else {
        try Files.write(Array(text.utf8), to: path)
      }
    }
  }
}

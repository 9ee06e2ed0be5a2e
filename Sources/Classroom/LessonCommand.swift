import ArgumentParser
import Lecture
import Plot

/// The command of a lesson: its own parameters, and what all lessons share.
struct LessonCommand<Content: Lesson>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lesson-\(Content.name)",
      abstract: "\(Content.abstract) (Course section \(Content.section).)")
  }

  @OptionGroup(title: "Parameters")
  var lesson: Content

  @Option(help: "The folder for figures.")
  var output = "output"

  @Option(help: "The language, en or zh.")
  var language = Language.english

  @Option(help: "What figures are made for: light or dark screens, or print without colours.")
  var theme = Theme.light

  @Option(help: "How large figures are: 1600×1000, for a slide, a page's column, or square.")
  var size = Figure.Size.standard

  @Option(help: "How many pixels a unit of the figure is wide, from 1 to 4.")
  var scale = 1

  @Flag(help: "Take a second or two longer to make the figure's file as small as can be.")
  var optimize = false

  @Flag(help: "Print all rows of long tables.")
  var allRows = false

  @Option(help: "A file for the tables in full precision; - prints them and nothing else.")
  var csv: String?

  @Option(help: "The same as --csv, as JSON.")
  var json: String?

  func validate() throws {
    if !(1...4).contains(scale) { throw ValidationError("--scale must be from 1 to 4.") }
    if output.isEmpty { throw ValidationError("--output must be the name of a folder.") }
    if csv == "" || json == "" { throw ValidationError("--csv and --json need a file's name.") }
    if csv == "-" && json == "-" { throw ValidationError("Only one of --csv and --json can be -.") }
  }

  /// Draws the figures, prints the document and says where the figures are. Where tables are printed for another
  /// program, they are all there is.
  ///
  /// A failing figure does not keep back the text: it is reported after it.
  func run() throws {
    let document = try lesson.document(in: language)
    try writeTables(of: document)
    if csv == "-" || json == "-" { return }
    let figures = Result { try writeFigures(of: document) }
    let text = TerminalText(language: language, showsAllRows: allRows).text(of: document)
    try printLine(text)
    let paths = try figures.get()
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

  private func writeFigures(of document: Document) throws -> [String] {
    try document.figures.map { figure, name in
      var figure = figure
      figure.size = size
      let picture = FigurePicture(
        figure: figure, language: language, theme: theme, scale: scale, optimizes: optimize)
      return try picture.write(named: name, into: output)
    }
  }
}

extension Document {
  /// The figures with the names of their files.
  var figures: [(figure: Figure, name: String)] {
    blocks.compactMap { block in
      if case .figure(let figure, let name) = block { (figure, name) } else { nil }
    }
  }
}

extension Theme: ExpressibleByArgument {}
extension Figure.Size: ExpressibleByArgument {}

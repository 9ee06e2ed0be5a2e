import ArgumentParser
import Classroom
import Lecture
import Plot
import Specimens
import Words

/// Draws each specimen in each theme, language and size.
struct DrawSpecimens: BilingualCommand {
  static let configuration = CommandConfiguration(
    commandName: "specimens",
    abstract: "Draws a page of specimens: every mark, theme and language, and edge cases.")

  @Option(help: "The folder for figures.")
  var output = "output/specimens"

  @Option(name: .customLong("language"), help: "Only this language, en or zh.")
  var onlyLanguage: Language?

  @Option(help: "The files' format, png or svg.")
  var format = FigurePicture.Format.png

  var language: Language { onlyLanguage ?? .english }

  /// All themes in the usual size, and all other sizes in the usual theme.
  private var looks: [(Theme, Figure.Size)] {
    Theme.allCases.map { ($0, .standard) }
      + Figure.Size.allCases.filter { $0 != .standard }.map { (.light, $0) }
  }

  func run() throws {
    if output.isEmpty {
      throw Failure(.usage, en: "--output must be the name of a folder.", zh: "--output 必须是文件夹的名称。")
    }
    for specimen in Specimen.all {
      for language in onlyLanguage.map({ [$0] }) ?? Language.allCases {
        for (theme, size) in looks {
          var figure = specimen.figure
          figure.size = size
          let look = [theme.rawValue, size.rawValue, language.rawValue].joined(separator: "-")
          let picture = FigurePicture(
            figure: figure, language: language, theme: theme, format: format)
          try printLine(
            try picture.write(
              named: "\(specimen.name)-\(look)", into: output, command: Invocation.command))
        }
      }
    }
  }
}

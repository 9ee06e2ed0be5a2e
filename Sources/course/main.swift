import ArgumentParser
import Classroom
import Lecture
import Plot
import Specimens

/// The tool over all lessons.
struct Course: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course", abstract: "Figures and lessons of the whole course.",
    subcommands: [DrawSpecimens.self])
}

/// Draws each specimen in each theme and language.
struct DrawSpecimens: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "specimens",
    abstract: "Draws a page of specimens: every mark, theme and language, and edge cases.")

  @Option(help: "The folder for figures.")
  var output = "output/specimens"

  @Option(help: "Only this language, en or zh.")
  var language: Language?

  func run() throws {
    for specimen in Specimen.all {
      for language in language.map({ [$0] }) ?? Language.allCases {
        for theme in Theme.allCases {
          let path = try writePicture(
            of: specimen.figure(language),
            named: "\(specimen.name)-\(theme.rawValue)-\(language.rawValue)", into: output,
            language: language, theme: theme, command: "swift run course specimens")
          print(path)
        }
      }
    }
  }
}

Course.main()

import ArgumentParser
import Lecture
import Words

/// In which language a command speaks. `run(_:)` reads it before anything else; here it is checked and shown in help.
public struct LanguageOptions: ParsableArguments {
  /// The language that was asked for; nil where it is the system's.
  @Option(
    help: ArgumentHelp(
      en: "The language, en or zh; the system’s, as LANG says, if not given.",
      zh: "语言：en 或 zh；不给出时用系统的语言（LANG）。"))
  public var language: Language?

  public init() {}
}

extension Language: ExpressibleByArgument {
  public init?(argument: String) { self.init(tag: argument) }
}

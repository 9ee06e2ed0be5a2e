/// How this process was started.
public enum Invocation {
  /// The command as anyone can give it again: `swift run lesson-adam --steps 5`. Folders and files of this machine, and
  /// of whoever works at it, are left out.
  public static var command: String {
    return command(program, withoutPaths(CommandLine.arguments.dropFirst()))
  }

  /// The arguments without the options that are answered with a path.
  static func withoutPaths(_ arguments: some Sequence<String>) -> [String] {
    let options: Set = ["--output", "--csv", "--json"]
    var kept: [String] = []
    var isPath = false
    for word in arguments {
      if isPath {
        isPath = false
      } else if options.contains(word) {
        isPath = true
      } else if !options.contains(String(word.prefix { $0 != "=" })) {
        kept.append(word)
      }
    }
    return kept
  }

  private static var program: String {
    CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? ""
  }

  /// Whether it was the tool over all lessons that was started.
  static var isOfCourse: Bool { program == "course" }

  /// The command that runs a program of this package, as it can be given to a shell.
  public static func command(_ program: String, _ arguments: [String]) -> String {
    (["swift", "run", program] + arguments).map(quotedForShell).joined(separator: " ")
  }

  /// The word as a shell must be given it.
  static func quotedForShell(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./=+,:".contains($0) }
    if isPlain && !word.isEmpty { return word }
    return "'\(word.replacing("'", with: "'\\''"))'"
  }
}

/// How this process was started.
public enum Invocation {
  /// The command as it can be given again: `swift run lesson-adam --steps 5`.
  public static var command: String {
    let program = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? ""
    return command(program, Array(CommandLine.arguments.dropFirst()))
  }

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

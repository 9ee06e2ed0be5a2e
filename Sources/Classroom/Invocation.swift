/// How this process was started.
enum Invocation {
  /// The command as it can be given again: `swift run lesson-adam --steps 5`.
  static var command: String {
    let program = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? ""
    let words = ["swift", "run", program] + CommandLine.arguments.dropFirst()
    return words.map(quotedForShell).joined(separator: " ")
  }

  /// The word as a shell must be given it.
  static func quotedForShell(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./=+,:".contains($0) }
    if isPlain && !word.isEmpty { return word }
    let parts = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "'\\''") + "'"
  }
}

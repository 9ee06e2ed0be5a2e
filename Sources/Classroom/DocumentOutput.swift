import Lecture
import Words

extension Document {
  /// The document's tables as comma-separated values.
  public func commaSeparated(in language: Language) -> String {
    TableText(of: self, in: language).commaSeparated
  }

  /// Writes the document's tables as comma-separated values, or prints them if the path is `-`.
  ///
  /// - Throws: an error that `run(_:)` reports in a line.
  public func writeTables(asCSV path: String, in language: Language) throws {
    try Files.writeOrPrint(commaSeparated(in: language), to: path)
  }

  /// Prints what the document says on the standard output.
  ///
  /// - Parameters:
  ///   - showsAllRows: whether long tables are printed whole.
  ///   - forPrograms: whether lines are as long as they are where there is no terminal.
  /// - Throws: an error that `run(_:)` reports in a line.
  public func print(in language: Language, showsAllRows: Bool, forPrograms: Bool = false) throws {
    let width = forPrograms && Terminal.width == nil ? .max : Terminal.textWidth
    try printLine(
      TerminalText(language: language, showsAllRows: showsAllRows, width: width)
        .text(of: self))
  }
}

/// Prints lines, broken where they are wider than the terminal.
///
/// - Throws: an error that `run(_:)` reports in a line.
func printText(_ text: String) throws {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  for line in lines { try printLine(String(line).wrapped(to: Terminal.textWidth, hanging: 0)) }
}

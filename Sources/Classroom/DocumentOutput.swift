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
  /// - Parameter showsAllRows: whether long tables are printed whole.
  /// - Throws: an error that `run(_:)` reports in a line.
  public func print(in language: Language, showsAllRows: Bool) throws {
    try printLine(TerminalText(language: language, showsAllRows: showsAllRows).text(of: self))
  }
}

import ArgumentParser
import Lecture
import Words

/// Where the tables of a document go besides the terminal.
public struct TableOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      en: "A file for the tables in full precision; - prints them and nothing else.",
      zh: "存放全精度表格的文件；- 表示只打印表格。"))
  var csv: String?

  @Option(
    help: ArgumentHelp(en: "The same as --csv, as JSON.", zh: "同 --csv，格式为 JSON。"))
  var json: String?

  public init() {}

  public func validate() throws {
    try Self.require(
      csv != "" && json != "", en: "--csv and --json need a file's name",
      zh: "--csv 和 --json 需要文件名")
    try Self.require(
      csv != "-" || json != "-", en: "Only one of --csv and --json can be -",
      zh: "--csv 和 --json 只能有一个是 -")
  }

  /// Whether tables are printed for another program, so that nothing else may be.
  public var arePrinted: Bool { csv == "-" || json == "-" }

  /// Whether tables go anywhere at all.
  public var areWanted: Bool { csv != nil || json != nil }

  /// Writes or prints the document's tables.
  ///
  /// - Throws: an error that `run(_:)` reports in a line.
  public func write(_ document: Document, in language: Language) throws {
    let tables = TableText(of: document, in: language)
    if let csv { try Files.writeOrPrint(tables.commaSeparated, to: csv) }
    if let json { try Files.writeOrPrint(tables.json, to: json) }
  }
}

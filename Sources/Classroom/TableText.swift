import Lecture
import Words

/// A lesson's tables in one language, as text for other programs, every number so that it reads back as the very same double.
struct TableText {
  let tables: [(table: Table, name: String)]
  let language: Language

  init(of document: Document, in language: Language) {
    self.language = language
    tables = document.blocks.compactMap { block in
      if case .table(let table, let name) = block { (table, name) } else { nil }
    }
  }

  /// Comma-separated values (RFC 4180, lines ending in a line feed). Several tables follow each other, each after a line
  /// with its name, with an empty line between them.
  var commaSeparated: String {
    tables.map { table, name in
      let rows = (0..<table.rowCount).map { row in table.columns.map { field($0.cells[row]) } }
      let lines = [table.columns.map { quoted($0.heading[language]) }] + rows
      let heading = tables.count > 1 ? [[quoted(name)]] : []
      return (heading + lines).map { $0.joined(separator: ",") + "\n" }.joined()
    }.joined(separator: "\n")
  }

  /// An object (RFC 8259) with a list of rows for each table, each row an object from headings to values.
  ///
  /// What is not a finite number is the string "nan", "inf" or "-inf", as JSON has no word for it.
  var json: String {
    let members = tables.map { table, name in
      let rows = (0..<table.rowCount).map { row in
        let cells = table.columns.map { "\(string($0.heading[language])): \(value($0.cells[row]))" }
        return "    {" + cells.joined(separator: ", ") + "}"
      }
      return "  \(string(name)): [\n" + rows.joined(separator: ",\n") + "\n  ]"
    }
    return "{\n" + members.joined(separator: ",\n") + "\n}\n"
  }

  private func field(_ cell: Table.Cell) -> String {
    switch cell {
    case .number(let number): number.plainText
    case .text(let text): quoted(text[language])
    case .empty: ""
    }
  }

  private func quoted(_ text: String) -> String {
    guard text.contains(where: { ",\"".contains($0) || $0.isNewline }) else { return text }
    return "\"\(text.replacing("\"", with: "\"\""))\""
  }

  private func value(_ cell: Table.Cell) -> String {
    switch cell {
    case .number(let number): number.isFinite ? number.plainText : string(number.plainText)
    case .text(let text): string(text[language])
    case .empty: "null"
    }
  }

  private func string(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n": "\\n"
      case "\t": "\\t"
      default: String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

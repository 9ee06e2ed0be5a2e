import Formulas
import Lecture
import Words

/// A document as text for a terminal.
struct TerminalText {
  let language: Language
  /// Whether long tables are printed whole.
  let showsAllRows: Bool

  /// A longer table is shortened to its first and last rows.
  private static let longestTable = 24
  private static let rowsAtEachEnd = 8
  /// Prose is broken into lines of at most so many columns.
  private static let lineWidth = 100

  func text(of document: Document) -> String {
    let blocks = document.blocks.compactMap(text(of:))
    return ([underlined(document.title[language], with: "═")] + blocks).joined(separator: "\n\n")
      + "\n"
  }

  /// The block's text; nil for a figure, which is not text.
  private func text(of block: Document.Block) -> String? {
    switch block {
    case .heading(let heading): underlined(heading[language], with: "─")
    case .prose(let prose): prose[language].wrapped(to: Self.lineWidth)
    case .formulas(let formulas): text(of: formulas)
    case .derivations(let title, let derivations):
      ([title[language]] + derivations.map(text(of:))).joined(separator: "\n")
    case .table(let table, _): text(of: table)
    case .figure: nil
    }
  }

  private func underlined(_ text: String, with line: String) -> String {
    "\(text)\n\(String(repeating: line, count: text.displayWidth))"
  }

  /// A derivation in a line, or with a line for each side where it is too long.
  private func text(of derivation: Derivation) -> String {
    let sides = derivation.sides(in: language)
    let line = "  " + sides.joined(separator: " = ")
    guard line.displayWidth > Self.lineWidth else { return line }
    let margin = String(repeating: " ", count: sides[0].displayWidth + 2)
    return "  \(sides[0])"
      + sides.dropFirst().map { " = \($0)" }.joined(separator: "\n\(margin)")
  }

  private func text(of formulas: [Document.Formula]) -> String {
    let formulas = formulas.map { (formula: $0.formula[language], meaning: $0.meaning[language]) }
    let width = formulas.map(\.formula.displayWidth).max() ?? 0
    return formulas.map {
      "  \($0.formula.padded(to: width + 3))\($0.meaning)".trimmingTrailingSpaces
    }.joined(separator: "\n")
  }

  private func text(of table: Table) -> String {
    let count = table.rowCount
    let isShortened = !showsAllRows && count > Self.longestTable
    let shown =
      isShortened
      ? Array(0..<Self.rowsAtEachEnd) + Array((count - Self.rowsAtEachEnd)..<count)
      : Array(0..<count)
    let columns = table.columns.map { column in
      AlignedColumn(
        heading: column.heading[language], cells: shown.map { column.cells[$0] }, in: language)
    }
    var lines = (0...shown.count).map { line in
      ("  " + columns.map { $0.cells[line] }.joined(separator: "  ")).trimmingTrailingSpaces
    }
    if isShortened {
      let omitted = count - shown.count
      let note = Words(
        en: "  … \(omitted) rows left out (--all-rows prints them) …",
        zh: "  …… 省略 \(omitted) 行（用 --all-rows 显示全部）……")[language]
      lines.insert(note, at: 1 + Self.rowsAtEachEnd)
    }
    return lines.joined(separator: "\n")
  }
}

/// A heading and cells, padded to one width: texts begin at one place, numbers have their decimal points below each other.
private struct AlignedColumn {
  let cells: [String]

  init(heading: String, cells: [Table.Cell], in language: Language) {
    let texts = cells.map { cell in
      switch cell {
      case .number(let value): Numerals.rounded.text(value)
      case .text(let text): text[language]
      case .empty: ""
      }
    }
    let hasTexts = cells.contains { if case .text = $0 { true } else { false } }
    let points = texts.map { text in
      hasTexts ? 0 : text.prefix { $0 != "." && $0 != "e" }.count
    }
    let point = points.max() ?? 0
    let aligned = zip(texts, points).map { String(repeating: " ", count: point - $1) + $0 }
    let bodyWidth = aligned.map(\.displayWidth).max() ?? 0
    let width = max(bodyWidth, heading.displayWidth)
    let indent = hasTexts ? "" : String(repeating: " ", count: width - bodyWidth)
    let headingIndent =
      hasTexts ? "" : String(repeating: " ", count: width - heading.displayWidth)
    self.cells = ([headingIndent + heading] + aligned.map { indent + $0 })
      .map { $0.padded(to: width) }
  }
}

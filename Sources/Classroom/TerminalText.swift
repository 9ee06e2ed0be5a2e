import Formulas
import Lecture
import Words

/// A document as text for a terminal.
struct TerminalText {
  let language: Language
  /// Whether long tables are printed whole.
  let showsAllRows: Bool
  /// No line has more columns.
  var width = 100

  /// A longer table is shortened to its first and last rows.
  private static let longestTable = 24
  private static let rowsAtEachEnd = 8

  func text(of document: Document) -> String {
    let blocks = document.blocks.compactMap(text(of:))
    return ([underlined(document.title[language], with: "═")] + blocks).joined(separator: "\n\n")
      + "\n"
  }

  /// The block's text; nil for what is not text.
  private func text(of block: Document.Block) -> String? {
    switch block {
    case .heading(let heading): underlined(heading[language], with: "─")
    case .prose(let prose): prose[language].wrapped(to: width)
    case .formulas(let formulas): text(of: formulas)
    case .derivations(let title, let derivations):
      ([title[language].wrapped(to: width)] + derivations.map(text(of:))).joined(separator: "\n")
    case .table(let table, _): text(of: table)
    case .figure, .experiment: nil
    }
  }

  private func underlined(_ text: String, with line: String) -> String {
    "\(text.wrapped(to: width))\n\(String(repeating: line, count: min(width, text.displayWidth)))"
  }

  /// A derivation in a line, or with a line or more for each side where it is too long.
  func text(of derivation: Derivation) -> String {
    let sides = derivation.sides(in: language)
    let line = "  " + sides.joined(separator: " = ")
    guard line.displayWidth > width else { return line }
    let isLong = sides[0].displayWidth > width / 3
    let margin = String(repeating: " ", count: isLong ? 4 : sides[0].displayWidth + 2)
    let rest = sides.dropFirst().map { side in
      let lines = side.brokenAtOperators(to: width - margin.count - 5)
      return " = " + lines.joined(separator: "\n\(margin)     ")
    }
    return sides[0].wrapped(to: width - 2, hanging: 0).split(separator: "\n").map { "  \($0)" }
      .joined(separator: "\n")
      + (isLong ? "\n\(margin)" : "") + rest.joined(separator: "\n\(margin)")
  }

  /// Formulas with what they mean beside them, or below where there is no room.
  private func text(of formulas: [Document.Formula]) -> String {
    let formulas = formulas.map { (formula: $0.formula[language], meaning: $0.meaning[language]) }
    let column = 5 + (formulas.map(\.formula.displayWidth).max() ?? 0)
    let isBeside =
      formulas.allSatisfy { column + $0.meaning.displayWidth <= width } || column <= width / 2
    return formulas.map { formula, meaning in
      guard isBeside else {
        let lines = formula.brokenAtOperators(to: width - 4).joined(separator: "\n    ")
        let below = meaning.wrapped(to: width - 6).replacing("\n", with: "\n      ")
        return "  \(lines)" + (below.isEmpty ? "" : "\n      \(below)")
      }
      let lines = meaning.wrapped(to: width - column)
        .replacing("\n", with: "\n" + String(repeating: " ", count: column))
      return "  \(formula.padded(to: column - 2))\(lines)".trimmingTrailingSpaces
    }.joined(separator: "\n")
  }

  private func text(of table: Table) -> String {
    let count = table.rowCount
    let isShortened = !showsAllRows && count > Self.longestTable
    guard isShortened else {
      return TableLines(table, rows: Array(0..<count), omission: nil, in: language, width: width)
        .text
    }
    let omitted = count - 2 * Self.rowsAtEachEnd
    let note = Words(
      en: "  … \(omitted) rows left out (--all-rows prints them) …",
      zh: "  …… 省略 \(omitted) 行（用 --all-rows 显示全部）……")[language]
    return TableLines(
      table,
      rows: Array(0..<Self.rowsAtEachEnd) + Array((count - Self.rowsAtEachEnd)..<count),
      omission: (note, after: Self.rowsAtEachEnd), in: language, width: width
    ).text
  }
}

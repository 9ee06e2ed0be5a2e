import Words

extension Sequence {
  /// A table with a row for each element, in which each column shows something of it.
  ///
  ///     batches.table(["B": { .number($0.size) }, "N/B": { .number($0.quotient) }])
  package func table(_ columns: KeyValuePairs<Words, (Element) -> Table.Cell>) -> Table {
    Table(
      columns.map { heading, cell in
        var column = Table.Column(heading, [])
        column.cells = map(cell)
        return column
      })
  }
}

extension Table.Cell {
  package static func number(_ count: Int) -> Table.Cell { .number(Double(count)) }
}

/// Columns of numbers and texts under headings, the numbers in full precision.
public struct Table {
  /// What stands in one row of a column.
  public enum Cell: Equatable {
    case number(Double)
    case text(Words)
    case empty
  }

  /// Cells under a heading.
  public struct Column {
    /// What the cells are: a symbol or a word.
    public var heading: Words
    /// A cell for each row.
    public var cells: [Cell]

    /// - Parameter values: a number for each row; nil leaves the cell empty.
    public init(_ heading: Words, _ values: [Double?]) {
      self.heading = heading
      self.cells = values.map { $0.map(Cell.number) ?? .empty }
    }

    /// A column of texts.
    public init(_ heading: Words, texts: [Words]) {
      self.heading = heading
      self.cells = texts.map(Cell.text)
    }
  }

  /// From left to right.
  public var columns: [Column]

  /// - Precondition: all columns have the same number of rows.
  public init(_ columns: [Column]) {
    precondition(Set(columns.map(\.cells.count)).count <= 1, "Columns of one height.")
    self.columns = columns
  }

  /// How many rows each column has.
  public var rowCount: Int { columns.first?.cells.count ?? 0 }
}

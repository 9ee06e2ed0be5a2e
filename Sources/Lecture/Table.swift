/// Columns of numbers and texts under headings, the numbers in full precision.
public struct Table {
  public enum Cell: Equatable {
    case number(Double)
    case text(String)
    case empty
  }

  public struct Column {
    public var heading: String
    /// A cell for each row.
    public var cells: [Cell]

    /// - Parameter values: a number for each row; nil leaves the cell empty.
    public init(_ heading: String, _ values: [Double?]) {
      self.heading = heading
      self.cells = values.map { $0.map(Cell.number) ?? .empty }
    }

    public init(_ heading: String, texts: [String]) {
      self.heading = heading
      self.cells = texts.map(Cell.text)
    }
  }

  public var columns: [Column]

  /// - Precondition: all columns have the same number of rows.
  public init(_ columns: [Column]) {
    precondition(Set(columns.map(\.cells.count)).count <= 1, "Columns of one height.")
    self.columns = columns
  }

  public var rowCount: Int { columns.first?.cells.count ?? 0 }
}

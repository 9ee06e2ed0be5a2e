/// What a student hands in: columns of numbers as they were printed.
public struct Submission: Sendable {
  /// What stands in a cell of a file.
  struct Cell {
    var text: String
    var place: SubmissionError.Place
  }

  /// The numbers under one heading.
  public struct Column: Sendable {
    /// The name as it was handed in.
    public var heading: String
    /// A number for each row; nil where the cell is empty.
    public var numbers: [PrintedNumber?]
    /// How many of the rows are its own: a list may be shorter than others, and is filled up.
    var ownCount: Int
    /// Where the heading is, in a file.
    var place: SubmissionError.Place?
    /// Where the cells are, in a file.
    var places: [SubmissionError.Place?]
    /// The first cell that is no number, which matters where the column is a quantity.
    var strange: Cell?

    init(heading: String, numbers: [PrintedNumber?], ownCount: Int? = nil) {
      self.heading = heading
      self.numbers = numbers
      self.ownCount = ownCount ?? numbers.count
      places = Array(repeating: nil, count: numbers.count)
    }
  }

  /// In the order in which they were handed in.
  public var columns: [Column]

  /// - Precondition: all columns have the same number of rows.
  init(columns: [Column]) {
    precondition(Set(columns.map(\.numbers.count)).count <= 1, "Columns of one height.")
    self.columns = columns
  }

  /// What a program calculated, in full precision: a list of numbers for each quantity.
  public init(_ quantities: [String: [Double]]) {
    let rows = quantities.values.map(\.count).max() ?? 0
    columns = quantities.sorted { $0.key < $1.key }.map { name, numbers in
      let printed = numbers.map { Optional(PrintedNumber($0)) }
      return Column(
        heading: name, numbers: printed + Array(repeating: nil, count: rows - numbers.count),
        ownCount: numbers.count)
    }
  }

  /// The columns besides those that count the rows.
  public var quantities: [Column] { columns.filter { !QuantityNames.isStep($0.heading) } }

  /// How many rows there are, empty cells counted.
  public var rowCount: Int { columns.first?.numbers.count ?? 0 }
}

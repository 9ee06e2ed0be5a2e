import Formulas
import Plot

/// What a lesson says, in one language, before anything is printed or drawn.
public struct Document {
  public enum Block {
    case heading(String)
    case prose(String)
    /// Formulas, each with what it means.
    case formulas([(formula: String, meaning: String)])
    /// How the quantities of one step were calculated.
    case derivations(title: String, [Derivation])
    case table(Table)
    /// A figure and the name of its file, without ending.
    case figure(Figure, name: String)
  }

  public var title: String
  public var blocks: [Block]

  public init(title: String, blocks: [Block]) {
    self.title = title
    self.blocks = blocks
  }
}

/// Columns of numbers under headings, kept in full precision.
public struct Table {
  public struct Column {
    public var heading: String
    /// A number for each row; nil leaves the cell empty.
    public var values: [Double?]

    public init(_ heading: String, _ values: [Double?]) {
      self.heading = heading
      self.values = values
    }
  }

  public var columns: [Column]

  /// - Precondition: all columns have the same number of rows.
  public init(_ columns: [Column]) {
    precondition(Set(columns.map(\.values.count)).count <= 1, "Columns of one height.")
    self.columns = columns
  }

  public var rowCount: Int { columns.first?.values.count ?? 0 }
}

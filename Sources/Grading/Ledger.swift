import Formulas
import Lecture

/// What a calculation gives: the numbers of each step under the names of their quantities, each with its formula.
public struct Ledger {
  public struct Row {
    public var step: Int
    /// The quantities in the order in which they were calculated; those that belong to later steps only are missing.
    public var entries: [(name: String, number: Traced)]

    public subscript(name: String) -> Traced? { entries.first { $0.name == name }?.number }
  }

  /// The rows of successive steps.
  public let rows: [Row]

  public init(rows: [Row]) {
    self.rows = rows
  }

  /// The number of a quantity after a step; nil where there is none.
  public func number(_ name: String, at step: Int) -> Traced? {
    guard let first = rows.first?.step, rows.indices.contains(step - first) else { return nil }
    return rows[step - first][name]
  }

  /// The largest magnitude of a quantity's finite numbers; 0 where there are none.
  func largest(_ name: String) -> Double {
    rows.reduce(0) { largest, row in
      guard let size = row[name]?.value.magnitude, size.isFinite else { return largest }
      return max(largest, size)
    }
  }

  /// The names of all quantities, in the order in which they are calculated.
  public var names: [String] {
    (rows.last?.entries.map(\.name) ?? [])
  }

  /// The numbers as a table, a row a step.
  public func table(stepHeading: String = "step") -> Table {
    Table(
      [Table.Column(stepHeading, rows.map { Double($0.step) })]
        + names.map { name in Table.Column(name, rows.map { $0[name]?.value }) })
  }
}

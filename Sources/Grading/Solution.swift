import Formulas
import Words

/// What a calculation gives: the numbers of each step under the names of their quantities, each with its formula.
///
/// The steps are carried out only as far as they are asked for, and of each the numbers alone are kept: formulas of
/// ten thousand steps would fill the memory. The formula of a step comes from a further run up to there.
public final class Solution {
  /// The quantities of one step.
  public struct Row {
    /// The number of the step; 0 is a start.
    public var step: Int
    /// The quantities in the order in which they were calculated; those that belong to later steps only are missing.
    public var entries: [(name: String, number: Traced)]

    /// A quantity with its formula; nil where the step has none of that name.
    public subscript(name: String) -> Traced? { entries.first { $0.name == name }?.number }
  }

  /// Gives the rows of successive steps, one at each call.
  typealias Calculation = (_ step: Int) -> Row

  /// The steps that there are.
  public let steps: Range<Int>
  /// Starts the calculation anew; where its numbers are not explained, formulas that take long may be left out.
  let start: (_ isExplained: Bool) -> Calculation

  /// What was calculated so far: the numbers of each quantity, nil where it has none.
  private var columns: [String: [Double?]] = [:]
  private var latestNames: [String] = []
  private var count = 0
  private lazy var calculation = start(false)

  /// The run that formulas were last asked of, and where it stands.
  private var formulas: (calculation: Calculation, row: Row)?

  init(steps: Range<Int>, _ start: @escaping (_ isExplained: Bool) -> Calculation) {
    self.steps = steps
    self.start = start
  }

  /// A quantity's number after a step; nil where there is none.
  public func value(_ name: String, at step: Int) -> Double? {
    // Asked for each number of each submission and each variant, so in a debug build each call here counts.
    let index = step - steps.lowerBound
    guard index >= 0, step < steps.upperBound else { return nil }
    if index >= count { calculate(through: step) }
    guard let column = columns[name], index < column.count else { return nil }
    return column[index]
  }

  /// A quantity's number after a step with its formula; nil where there is none.
  ///
  /// It takes as long as all steps up to there, but for one that is not before the last one asked for.
  public func number(_ name: String, at step: Int) -> Traced? {
    guard steps.contains(step) else { return nil }
    if formulas.map({ $0.row.step > step }) ?? true {
      let calculation = start(true)
      formulas = (calculation, calculation(steps.lowerBound))
    }
    while let (calculation, row) = formulas, row.step < step {
      formulas = (calculation, calculation(row.step + 1))
    }
    return formulas?.row[name]
  }

  private func calculate(through step: Int) {
    while count <= step - steps.lowerBound {
      let row = calculation(steps.lowerBound + count)
      for (name, number) in row.entries {
        let missing = count - (columns[name]?.count ?? 0)
        if missing > 0 { columns[name, default: []] += repeatElement(nil, count: missing) }
        columns[name, default: []].append(number.value)
      }
      if row.entries.count != latestNames.count { latestNames = row.entries.map(\.name) }
      count += 1
    }
  }

  /// The names of all quantities, in the order in which they are calculated.
  public var names: [String] {
    // The first row may be a start that has only some of them.
    if count < 2, !steps.isEmpty {
      calculate(through: min(steps.lowerBound + 1, steps.upperBound - 1))
    }
    return latestNames
  }

  /// Whether the first row is no step, but what holds before the first.
  var hasStart: Bool {
    names.contains { value($0, at: steps.lowerBound) == nil }
  }

  /// The largest magnitude among a quantity's finite numbers: before each step, and of all; 0 where there are none.
  func largest(_ name: String) -> (before: [Int: Double], scale: Double) {
    var (before, largest): ([Int: Double], Double) = ([:], 0)
    for step in steps {
      before[step] = largest
      if let size = value(name, at: step)?.magnitude, size.isFinite { largest = max(largest, size) }
    }
    return (before, largest)
  }

  /// Whether a quantity's numbers are not all the same.
  func changes(_ name: String) -> Bool {
    Set(steps.compactMap { value(name, at: $0) }).count > 1
  }

  /// The numbers as a table, a row a step.
  ///
  /// - Parameter isShown: whether a quantity's number of a step is there; all are if nothing is said.
  public func table(
    where isShown: (_ name: String, _ step: Int) -> Bool = { _, _ in true }
  ) -> Table {
    let columns = names.map { name in
      Table.Column(Words(name), steps.map { isShown(name, $0) ? value(name, at: $0) : nil })
    }
    return Table([Table.Column("step", steps.map { Double($0) })] + columns)
  }
}

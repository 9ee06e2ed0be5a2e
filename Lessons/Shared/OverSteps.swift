import Lecture
import Plot
import Words

extension [Double] {
  /// The numbers over the steps: the first belongs to the start, or to the step that is given.
  package func overSteps(from first: Int = 0) -> [Datum] {
    enumerated().map { Datum(x: Double(first + $0), y: $1) }
  }
}

extension Chart {
  /// Lines over all steps up to the last that any of them has.
  package init(_ heading: Words, overSteps y: Axis, _ lines: [LineMark]) {
    let last = lines.flatMap(\.data).map(\.x).max() ?? 0
    let steps = Axis(
      Words(en: "step \(math: "t")", zh: "步数 \(math: "t")"),
      domain: Domain(around: [0, max(1, last)], margin: 0.03), wholeNumbers: true)
    self.init(heading: heading, x: steps, y: y, marks: lines)
  }
}

extension Table {
  /// Columns over the steps from the start on; one that ends earlier has empty cells.
  package init(overSteps columns: [Column]) {
    let count = columns.map(\.cells.count).max() ?? 0
    let steps = Column(Words(en: "step", zh: "步数"), (0..<count).map(Double.init))
    self.init(
      [steps]
        + columns.map { column in
          var column = column
          column.cells += Array(repeating: .empty, count: count - column.cells.count)
          return column
        })
  }
}

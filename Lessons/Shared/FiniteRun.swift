import Descent
import Formulas
import Plot

/// A descent as far as all its numbers are finite.
package struct FiniteRun<Method: Optimizer<Double>> {
  package typealias Row = Trace<Method>.Row

  /// All rows up to the first with a number that is not finite, that row included.
  package let rows: [Row]
  /// The first row with a number that is not finite, and the name of the quantity.
  package let divergence: (step: Step, quantity: Symbol)?

  package init(_ trace: Trace<Method>) {
    guard let index = trace.rows.firstIndex(where: { !$0.isFinite }) else {
      rows = trace.rows
      divergence = nil
      return
    }
    rows = Array(trace.rows[...index])
    let row = trace.rows[index]
    let quantities =
      row.point.indices.flatMap { row.quantities(of: $0) } + [(row.lossSymbol, row.loss)]
    divergence = quantities.first { !$0.value.isFinite }.map { (row.step, $0.symbol) }
  }

  /// The rows in which every number is finite.
  package var finite: ArraySlice<Row> { divergence == nil ? rows[...] : rows.dropLast() }

  /// The finite rows of steps, without the start.
  package var steps: ArraySlice<Row> { finite.dropFirst() }
}

extension [Double] {
  /// Whether numbers get out of hand: the largest of the second half is many times as large as that of the first, which has
  /// the swings with which a run that converges may begin.
  package var isGrowing: Bool {
    let (first, second) = (prefix(count / 2), dropFirst(count / 2))
    guard let early = first.max(), let late = second.max() else { return false }
    return late > 10 * early
  }
}

extension Trace.Row where Method.Number == Double {
  /// Whether each of its numbers is finite.
  fileprivate var isFinite: Bool {
    func areFinite(_ numbers: [Double]) -> Bool { numbers.allSatisfy { $0.isFinite } }
    return loss.isFinite && areFinite(point) && areFinite(vantage) && areFinite(gradient)
      && (step == 0 || optimizers.allSatisfy { $0.quantities.allSatisfy { $0.value.isFinite } })
  }
}

extension Trace.Row {
  /// The loss at the parameters: L(w).
  package var lossSymbol: Symbol { Symbol("L(\(variables.map(\.text).joined(separator: ", ")))") }
}

extension Sequence {
  /// A value of each row of a trace over the number of its step.
  package func overSteps<Method>(_ value: (Element) -> Double) -> [Datum]
  where Element == Trace<Method>.Row {
    map { Datum(x: Double($0.step.number), y: value($0)) }
  }
}

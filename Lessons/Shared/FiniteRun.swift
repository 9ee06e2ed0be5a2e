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
    let end = trace.rows.firstIndex { !$0.isFinite } ?? trace.rows.count - 1
    let last = trace.rows[end]
    rows = Array(trace.rows[...end])
    divergence = last.overflow.map { (last.step, $0) }
  }

  /// The rows in which every number is finite.
  package var finite: ArraySlice<Row> { divergence == nil ? rows[...] : rows.dropLast() }

  /// The finite rows of steps, without the start.
  package var steps: ArraySlice<Row> { finite.dropFirst() }

  /// The first parameter at the start and after each step, as far as all numbers are finite.
  package var weights: [Double] { finite.map { $0.point[0] } }

  /// What the optimizer of the first parameter knew after each step, as far as all numbers are finite.
  package func overSteps(_ value: (Method) -> Double) -> [Datum] {
    steps.map { value($0.optimizers[0]) }.overSteps(from: 1)
  }
}

extension Trace.Row where Method.Number == Double {
  /// Whether each of its numbers is finite. Plain loops, as this is asked of each step.
  fileprivate var isFinite: Bool {
    for numbers in [point, vantage, gradient] {
      for number in numbers where !number.isFinite { return false }
    }
    guard step > 0 else { return loss.isFinite }
    for optimizer in optimizers {
      for quantity in optimizer.quantities where !quantity.value.isFinite { return false }
    }
    return loss.isFinite
  }

  /// The first quantity that is not finite; nil where all are.
  fileprivate var overflow: Symbol? {
    let quantities = point.indices.flatMap { self.quantities(of: $0) }
    if let overflow = quantities.first(where: { !$0.value.isFinite }) { return overflow.symbol }
    return loss.isFinite ? nil : Symbol("L(\(variables.map(\.text).joined(separator: ", ")))")
  }
}

extension [Double] {
  /// Whether numbers get out of hand: the largest of the second half is many times as large as that of the first, which has
  /// the swings with which a run that converges may begin.
  package var isGrowing: Bool {
    let half = count / 2
    return dropFirst(half).max() ?? 0 > 10 * Swift.max(0, prefix(half).max() ?? .infinity)
  }
}

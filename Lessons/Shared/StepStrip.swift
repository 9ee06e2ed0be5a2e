import Descent
import Drawing
import Formulas
import Lecture
import Plot
import Words

/// The first steps one below the other: what each calculates, as arrows with the numbers of the derivation, and where it leads.
extension WorkedExample {
  package func strip(of name: Words) -> Figure? {
    let rows = explanation.rows.prefix { row in
      row.point[0].value.isFinite && row.quantities().allSatisfy(\.value.value.isFinite)
    }
    guard rows.count > 1, let last = rows.last else { return nil }
    let start = Numerals.typeset.equation("w0", rows[0].point[0].value)
    let end = Numerals.typeset.equation(
      Symbol("w").mathematics(at: last.step), last.point[0].value)
    let steps = Self.onOneAxis(rows.dropFirst().map { Self.quantities(of: $0) })
    let charts = steps + [Self.weights(rows)]
    return Figure(
      title: Words(
        en: "\(name), step by step: from \(math: start) to \(math: end)",
        zh: "\(name) 的每一步：从 \(math: start) 到 \(math: end)"),
      subtitle: hyperparameters(.typeset).mathematics,
      columns: [0, 1].map { column in
        stride(from: column, to: charts.count, by: 2).map { charts[$0] }
      })
  }

  /// The charts with one range, so that arrows of one length stand for one number.
  private static func onOneAxis(_ charts: [Chart]) -> [Chart] {
    let data = charts.flatMap(\.marks).flatMap(\.data)
    return charts.map { chart in
      var chart = chart
      chart.x.domain = Domain(around: data.map(\.x) + [0], margin: 0.06)
      return chart
    }
  }

  /// What a step calculates before the weight moves: an arrow from 0 for each quantity.
  private static func quantities(of row: Trace<Formulas>.Row) -> Chart {
    let quantities = row.quantities().dropLast()
    return Chart(
      heading: Words(en: "Step \(row.step.number)", zh: "第 \(row.step.number) 步"),
      x: Axis(""), y: ArrowRowsMark.axis(rows: quantities.count),
      marks: [
        ArrowRowsMark(
          quantities.map {
            (Words(math: derivation(of: $0.value)), 0, $0.value.value, $0.symbol.color)
          })
      ])
  }

  /// Where the steps lead.
  private static func weights(_ rows: some Collection<Trace<Formulas>.Row>) -> Chart {
    let steps = zip(rows, rows.dropFirst()).map { ($0.point[0], $1.point[0]) }
    return Chart(
      heading: Words(en: "The weight", zh: "权重"), x: Axis(Words(math: "w")),
      y: ArrowRowsMark.axis(rows: steps.count),
      marks: [
        ArrowRowsMark(
          steps.map {
            (Words(math: derivation(of: $1)), $0.value, $1.value, Symbol("w").color)
          })
      ])
  }

  /// The quantity, the numbers that it was made of, and what came out.
  private static func derivation(of quantity: Traced) -> Mathematics {
    let name = quantity.mathematicalName(Notation(.numbered))
    let numbers = quantity.mathematics(Notation(.values, numerals: .typeset))
    let value = Numerals.typeset.mathematics(quantity.value)
    return numbers == value ? .equation(name, value) : .equation(name, numbers, value)
  }
}

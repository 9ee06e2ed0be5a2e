import Drawing
import Formulas
import Lecture
import Plot
import Words

/// What the figures of an example have in common.
extension WorkedExample {
  package func figure(of name: Words, columns: [[Chart]]) -> Figure {
    let weights = run.weights
    let ends = [start, weights.last ?? start].map(short)
    return Figure(
      title: Words(
        en:
          "\(name) on \(math: objective.equation): from \(ends[0]) to \(ends[1]) in \(counted(weights.count - 1, "step"))",
        zh: "\(name) 优化 \(math: objective.equation)：\(weights.count - 1) 步从 \(ends[0]) 到 \(ends[1])"
      ),
      subtitle: hyperparameters(.typeset).mathematics, columns: columns)
  }

  /// The loss curve with the weight walking down it.
  package func walk(_ heading: Words? = nil) -> Chart {
    let steps = run.finite.map { Datum(x: $0.point[0], y: $0.loss) }
    let range = ShownRange(of: [run.weights], margin: 0)
    // The bowl is shown beyond its bottom, so that one sees that it is one.
    let reach = max(range.domain.upper.magnitude, range.domain.lower.magnitude)
    let ends = [range.domain.lower, range.domain.upper, -0.3 * reach, 0.3 * reach]
    let domain =
      isCourse || range.isCut
      ? Domain(around: ends, margin: 0.06) : Domain(around: run.weights, margin: 0.4)
    let curve = (0...240).map { index in
      let x = domain.lower + domain.width * Double(index) / 240
      return Datum(x: x, y: objective.loss([x]))
    }
    return Chart(
      heading: range.said(in: heading ?? Words(en: "The walk down the loss", zh: "沿损失曲线下降")),
      x: Axis(Words(math: "w"), domain: domain),
      y: Axis(Words(math: objective.name), domain: Domain(around: curve.map(\.y), margin: 0.06)),
      marks: [
        LineMark(curve, color: Symbol("L").color),
        WalkMark(steps, color: Symbol("w").color) { Words(math: Mathematics(name: "w\($0)")) },
      ])
  }

  /// The formula of one of the optimizer's quantities as a figure writes it: v = β·v + g.
  package func bareFormula(of symbol: Symbol) -> Words {
    let formulas = explanation.rows[2].quantities().filter { $0.symbol == symbol }.map {
      $0.value.mathematics(Notation(.bare))
    }
    return Words(math: .joined([symbol.mathematics] + formulas, by: .equals))
  }
}

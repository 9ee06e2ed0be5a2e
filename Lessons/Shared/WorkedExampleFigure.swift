import Drawing
import Formulas
import Lecture
import Plot
import Words

/// What the figures of an example have in common.
extension WorkedExample {
  package func figure(of name: Words, columns: [[Chart]]) -> Figure {
    Figure(
      title: Words(
        en: "\(name) on \(math: objective.equation)", zh: "\(name) 优化 \(math: objective.equation)"),
      subtitle: hyperparameters(.typeset).mathematics, columns: columns)
  }

  /// The loss curve with the weight walking down it.
  package func walk(_ heading: Words? = nil) -> Chart {
    let steps = run.finite.map { Datum(x: $0.point[0], y: $0.loss) }
    // The bowl is shown beyond its bottom, so that one sees that it is one.
    let reach = steps.map(\.x.magnitude).max() ?? 1
    let domain = Domain(around: steps.map(\.x) + [-0.3 * reach, 0.3 * reach], margin: 0.06)
    let curve = (0...240).map { index in
      let x = domain.lower + domain.width * Double(index) / 240
      return Datum(x: x, y: objective.loss([x]))
    }
    return Chart(
      heading: heading ?? Words(en: "The walk down the loss", zh: "沿损失曲线下降"),
      x: Axis(Words(math: "w"), domain: domain),
      y: Axis(Words(math: objective.name)),
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

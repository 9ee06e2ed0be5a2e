import Descent
import Drawing
import Formulas
import Lecture
import Plot

/// What the figures of an example have in common.
extension WorkedExample {
  func figure(
    of name: String, columns: [[Chart]], in language: Language
  ) -> Figure {
    let title: Label = language(
      en: "\(name) on \(math: lossFormula)", zh: "\(name) 优化 \(math: lossFormula)")
    return Figure(
      title: title, subtitle: Label(math: hyperparameters(.typeset).joined(separator: ",   ")),
      columns: columns)
  }

  /// The loss curve with the weight walking down it.
  func walk(
    _ heading: Label? = nil, color: Color? = nil, in language: Language
  ) -> Chart {
    let steps = run.finite.map { Datum(x: $0.point[0], y: $0.loss) }
    // The bowl is shown beyond its bottom, so that one sees that it is one.
    let reach = steps.map(\.x.magnitude).max() ?? 1
    let domain = Domain(
      around: steps.map(\.x) + [-0.3 * reach, 0.3 * reach], margin: 0.06)
    let curve = (0...240).map { index in
      let x = domain.lower + domain.width * Double(index) / 240
      return Datum(x: x, y: objective.loss([x]))
    }
    let ends = Set([run.finite.startIndex, run.finite.endIndex - 1]).sorted()
    let color = color ?? weight.color
    return Chart(
      heading: heading ?? language(en: "The walk down the loss", zh: "沿损失曲线下降"),
      x: Axis(Label(math: weight.text), domain: domain),
      y: Axis(Label(math: "L(\(weight.text))")),
      marks: [LineMark(curve, color: Symbol("L").color), WalkMark(steps, color: color)],
      annotations: ends.map { step in
        Annotation(
          Label(math: weight.text(at: run.rows[step].step)), at: steps[step], color: color)
      })
  }

  /// The axis of all steps.
  func stepAxis(in language: Language) -> Axis {
    let last = Double(max(1, run.finite.count - 1))
    return Axis(
      language(en: "step \(math: "t")", zh: "步数 \(math: "t")"),
      domain: Domain(around: [0, last], margin: 0.03), wholeNumbers: true)
  }
}

import Descent
import Drawing
import Formulas
import Lecture
import Plot

/// What the lesson draws.
extension AdamLesson {
  func figure(of run: AdamRun, in language: Language) -> Figure {
    let title: Label = language(
      en: "Adam on \(math: lossFormula)", zh: "Adam 优化 \(math: lossFormula)")
    return Figure(
      title: title,
      subtitle: Label(math: hyperparameters(.typeset).joined(separator: ",   ")),
      columns: [
        [walk(of: run, in: language)],
        [quantities(of: run, in: language), effectiveSteps(of: run, in: language)],
      ])
  }

  /// The loss curve with the weight walking down it.
  private func walk(of run: AdamRun, in language: Language) -> Chart {
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
    return Chart(
      heading: language(en: "The walk down the loss", zh: "沿损失曲线下降"),
      x: Axis(Label(math: weight.text), domain: domain),
      y: Axis(Label(math: "L(\(weight.text))")),
      marks: [
        LineMark(curve, color: Symbol("L").color), WalkMark(steps, color: weight.color),
      ],
      annotations: ends.map { step in
        Annotation(
          Label(math: weight.text(at: run.rows[step].step)), at: steps[step],
          color: weight.color)
      })
  }

  /// What Adam keeps track of, over the steps.
  private func quantities(of run: AdamRun, in language: Language) -> Chart {
    let moments = run.finite.dropFirst()
    func line(
      _ symbol: Symbol, _ name: String, dash: [Double] = [], _ data: [Datum]
    ) -> LineMark {
      LineMark(data, name: Label(math: name), color: symbol.color, dash: dash)
    }
    return Chart(
      heading: language(en: "Adam’s quantities", zh: "Adam 的各个量"),
      x: stepAxis(of: run, in: language),
      y: Axis(Label(math: "w, m̂, √ŝ")),
      marks: [
        line(weight, weight.text, data(run.finite) { $0.point[0] }),
        line("m̂", "m̂", dash: [18, 7], data(moments) { $0.optimizers[0].m̂ }),
        line("ŝ", "√ŝ", dash: [4, 5], data(moments) { $0.optimizers[0].ŝ.squareRoot() }),
      ])
  }

  private func effectiveSteps(of run: AdamRun, in language: Language) -> Chart {
    let traced: Trace<Adam<Traced>> = trace(steps: 1)
    let formula = traced.rows[1].optimizers[0].effectiveStep.formula(Notation(.bare))
    return Chart(
      x: stepAxis(of: run, in: language),
      y: Axis(language(en: "effective step", zh: "有效步长")),
      marks: [
        LineMark(
          data(run.finite.dropFirst()) { $0.optimizers[0].effectiveStep },
          name: Label(math: formula),
          color: Symbol("η").color)
      ])
  }

  private func stepAxis(of run: AdamRun, in language: Language) -> Axis {
    let last = Double(max(1, run.finite.count - 1))
    return Axis(
      language(en: "step \(math: "t")", zh: "步数 \(math: "t")"),
      domain: Domain(around: [0, last], margin: 0.03), wholeNumbers: true)
  }

  private func data(
    _ rows: ArraySlice<AdamRun.Row>, _ value: (AdamRun.Row) -> Double
  ) -> [Datum] {
    rows.map { Datum(x: Double($0.step.number), y: value($0)) }
  }
}

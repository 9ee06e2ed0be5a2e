import Drawing
import Formulas
import Lecture
import Plot

/// What the lesson draws.
extension LearningRateLesson {
  /// The losses of all runs, and the factor that explains them.
  func lossFigure(of runs: [LearningRateRun], in language: Language) -> Figure {
    Figure(
      title: language(
        en: "Gradient descent on \(math: lossFormula): one factor decides",
        zh: "\(math: lossFormula) 上的梯度下降：一个系数决定一切"),
      subtitle: language(
        en: "\(math: startValue),   iterations: \(String(iterations))",
        zh: "\(math: startValue)，迭代 \(String(iterations)) 次"),
      columns: [[losses(of: runs, in: language)], [factors(of: runs, in: language)]])
  }

  /// The walk of each run on the parabola, all on the same axes.
  func walkFigure(of runs: [LearningRateRun], in language: Language) -> Figure {
    let charts = runs.map { walk(of: $0) }
    let diverges = runs.contains { $0.regime == .diverges }
    let end = variable.text(at: Step(iterations))
    let rows = charts.count > 3 ? 2 : 1
    let width = (charts.count + rows - 1) / rows
    var figure = Figure(
      title: language(
        en: "The walk on \(math: lossFormula)", zh: "在 \(math: lossFormula) 上的轨迹"),
      subtitle: language(
        en:
          "from \(math: startValue) (ring) to \(math: end) (dot)\(diverges ? "; what diverges leaves the picture" : "")",
        zh: "从 \(math: startValue)（圆圈）到 \(math: end)（圆点）\(diverges ? "；发散的轨迹离开画面" : "")"),
      columns: (0..<width).map { column in
        stride(from: column, to: charts.count, by: width).map { charts[$0] }
      })
    figure.sharesAxes = true
    return figure
  }

  private func losses(of runs: [LearningRateRun], in language: Language) -> Chart {
    let scale = Scale(
      .logarithmic, around: runs.flatMap { $0.rows.map(\.loss) }, margin: 0.06)
    // A loss of 0 has no place on the axis: its line leaves through the lower edge.
    let below = scale.domain.lower * 1e-6
    func data(_ run: LearningRateRun) -> [Datum] {
      run.rows.map { Datum(x: Double($0.step.number), y: $0.loss > 0 ? $0.loss : below) }
    }
    let lines = runs.map { run in
      LineMark(
        data(run), name: Label(math: "η = \(Numerals.typeset.text(run.η))"),
        color: run.regime.color)
    }
    let points = runs.map { PointMark(data($0), color: $0.regime.color) }
    return Chart(
      heading: language(en: "Loss, on a logarithmic axis", zh: "损失（对数坐标）"),
      x: Axis(
        language(en: "iteration", zh: "迭代次数"),
        domain: Domain(around: [0, Double(iterations)], margin: 0.03), wholeNumbers: true),
      y: Axis(
        Label(math: "L(\(variable.text))"), scale: .logarithmic, domain: scale.domain),
      legend: .atLineEnds, marks: iterations > 30 ? lines : lines + points)
  }

  private func factors(of runs: [LearningRateRun], in language: Language) -> Chart {
    // On a logarithmic axis the course's smallest rates are as far apart as its largest.
    let scale = Scale(.logarithmic, around: runs.map(\.η) + [best, limit], margin: 0.12)
    let (least, most) = (scale.domain.lower, scale.domain.upper)
    let line = (0...200).map { index in
      let part = Double(index) / 200
      let η = Double.exp((1 - part) * .log(least) + part * .log(most))
      return Datum(x: η, y: 1 - curvature * η)
    }
    let ranges: [(Regime, ClosedRange<Double>)] = [
      (.approaches, least...best), (.swings, best...limit), (.diverges, limit...most),
    ]
    // Each darker than the one before, so that paper without colours tells them apart.
    let bands = zip(ranges, [0.12, 0.22, 0.36]).map { range, opacity in
      RectangleMark(
        x: range.1, name: Label(range.0.name(in: language)), color: range.0.color,
        opacity: opacity)
    }
    let rates = Set(runs.map(\.η) + [best, limit]).sorted()
    let points = Regime.allCases.compactMap { regime -> PointMark? in
      let data = rates.map { Datum(x: $0, y: factor(η: $0).value) }.filter {
        Regime(factor: $0.y) == regime
      }
      let isTurn = regime == .arrives || regime == .bounces
      return data.isEmpty
        ? nil
        : PointMark(
          data, name: isTurn ? Label(regime.name(in: language)) : nil, color: regime.color)
    }
    // 1/8 and 1/4, where runs turn from one kind to another.
    let turns = [best: "1/\(text(curvature))", limit: "1/\(text(curvature / 2))"]
    let annotations = rates.map { η in
      Annotation(
        Label(math: turns[η] ?? text(η)), at: Datum(x: η, y: factor(η: η).value),
        color: Palette.black)
    }
    return Chart(
      heading: language(
        en: "What each step multiplies \(math: variable.text) by",
        zh: "每一步把 \(math: variable.text) 乘以多少"),
      x: Axis(
        language(
          en: "\(math: "η"), logarithmic: the line looks curved",
          zh: "\(math: "η")（对数坐标，直线显得弯曲）"),
        scale: .logarithmic, domain: scale.domain),
      y: Axis(Label(math: factorFormula)),
      marks: bands + [
        RuleMark(y: 0, color: Palette.black), RuleMark(y: -1, color: Palette.black),
        LineMark(line, color: Palette.black),
      ] + points,
      annotations: annotations)
  }

  private func text(_ number: Double) -> String { Numerals.typeset.text(number) }

  private func walk(of run: LearningRateRun) -> Chart {
    // As far on both sides as in the course: what diverges leaves the picture.
    let reach = start == 0 ? 1 : 1.5 * start.magnitude
    let bowl = (-60...60).map { index in
      let x = reach * Double(index) / 60
      return Datum(x: x, y: objective.loss([x]))
    }
    return Chart(
      heading: Label(math: "η = \(Numerals.typeset.text(run.η))"),
      x: Axis(Label(math: variable.text), domain: Domain(-reach, reach)),
      y: Axis(
        Label(math: "L(\(variable.text))"),
        domain: Domain(around: bowl.map(\.y), margin: 0.06)),
      marks: [
        LineMark(bowl, color: Palette.black),
        WalkMark(run.rows.map { Datum(x: $0.point[0], y: $0.loss) }, color: run.regime.color),
      ])
  }
}

extension Regime {
  /// The colour of the runs of this kind.
  var color: Color {
    switch self {
    case .stays: Palette.black
    case .approaches: Palette.blue
    case .arrives: Palette.green
    case .swings: Palette.purple
    case .bounces: Palette.orange
    case .diverges: Palette.vermilion
    }
  }
}

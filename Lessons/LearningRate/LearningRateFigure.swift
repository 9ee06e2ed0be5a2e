import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension LearningRateLesson {
  /// The losses of all runs, and the factor that explains them.
  func lossFigure(of runs: [LearningRateRun]) -> Figure {
    let arrival =
      runs.first { $0.regime == .arrives }.map { run in
        Words(
          en:
            ";   \(label(of: run)): loss 0 from iteration 1, lower than a logarithmic axis can show",
          zh: "；\(label(of: run))：第 1 次迭代起损失为 0，对数坐标上画不出")
      } ?? ""
    return Figure(
      title: Words(
        en: "Gradient descent on \(math: objective.equation): one factor decides",
        zh: "\(math: objective.equation) 上的梯度下降：一个系数决定一切"),
      subtitle: Words(
        en: "\(math: startValue),   iterations: \(iterations)\(arrival)",
        zh: "\(math: startValue)，迭代 \(iterations) 次\(arrival)"),
      columns: [[losses(of: runs)], [factors(of: runs)]])
  }

  /// The walk of each run on the parabola, all on the same axes.
  func walkFigure(of runs: [LearningRateRun]) -> Figure {
    let charts = runs.map { walk(of: $0) }
    let diverges = runs.contains { $0.regime == .diverges }
    let end = variable.mathematics(at: Step(iterations))
    let rows = charts.count > 3 ? 2 : 1
    let width = (charts.count + rows - 1) / rows
    var figure = Figure(
      title: Words(
        en: "The walk on \(math: objective.equation)", zh: "在 \(math: objective.equation) 上的轨迹"),
      subtitle: Words(
        en:
          "from \(math: startValue) (ring) to \(math: end) (dot)\(diverges ? "; what diverges leaves the picture" : "")",
        zh: "从 \(math: startValue)（圆圈）到 \(math: end)（圆点）\(diverges ? "；发散的轨迹离开画面" : "")"),
      columns: (0..<width).map { column in
        stride(from: column, to: charts.count, by: width).map { charts[$0] }
      })
    figure.sharesAxes = true
    return figure
  }

  private func losses(of runs: [LearningRateRun]) -> Chart {
    let scale = Scale(.logarithmic, around: runs.flatMap { $0.rows.map(\.loss) }, margin: 0.06)
    // A loss of 0 has no place on the axis: its line leaves through the lower edge.
    let below = scale.domain.lower * 1e-6
    func data(_ run: LearningRateRun) -> [Datum] {
      run.rows.map { Datum(x: Double($0.step.number), y: $0.loss > 0 ? $0.loss : below) }
    }
    func exit(of run: LearningRateRun) -> Datum? {
      self.exit(of: run, to: below, through: scale.domain.lower)
    }
    let lines = runs.map { run in
      // What arrives has left the frame before the lines end, so its name stands where it does.
      let exit = exit(of: run)
      return LineMark(
        (data(run) + (exit.map { [$0] } ?? [])).sorted { $0.x < $1.x },
        name: exit == nil ? label(of: run) : nil, color: run.regime.color)
    }
    let points = runs.map { PointMark(data($0), color: $0.regime.color) }
    return Chart(
      heading: Words(en: "Loss, on a logarithmic axis", zh: "损失（对数坐标）"),
      x: Axis(
        Words(en: "iteration", zh: "迭代次数"),
        domain: Domain(around: [0, Double(iterations)], margin: 0.03), wholeNumbers: true),
      y: Axis(Words(math: objective.name), scale: .logarithmic, domain: scale.domain),
      legend: .atLineEnds, marks: iterations > 30 ? lines : lines + points,
      annotations: runs.compactMap { run in
        exit(of: run).map {
          Annotation(
            "\(label(of: run)): \(math: .equation("L", .number("0")))", at: $0,
            color: run.regime.color)
        }
      })
  }

  private func label(of run: LearningRateRun) -> Words {
    Words(math: .equation("η", number(run.η)))
  }

  /// The place where the line of a run that arrives leaves the frame; nil for other runs.
  private func exit(of run: LearningRateRun, to below: Double, through edge: Double) -> Datum? {
    guard run.regime == .arrives, let last = run.rows.prefix(while: { $0.loss > 0 }).last else {
      return nil
    }
    let part = Double.log(last.loss / edge) / .log(last.loss / below)
    // A little above the edge, as what lies outside of the frame keeps no label away.
    return Datum(x: Double(last.step.number) + part, y: edge * 1.001)
  }

  private func factors(of runs: [LearningRateRun]) -> Chart {
    // On a logarithmic axis the course's smallest rates are as far apart as its largest.
    let scale = Scale(.logarithmic, around: runs.map(\.η) + [best, limit], margin: 0.12)
    let rates = Set(runs.map(\.η) + [best, limit]).sorted()
    return Chart(
      heading: Words(
        en: "What each step multiplies \(math: variable.mathematics) by",
        zh: "每一步把 \(math: variable.mathematics) 乘以多少"),
      x: Axis(
        Words(
          en: "\(math: "η"), logarithmic: the line looks curved",
          zh: "\(math: "η")（对数坐标，直线显得弯曲）"),
        scale: .logarithmic, domain: scale.domain),
      y: Axis(Words(math: factorFormula)),
      marks: bands(over: scale.domain) + [
        RuleMark(y: 0, color: Palette.black), RuleMark(y: -1, color: Palette.black),
        factorLine(over: scale.domain),
      ] + points(at: rates),
      annotations: rates.map(annotation))
  }

  /// Where runs approach, swing and diverge.
  private func bands(over domain: Domain) -> [any Mark] {
    let ranges: [(Regime, ClosedRange<Double>)] = [
      (.approaches, domain.lower...best), (.swings, best...limit),
      (.diverges, limit...domain.upper),
    ]
    // Each darker than the one before, so that paper without colours tells them apart.
    return zip(ranges, [0.07, 0.135, 0.26]).map { range, opacity in
      RectangleMark(
        x: range.1, name: range.0.name, color: range.0.color,
        opacity: opacity)
    }
  }

  private func factorLine(over domain: Domain) -> LineMark {
    let line = (0...200).map { index in
      let part = Double(index) / 200
      let η = Double.exp((1 - part) * .log(domain.lower) + part * .log(domain.upper))
      return Datum(x: η, y: 1 - objective.curvature * η)
    }
    return LineMark(line, color: Palette.black)
  }

  /// A point for each rate; kinds that have no band are named.
  private func points(at rates: [Double]) -> [PointMark] {
    Regime.allCases.compactMap { regime in
      let data = rates.map { Datum(x: $0, y: factor(η: $0).value) }.filter {
        Regime(factor: $0.y) == regime
      }
      let isTurn = regime == .arrives || regime == .bounces
      return data.isEmpty
        ? nil
        : PointMark(data, name: isTurn ? regime.name : nil, color: regime.color)
    }
  }

  /// A rate beside its point. Where runs turn from one kind to another it is written as a fraction, 1/8 and 1/4.
  private func annotation(of η: Double) -> Annotation {
    let turns = [
      best: Mathematics.fraction("1", number(objective.curvature)),
      limit: .fraction("1", number(objective.curvature / 2)),
    ]
    let factor = factor(η: η).value
    return Annotation(
      Words(math: turns[η] ?? number(η)), at: Datum(x: η, y: factor),
      color: turns[η] == nil ? Regime(factor: factor).color : Palette.black)
  }

  private func number(_ x: Double) -> Mathematics { Numerals.typeset.mathematics(x) }

  private func walk(of run: LearningRateRun) -> Chart {
    // As far on both sides as in the course: what diverges leaves the picture.
    let reach = start == 0 ? 1 : 1.5 * start.magnitude
    let bowl = (-60...60).map { index in
      let x = reach * Double(index) / 60
      return Datum(x: x, y: objective.loss([x]))
    }
    return Chart(
      heading: label(of: run),
      x: Axis(Words(math: variable.mathematics), domain: Domain(-reach, reach)),
      y: Axis(
        Words(math: objective.name),
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

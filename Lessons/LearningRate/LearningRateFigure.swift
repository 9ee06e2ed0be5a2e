import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension LearningRateLesson {
  /// The losses of all runs, and the factor that explains them.
  func lossFigure(of runs: [LearningRateRun]) -> Figure {
    let arrival = runs.filter { $0.regime == .arrives }.map { run in
      Words(
        en: ";   \(run.label): loss 0 from iteration 1, lower than a logarithmic axis can show",
        zh: "；\(run.label)：第 1 次迭代起损失为 0，对数坐标上画不出")
    }.joined()
    return Figure(
      title: Words(
        en: "Gradient descent on \(math: objective.equation): one factor decides",
        zh: "\(math: objective.equation) 上的梯度下降：一个系数决定一切"),
      subtitle: Words(
        en: "\(math: typesetStart),   iterations: \(iterations)\(arrival)",
        zh: "\(math: typesetStart)，迭代 \(iterations) 次\(arrival)"),
      columns: [[losses(of: runs)], [factors(of: runs)]])
  }

  /// The walk of each run on the parabola, all on the same axes.
  func walkFigure(of runs: [LearningRateRun]) -> Figure {
    let diverges = runs.contains { $0.regime == .diverges }
    let end = variable.mathematics(at: Step(iterations))
    return Figure(
      title: walkTitle(of: runs),
      subtitle: Words(
        en:
          "\(math: objective.equation) from \(math: typesetStart) (ring) to \(math: end) (dot)\(diverges ? "; what diverges leaves the picture" : "")",
        zh:
          "\(math: objective.equation)，从 \(math: typesetStart)（圆圈）到 \(math: end)（圆点）\(diverges ? "；发散的轨迹离开画面" : "")"
      ),
      rows: runs.count > 3 ? 2 : 1, sharingAxes: runs.map(walk))
  }

  private func walkTitle(of runs: [LearningRateRun]) -> Words {
    let away = runs.count { $0.regime == .diverges }
    guard away > 0 else {
      return Words(en: "None of these rates leads away from the minimum", zh: "这些学习率都不会远离最小值")
    }
    return Words(
      en:
        "\(away) of \(counted(runs.count, "rate")) \(away == 1 ? "leads" : "lead") away from the minimum",
      zh: "\(runs.count) 个学习率中有 \(away) 个远离最小值")
  }

  private var typesetStart: Mathematics {
    Numerals.typeset.equation(variable.mathematics(at: 0), start)
  }

  private func losses(of runs: [LearningRateRun]) -> Chart {
    let scale = Scale(.logarithmic, around: runs.flatMap { $0.rows.map(\.loss) }, margin: 0.06)
    // A loss of 0 has no place on the axis: its line leaves through the lower edge.
    let below = scale.domain.lower * 1e-6
    // What arrives leaves in its first step, before the lines end, so its name stands there: a little above the edge, as
    // what lies outside of the frame keeps no label away.
    let (loss, edge) = (objective.loss([start]), scale.domain.lower)
    let exit = Datum(x: .log(loss / edge) / .log(loss / below), y: edge * 1.001)
    func losses(_ run: LearningRateRun) -> [Datum] {
      run.rows.map { Datum(x: Double($0.step.number), y: $0.loss > 0 ? $0.loss : below) }
    }
    let lines = runs.map { run in
      let (losses, color) = (losses(run), run.regime.color)
      return run.regime == .arrives && loss > 0
        ? LineMark(losses.prefix(1) + [exit] + losses.dropFirst(), color: color)
        : LineMark(losses, name: run.label, color: color)
    }
    let points = runs.map { PointMark(losses($0), color: $0.regime.color) }
    return Chart(
      heading: Words(en: "Loss, on a logarithmic axis", zh: "损失（对数坐标）"),
      x: Axis(Words(en: "iteration", zh: "迭代次数"), counting: 0...iterations),
      y: Axis(Words(math: objective.name), scale: .logarithmic, domain: scale.domain),
      legend: .atLineEnds, marks: iterations > 30 ? lines : lines + points,
      annotations: runs.filter { $0.regime == .arrives }.map { run in
        Annotation("\(run.label): \(math: .equation("L", "0"))", at: exit, color: run.regime.color)
      })
  }

  private func factors(of runs: [LearningRateRun]) -> Chart {
    let rates = Set(runs.map(\.η) + [best, limit]).sorted()
    let scale = Scale(.linear, Domain(0, 1.12 * (rates.last ?? 1)))
    // Where runs turn from one kind to another the rate is written as a fraction, 1/8 and 1/4.
    let turns = [best: objective.curvature, limit: objective.curvature / 2].mapValues {
      Mathematics.fraction("1", Numerals.typeset.mathematics($0))
    }
    let points = rates.map { Datum(x: $0, y: factor(η: $0).value) }
    func band(_ regime: Regime, _ rates: ClosedRange<Double>, opacity: Double) -> RectangleMark {
      RectangleMark(x: rates, name: regime.name, color: regime.color, opacity: opacity)
    }
    return Chart(
      heading: Words(en: "What each step multiplies \(math: "x") by", zh: "每一步把 \(math: "x") 乘以多少"),
      x: Axis(Words(math: "η"), domain: scale.domain),
      y: Axis(Words(math: factorFormula)),
      // Bands are each darker than the one before, so that paper without colours tells them apart.
      marks: [
        band(.approaches, scale.domain.lower...best, opacity: 0.07),
        band(.swings, best...limit, opacity: 0.135),
        band(.diverges, limit...scale.domain.upper, opacity: 0.26),
        RuleMark(y: 0, color: Palette.black), RuleMark(y: -1, color: Palette.black),
        LineMark(scale.curve { 1 - objective.curvature * $0 }, color: Palette.black),
      ]
        + Regime.allCases.map { regime in
          PointMark(points.filter { Regime(factor: $0.y) == regime }, color: regime.color)
        },
      annotations: points.map { point in
        let regime = Regime(factor: point.y)
        let rate = Words(math: turns[point.x] ?? Numerals.typeset.mathematics(point.x))
        // The other kinds are named by their bands.
        let name = [.arrives, .bounces].contains(regime) ? regime.name : nil
        return Annotation(
          name.map { Words(en: "\(rate) \($0)", zh: "\(rate) \($0)") } ?? rate, at: point,
          color: regime.color)
      })
  }

  private func walk(of run: LearningRateRun) -> Chart {
    // As far on both sides as in the course: what diverges leaves the picture.
    let reach = start == 0 ? 1 : 1.5 * start.magnitude
    let bowl = Scale(.linear, Domain(-reach, reach)).curve(parts: 120) { objective.loss([$0]) }
    return Chart(
      heading: run.label,
      x: Axis(Words(math: variable.mathematics), domain: Domain(-reach, reach)),
      y: Axis(Words(math: objective.name), domain: Domain(around: bowl.map(\.y), margin: 0.06)),
      marks: [
        LineMark(bowl, color: Palette.black),
        WalkMark(run.rows.map { Datum(x: $0.point[0], y: $0.loss) }, color: run.regime.color),
      ])
  }
}

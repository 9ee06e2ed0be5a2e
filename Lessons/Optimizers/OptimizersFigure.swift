import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension OptimizersLesson {
  func figure(of contests: [Contest], on terrain: Terrain) -> Figure {
    let contours = contours(of: terrain)
    return Figure(
      title: terrain.name,
      subtitle: subtitle(of: contests, on: terrain),
      columns: [
        [
          paths(
            of: contests.filter { !$0.contestant.isAdaptive }, on: terrain, over: contours,
            Words(en: "Steps that grow with the gradient", zh: "步长随梯度变化")),
          paths(
            of: contests.filter(\.contestant.isAdaptive), on: terrain, over: contours,
            Words(en: "Steps scaled by past gradients", zh: "步长按历史梯度缩放")),
        ],
        [losses(of: contests, on: terrain)],
      ])
  }

  private func contours(of terrain: Terrain) -> ContourMark {
    let (x, y) = terrain.window
    let loss: DifferentiableFunction<Double> = terrain.objective.function()
    let field = Field(x: x, y: y, columns: 121, rows: 121) { loss.value([$0, $1]) }
    let levels = terrain.isLogarithmic ? field.logarithmicLevels(powers: 2) : field.linearLevels(28)
    return ContourMark(field, levels: levels, lineColor: Color(hex: 0x9A9A9A))
  }

  private func paths(
    of contests: [Contest], on terrain: Terrain, over contours: ContourMark, _ heading: Words
  ) -> Chart {
    let (x, y) = terrain.window
    let walks = contests.map { contest in
      WalkMark(
        terrain.seen(of: contest.path), name: legend(of: contest),
        color: contest.style.color)
    }
    // Dashes upon solid lines, so that two that take the same way are both seen.
    let (solid, dashed) = (
      contests.filter(\.style.dash.isEmpty), contests.filter { !$0.style.dash.isEmpty }
    )
    let lines = (solid + dashed).map { LineMark(terrain.seen(of: $0.path), style: $0.style) }
    let landmarks = terrain.landmarks
    let crosses = PointMark(
      landmarks.map { Datum(x: $0.x, y: $0.y) }, color: Palette.black, shape: .cross)
    return Chart(
      heading: heading,
      x: Axis(Words(math: "x"), domain: Domain(x.lowerBound, x.upperBound)),
      y: Axis(Words(math: "y"), domain: Domain(y.lowerBound, y.upperBound)),
      legend: .elsewhere,
      marks: [contours] + walks + lines + [crosses],
      annotations: landmarks.map {
        Annotation($0.name, at: Datum(x: $0.x, y: $0.y), color: Palette.black)
      } + [
        Annotation(
          Words(en: "start", zh: "起点"),
          at: Datum(x: terrain.start[0], y: terrain.start[1]), color: Palette.black)
      ])
  }

  private func legend(of contest: Contest) -> Words {
    let (name, settings) = (contest.contestant.name, contest.settings(.typeset))
    return Words(en: "\(name): \(math: settings)", zh: "\(name)：\(math: settings)")
  }

  private func losses(of contests: [Contest], on terrain: Terrain) -> Chart {
    let lines = contests.map { contest in
      LineMark(
        contest.losses.enumerated().map { Datum(x: Double($0), y: $1) },
        name: legend(of: contest), style: contest.style)
    }
    return Chart(
      heading: Words(en: "Loss, and the goal (dashed)", zh: "损失与目标（虚线）"),
      x: Axis(
        Words(en: "step \(math: "t")", zh: "步数 \(math: "t")"),
        domain: Domain(0, Double(steps)), wholeNumbers: true),
      y: lossAxis(of: contests, on: terrain),
      marks: [RuleMark(y: terrain.goal, color: Palette.black)] + lines)
  }

  /// What leaves the window of the paths leaves this one too.
  private func lossAxis(of contests: [Contest], on terrain: Terrain) -> Axis {
    let seen = contests.flatMap { contest in
      zip(contest.path, contest.losses).filter { terrain.shows($0.0) }.map(\.1)
    }
    return terrain.isLogarithmic
      ? Axis(
        Words(math: "L"), scale: .logarithmic,
        domain: Domain(terrain.goal * 1e-4, 2 * (seen.max() ?? 1)))
      : Axis(Words(math: "L"), domain: Domain(around: seen + [terrain.goal], margin: 0.06))
  }

  /// The terrain and the start, and what is not seen of the runs.
  private func subtitle(of contests: [Contest], on terrain: Terrain) -> Words {
    let losses = lossAxis(of: contests, on: terrain).domain
    let isWhole = contests.allSatisfy { contest in
      contest.path.allSatisfy(terrain.shows)
        && contest.losses.allSatisfy { losses?.contains($0) ?? true }
    }
    let note =
      isWhole
      ? "" : Words(en: "; what goes further leaves the picture", zh: "；超出范围的部分离开画面")
    return Words(
      en:
        "\(math: terrain.objective.equation) from \(math: point(terrain.start)), \(counted(steps, "step"))\(note)",
      zh:
        "\(math: terrain.objective.equation)，从 \(math: point(terrain.start)) 出发，\(steps) 步\(note)")
  }
}

extension Contest {
  var style: OptimizerStyle { contestant.style }
}

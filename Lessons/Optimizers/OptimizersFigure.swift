import Descent
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
    let (adaptive, others) = (
      contests.filter(\.contestant.isAdaptive), contests.filter { !$0.contestant.isAdaptive }
    )
    let losses = losses(of: contests, on: terrain)
    return Figure(
      title: terrain.name,
      subtitle: subtitle(of: contests, on: terrain, losses: losses.y.domain),
      columns: [
        [
          paths(
            of: others, on: terrain, over: contours,
            Words(en: "Steps that grow with the gradient", zh: "步长随梯度变化")),
          paths(
            of: adaptive, on: terrain, over: contours,
            Words(en: "Steps scaled by past gradients", zh: "步长按历史梯度缩放")),
        ],
        [losses],
      ])
  }

  private func contours(of terrain: Terrain) -> ContourMark {
    let (x, y) = terrain.window
    let loss: DifferentiableFunction<Double> = terrain.objective.function()
    let field = Field(
      x: x.lower...x.upper, y: y.lower...y.upper, columns: 121, rows: 121
    ) { loss.value([$0, $1]) }
    let levels = terrain.isLogarithmic ? field.logarithmicLevels(powers: 2) : field.linearLevels(28)
    return ContourMark(field, levels: levels, lineColor: Color(hex: 0x9A9A9A))
  }

  private func paths(
    of contests: [Contest], on terrain: Terrain, over contours: ContourMark, _ heading: Words
  ) -> Chart {
    let walks = contests.map { contest in
      WalkMark(
        terrain.seen(of: contest.path), name: legend(of: contest),
        color: contest.contestant.style.color)
    }
    let lines = contests.map { LineMark(terrain.seen(of: $0.path), style: $0.contestant.style) }
    // Dashes upon solid lines, so that two that take the same way are both seen.
    let (solid, dashed) = (lines.filter(\.dash.isEmpty), lines.filter { !$0.dash.isEmpty })
    let crosses = PointMark(terrain.landmarks.map(\.place), color: Palette.black, shape: .cross)
    let start = Datum(x: terrain.start[0], y: terrain.start[1])
    return Chart(
      heading: heading,
      x: Axis(Words(math: "x"), domain: terrain.window.x),
      y: Axis(Words(math: "y"), domain: terrain.window.y),
      legend: .elsewhere,
      marks: [contours] + walks + solid + dashed + [crosses],
      annotations: (terrain.landmarks + [(Words(en: "start", zh: "起点"), start)]).map {
        Annotation($0.name, at: $0.place, color: Palette.black)
      })
  }

  private func legend(of contest: Contest) -> Words {
    let (name, settings) = (contest.contestant.name, contest.settings(.typeset))
    return Words(en: "\(name): \(math: settings)", zh: "\(name)：\(math: settings)")
  }

  private func losses(of contests: [Contest], on terrain: Terrain) -> Chart {
    let lines = contests.map { contest in
      LineMark(
        contest.losses.overSteps(), name: legend(of: contest), style: contest.contestant.style)
    }
    // What leaves the window of the paths leaves this one too.
    let seen = contests.flatMap { contest in
      zip(contest.path, contest.losses).filter { terrain.shows($0.0) }.map(\.1)
    }
    var chart = Chart(
      Words(en: "Loss, and the goal (dashed)", zh: "损失与目标（虚线）"),
      overSteps: terrain.isLogarithmic
        ? Axis(
          Words(math: "L"), scale: .logarithmic,
          domain: Domain(terrain.goal * 1e-4, 2 * (seen.max() ?? 1)))
        : Axis(Words(math: "L"), domain: Domain(around: seen + [terrain.goal], margin: 0.06)),
      lines)
    chart.x.domain = Domain(0, Double(steps))
    chart.marks.insert(RuleMark(y: terrain.goal, color: Palette.black), at: 0)
    return chart
  }

  /// The terrain and the start, and what is not seen of the runs.
  private func subtitle(of contests: [Contest], on terrain: Terrain, losses: Domain?) -> Words {
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

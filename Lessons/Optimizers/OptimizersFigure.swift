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
    let losses = losses(of: contests, on: terrain)
    func walks(_ contests: [Contest]) -> [Chart] {
      contests.map { contest in
        walk(
          of: contest, on: terrain, over: contours,
          isLowest: contest.contestant == contests.last?.contestant)
      }
    }
    return Figure(
      title: title(of: contests, on: terrain),
      subtitle: subtitle(of: contests, on: terrain, losses: losses.y.domain),
      columns: [
        walks(contests.filter { !$0.contestant.isAdaptive }),
        walks(contests.filter(\.contestant.isAdaptive)), [losses],
      ])
  }

  /// Who comes below the goal first.
  private func title(of contests: [Contest], on terrain: Terrain) -> Words {
    guard let first = contests.arrived.first, let arrival = first.arrival else {
      return Words(
        en: "\(terrain.name): nobody stays below the goal in \(counted(steps, "step"))",
        zh: "\(terrain.name)：\(steps) 步之内都没有稳定低于目标")
    }
    let name = first.contestant.name
    return Words(
      en: "\(terrain.name): \(name) is the first to stay below the goal, from step \(arrival) on",
      zh: "\(terrain.name)：\(name) 最先稳定低于目标，从第 \(arrival) 步起")
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

  /// - Parameter isLowest: whether no other stands below it, so that it has the labels of the axis.
  private func walk(
    of contest: Contest, on terrain: Terrain, over contours: ContourMark, isLowest: Bool
  ) -> Chart {
    let (x, y) = (
      Axis(Words(math: terrain.objective.variables[0].mathematics), domain: terrain.window.x),
      Axis(Words(math: terrain.objective.variables[1].mathematics), domain: terrain.window.y)
    )
    let crosses = PointMark(terrain.landmarks.map(\.place), color: Palette.black, shape: .cross)
    var chart = Chart(
      heading: contest.contestant.name, x: isLowest ? x : x.unlabelled,
      y: contest.contestant.isAdaptive ? y.unlabelled : y,
      marks: [
        contours, crosses,
        WalkMark(terrain.seen(of: contest.path), color: contest.contestant.style.color),
      ])
    chart.hasEqualScales = true
    return chart
  }

  private func losses(of contests: [Contest], on terrain: Terrain) -> Chart {
    let lines = contests.map { contest in
      LineMark(
        contest.losses.overSteps(), name: contest.contestant.name, style: contest.contestant.style)
    }
    // What leaves the window of the paths leaves this one too.
    let seen = contests.flatMap { contest in
      zip(contest.path, contest.losses).filter { terrain.shows($0.0) }.map(\.1)
    }
    var chart = Chart(
      Words(en: "Loss", zh: "损失"),
      overSteps: terrain.isLogarithmic
        ? Axis(
          Words(math: "L"), scale: .logarithmic,
          domain: Domain(terrain.goal * 1e-4, 2 * (seen.max() ?? 1)))
        : Axis(Words(math: "L"), domain: Domain(around: seen + [terrain.goal], margin: 0.06)),
      lines)
    chart.x.domain = Domain(0, Double(steps))
    chart.legend = .atLineEnds
    chart.marks.insert(
      RuleMark(y: terrain.goal, name: Words(en: "goal", zh: "目标"), color: Palette.black), at: 0)
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
    // What there are several of is named once.
    let names = terrain.landmarks.map(\.name).reduce(into: [Words]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }
    let marks =
      names.isEmpty
      ? "" : Words(en: "; × ", zh: "；× ") + names.joined(separator: Words(en: " and ", zh: "与"))
    let settings = contests.map { Words(math: $0.settings(.typeset)) }
    return Words(
      en: """
        \(math: terrain.objective.equation) from \(math: point(terrain.start)) (ring), \
        \(counted(steps, "step"))\(note)\(marks); the first three have \
        \(settings[1]), the others \(settings[5])
        """,
      zh: """
        \(math: terrain.objective.equation)，从 \(math: point(terrain.start))（圆圈）出发，\
        \(steps) 步\(note)\(marks)；前三种 \
        \(settings[1])，其余 \(settings[5])
        """)
  }
}

import Descent
import Formulas
import LessonsShared
import Plot
import Words

/// Why each parameter has a rate of its own, which a loss of one parameter cannot show.
extension OptimizersLesson {
  /// What a unit of the gradient moves x and y by, step by step, and RMSProp's way out of the ravine and back.
  func ratesFigure(of contests: [Contest], on terrain: Terrain) -> Figure? {
    let adaptive = contests.filter { $0.contestant.isAdaptive && !$0.effectiveRates.isEmpty }
    guard adaptive.count == 3, let first = adaptive[0].effectiveRates.first else { return nil }
    let gradient = terrain.objective.gradient(at: terrain.start)
    let text = { (ratio: Double) in Numerals.fixed(1).text(ratio) }
    let (steeper, slower) = (text((gradient[1] / gradient[0]).magnitude), text(first[0] / first[1]))
    let domain = Scale(
      .logarithmic, around: adaptive.flatMap(\.effectiveRates).joined() + [RavineJump.limit],
      margin: 0.06
    ).domain
    var charts = adaptive.map { rates(of: $0, domain) }
    charts.append(way(of: adaptive[1]))
    return Figure(
      title: Words(
        en: "A rate for each parameter: \(steeper) times as steep, \(slower) times as slow",
        zh: "每个参数有自己的学习率：陡 \(steeper) 倍，就慢 \(slower) 倍"),
      subtitle: Words(
        en: """
          \(math: terrain.objective.equation) from \(math: point(terrain.start)); in the first step the \
          gradient for y is \(steeper) times that for x
          """,
        zh: """
          \(math: terrain.objective.equation)，从 \(math: point(terrain.start)) 出发；第 1 步 y 方向的梯度是 x 方向的 \
          \(steeper) 倍
          """),
      columns: [[charts[0], charts[2]], [charts[1], charts[3]]])
  }

  private func rates(of contest: Contest, _ domain: Domain) -> Chart {
    let name = contest.contestant.name
    let lines = zip(["x", "y"] as [Mathematics], [0, 1]).map { variable, index in
      LineMark(
        contest.effectiveRates.map { $0[index] }.overSteps(from: 1), name: Words(math: variable),
        color: index == 0 ? Palette.blue : Palette.vermilion)
    }
    var chart = Chart(
      Words(en: "\(name): rate for each", zh: "\(name)：各自的学习率"),
      overSteps: Axis(
        Words(en: "effective rate \(math: "η′")", zh: "有效学习率 \(math: "η′")"), scale: .logarithmic,
        domain: domain),
      lines)
    chart.marks.append(limit)
    return chart
  }

  /// The rate above which y grows from step to step.
  private var limit: RuleMark {
    RuleMark(y: RavineJump.limit, name: Words(en: "limit for y", zh: "y 的上限"), color: Palette.black)
  }

  /// How far RMSProp is from the bottom of the ravine: it is thrown out where its rate for y is above the limit.
  private func way(of contest: Contest) -> Chart {
    let heights = contest.path.map(\.y.magnitude)
    var chart = Chart(
      Words(
        en: "\(contest.contestant.name): distance from the bottom",
        zh: "\(contest.contestant.name)：与谷底的距离"),
      overSteps: Axis(Words(math: .magnitude("y")), scale: .logarithmic),
      [LineMark(heights.overSteps(), color: Palette.vermilion)])
    if let jump = RavineJump(of: contest) {
      chart.marks.insert(
        RectangleMark(
          x: Double(jump.onset)...Double(jump.top),
          name: Words(en: "rate for y above the limit", zh: "y 的学习率超过上限"), color: Palette.orange,
          opacity: 0.25), at: 0)
    }
    return chart
  }
}

import Descent
import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension PenaltiesLesson {
  private static let (noneColor, l1Color, l2Color) = (
    Palette.black, Palette.vermilion, Palette.blue
  )
  private static let (noneDash, l2Dash): ([Double], [Double]) = ([16, 6, 4, 6], [22, 8])

  func figure(of runs: PenalizedRuns) -> Figure {
    let numbers = Numerals.typeset.equations([
      ("η", learningRate), ("λ", lambda), ("n", Double(samples)),
    ])
    return Figure(
      title: title(runs),
      subtitle: [
        numbers.mathematics, Words(en: "\(counted(steps, "step")) each", zh: "各 \(steps) 步"),
      ].list,
      columns: [[plane(runs)], [secondWeight(runs)]])
  }

  /// What is to be seen: which weights are 0.
  private func title(_ runs: PenalizedRuns) -> Words {
    let zeros = runs.zeros.filter { runs.l2[steps][$0] != 0 }
    guard !zeros.isEmpty else {
      return Words(en: "Penalties pull the weights towards 0", zh: "惩罚把权重拉向 0")
    }
    let names = zeros.map { Words(math: Mathematics(name: "w\($0 + 1)")) }
      .joined(separator: Words(en: " and ", zh: " 和 "))
    return Words(
      en: "L1 makes \(names) exactly 0, L2 only smaller", zh: "L1 使 \(names) 恰好为 0，L2 只是使之变小")
  }

  /// The paths on the contours of the loss. Where a path with a penalty ends, a contour touches the edge of a region that the
  /// penalty makes: a square on its corner for L1, a circle for L2.
  private func plane(_ runs: PenalizedRuns) -> Chart {
    let (l1, l2) = (
      runs.ends.l1.map(\.magnitude).reduce(0, +), runs.ends.l2.map { $0 * $0 }.reduce(0, +)
    )
    let corners = [[l1, 0], [0, l1], [-l1, 0], [0, -l1], [l1, 0]]
    let circle = (0...180).map { index in
      let angle = Double(index) / 90 * .pi
      return [.cos(angle), .sin(angle)].map { l2.squareRoot() * $0 }
    }
    let paths = [runs.none, runs.l2, runs.soft]
    let points = paths.joined() + corners + circle
    let (x, y) = (
      Domain(around: points.map { $0[0] }, margin: 0.06),
      Domain(around: points.map { $0[1] }, margin: 0.06)
    )
    func line(_ points: [[Double]], _ name: Words, _ color: Color, dash: [Double]) -> LineMark {
      LineMark(points.map(Self.datum), name: name, color: color, dash: dash)
    }
    func rounded(_ x: Double) -> Mathematics { Numerals.typeset.mathematics(x, digits: 3) }
    let squares = ["w1", "w2"].map { Mathematics(name: $0).raised(to: "2") }
    let ends = zip(paths, [Self.noneColor, Self.l2Color, Self.l1Color]).map {
      PointMark([Self.datum($0[steps])], color: $1)
    }
    var chart = Chart(
      heading: Words(en: "From one start", zh: "从同一起点出发"),
      x: Axis(Words(math: "w1"), domain: x), y: Axis(Words(math: "w2"), domain: y),
      marks: contours(x, y, touching: runs) + [
        line(
          corners,
          Words(
            math: .equation(.sum(.magnitude("w1"), .magnitude("w2")), rounded(l1))),
          Self.l1Color, dash: [4, 5]),
        line(
          circle, Words(math: .equation(.joined(squares, by: .plus), rounded(l2))), Self.l2Color,
          dash: [2, 6]),
        line(runs.none, Words(en: "no penalty", zh: "无惩罚"), Self.noneColor, dash: Self.noneDash),
        line(runs.l2, "L2", Self.l2Color, dash: Self.l2Dash),
        line(runs.soft, "L1", Self.l1Color, dash: []),
      ] + ends,
      annotations: [
        Annotation(
          Words(en: "start", zh: "起点"), at: Self.datum(start.numbers), color: Palette.black)
      ])
    // A circle is to look like one.
    chart.hasEqualScales = true
    return chart
  }

  private static func datum(_ point: [Double]) -> Datum { Datum(x: point[0], y: point[1]) }

  /// The contours of the loss, those through the ends with L1 and L2 in their colours.
  private func contours(_ x: Domain, _ y: Domain, touching runs: PenalizedRuns) -> [any Mark] {
    let loss: Quadratic<Double> = self.loss()
    let field = Field(x: x.lower...x.upper, y: y.lower...y.upper) { loss.loss([$0, $1]) }
    let touching = [(runs.ends.l2, Self.l2Color), (runs.ends.l1, Self.l1Color)].map { end, color in
      ContourMark(field, levels: [loss.loss(end)], lineColor: color)
    }
    return [
      ContourMark(
        field, levels: field.logarithmicLevels(powers: 2), lineColor: Palette.black.opacity(0.4))
    ] + touching
  }

  /// The second weight over the steps.
  private func secondWeight(_ runs: PenalizedRuns) -> Chart {
    func line(_ run: [[Double]], _ name: Words, _ color: Color, dash: [Double] = []) -> LineMark {
      LineMark(run.map { $0[1] }.overSteps(), name: name, color: color, dash: dash)
    }
    return Chart(
      Words(en: "The second weight", zh: "第二个权重"), overSteps: Axis(Words(math: "w2")),
      [
        line(runs.none, Words(en: "no penalty", zh: "无惩罚"), Self.noneColor, dash: Self.noneDash),
        line(runs.l2, "L2", Self.l2Color, dash: Self.l2Dash),
        line(runs.l1, Words(en: "L1 by the sign", zh: "L1，用符号"), Palette.orange, dash: [5, 4]),
        line(runs.soft, Words(en: "L1 by the soft threshold", zh: "L1，用软阈值"), Self.l1Color),
      ])
  }

  /// The weight under noise of several sizes, by both kinds of decay.
  func adamFigure(of runs: [NoiseDecay]) -> Figure {
    // The solid line first, so that others are seen where they lie on it.
    let styles: [(Color, [Double])] = [
      (Palette.black, []), (Palette.orange, [16, 10]), (Palette.green, [4, 8]),
    ]
    func chart(_ heading: Words, _ weights: (NoiseDecay) -> [Double]) -> Chart {
      Chart(
        heading, overSteps: Axis(Words(math: "w")),
        zip(runs.reversed(), styles).map { run, style in
          let size = Numerals.typeset.mathematics(run.size)
          return LineMark(
            weights(run).overSteps(),
            name: Words(math: .equation("g", .row([.word("±"), size]))), color: style.0,
            dash: style.1)
        })
    }
    var figure = Figure(
      title: Words(
        en: "In Adam, L2 spares the weights with large gradients",
        zh: "在 Adam 中，L2 对梯度大的权重衰减得少"),
      subtitle: Numerals.typeset.equations([("η", NoiseDecay.η), ("λ", NoiseDecay.λ)]).mathematics,
      columns: [
        [chart(Words(en: "L2 in the gradient", zh: "L2 加在梯度里"), \.penalized)],
        [chart(Words(en: "Decoupled decay, AdamW", zh: "解耦衰减，AdamW"), \.decoupled)],
      ])
    figure.sharesAxes = true
    return figure
  }
}

import Descent
import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension NesterovLesson {
  func figure(of runs: Runs) -> Figure {
    runs.lookAhead.figure(
      of: "Nesterov",
      columns: [
        [
          runs.lookAhead.walk(),
          Chart(Words(en: "The weight", zh: "权重"), comparing: compared(runs)),
        ],
        [formsChart(of: runs)],
      ])
  }

  /// How many steps of the two forms are shown: enough to see that they are apart and yet the same.
  private static let stepsOfForms = 24

  private func formsChart(of runs: Runs) -> Chart {
    let forms = forms(of: runs).map { form in
      var form = form
      form.weights = Array(form.weights.prefix(Self.stepsOfForms + 1))
      return form
    }
    var chart = Chart(
      Words(en: "One descent, two points of view", zh: "同一次下降，两个观察点"),
      comparing: [forms[0], forms[2]])
    chart.y.label = Words(math: .list("w", "w̃"))
    chart.marks.append(
      PointMark(forms[1].data, name: forms[1].name, color: forms[1].style.color, shape: .diamond))
    return chart
  }

  /// Large enough that momentum swings across the ravine a few times.
  static let ravine = (η: 0.03, β: 0.8, steps: 30)

  var ravineWalks: [RavineWalk] {
    let (η, β, steps) = Self.ravine
    return [
      RavineWalk(
        Words(en: "Plain descent", zh: "梯度下降"), style: .plain,
        with: GradientDescent(η: η), steps: steps),
      RavineWalk(
        Words(en: "Momentum", zh: "动量法"), style: .momentum,
        with: Momentum(η: η, β: β), steps: steps),
      RavineWalk(
        "Nesterov", style: .nesterov, with: LookAheadNesterov(η: η, β: β),
        steps: steps),
    ]
  }

  var ravine: Figure {
    let (η, β, steps) = Self.ravine
    let walks = ravineWalks.map(\.chart)
    return Figure(
      title: Words(
        en: "Nesterov’s momentum in the ravine \(math: RavineWalk.objective.equation)",
        zh: "峡谷 \(math: RavineWalk.objective.equation) 中的 Nesterov 动量"),
      subtitle: RavineWalk.subtitle(Nesterov<Double>(η: η, β: β), steps: steps),
      columns: [Array(walks.dropLast()), walks.suffix(1) + [secondStep]])
  }

  /// The second step of both, from the same point with the same velocity: momentum adds the gradient at the point,
  /// Nesterov the one ahead.
  private var secondStep: Chart {
    let (η, β, _) = Self.ravine
    func rows<Method: Optimizer<Double>>(_ optimizer: Method) -> [Trace<Method>.Row] {
      descend(on: RavineWalk.objective, from: RavineWalk.start, with: optimizer, steps: 2).rows
    }
    func datum(_ point: [Double]) -> Datum { Datum(x: point[0], y: point[1]) }
    let lookAhead = rows(LookAheadNesterov(η: η, β: β))
    let start = datum(lookAhead[1].point)
    let ahead = datum(lookAhead[2].vantage)
    let corrected = datum(lookAhead[2].point)
    let momentum = datum(rows(Momentum(η: η, β: β))[2].point)
    func label(_ formula: Mathematics, from a: Datum, to b: Datum, _ color: Color) -> Annotation {
      Annotation(Words(math: formula), from: a, to: b, color: color)
    }
    func gradientStep(at point: Mathematics) -> Mathematics {
      .row([.word("−"), .product("η", .call("g", [point]))])
    }
    let velocity = Palette.black
    return Chart(
      heading: Words(en: "The second step of both", zh: "两者的第二步"),
      x: Axis(Words(math: "x"), domain: Domain(around: [start.x, corrected.x], margin: 0.35)),
      y: Axis(Words(math: "y"), domain: Domain(around: [start.y, momentum.y], margin: 0.2)),
      marks: [
        RuleMark(y: 0, name: Words(en: "the bottom of the ravine", zh: "谷底"), color: Palette.black),
        WalkMark([ahead, momentum], color: OptimizerStyle.momentum.color),
        WalkMark([ahead, corrected], color: OptimizerStyle.nesterov.color),
        WalkMark([start, ahead], color: velocity),
      ],
      annotations: [
        Annotation(Words(math: "w1"), at: start, color: velocity),
        Annotation(Words(math: "w̃1"), at: ahead, color: velocity),
        Annotation(Words(math: "w2"), at: momentum, color: OptimizerStyle.momentum.color),
        Annotation(Words(math: "w2"), at: corrected, color: OptimizerStyle.nesterov.color),
        label(.product("β", "v1"), from: start, to: ahead, velocity),
        label(gradientStep(at: "w1"), from: ahead, to: momentum, OptimizerStyle.momentum.color),
        label(gradientStep(at: "w̃1"), from: ahead, to: corrected, OptimizerStyle.nesterov.color),
      ])
  }
}

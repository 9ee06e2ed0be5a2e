import Formulas
import Words

extension Subject {
  /// A rate that goes from one part of itself to another on a straight line, and what is known to go wrong with it.
  public static let linearLR = Subject(
    name: "linear-lr", title: Words(en: "LinearLR", zh: "线性预热"),
    parameters: Parameter.ofEpochs + [
      Parameter("start-factor", "start_factor", 0.25, in: 1e-300...1),
      Parameter("end-factor", "end_factor", 1, in: 0...1),
      .duration("total-iters", "N", 5),
    ],
    steps: 10, objective: nil,
    aliases: aliasesOfRate,
    solve: { schedule.right($0) },
    variants: schedule.mistakesOfEpochs + ownMistakes,
    probes: {
      [
        .scheduleProbe(
          of: $0,
          ["learning-rate": [0.8], "start-factor": [0.3], "end-factor": [0.9], "total-iters": [6]])
      ]
    },
    draw: { exercise, generator in
      exercise.drawEpochs(using: &generator)
      exercise.draw("start-factor", from: [0.1, 0.2, 0.25, 0.3, 0.4], using: &generator)
      exercise.draw("end-factor", from: [0.7, 0.75, 0.8, 0.9], using: &generator)
      exercise.draw("total-iters", from: [5, 6, 7, 8], using: &generator)
    },
    objection: { $0.objection(wholeNumbers: ["iterations", "total-iters"]) })

  private static let schedule = ClosedForm { moment in
    Double(moment.number) >= moment.given("total-iters")
      ? moment.η * moment["end-factor"]
      : moment.η * part(moment)
  }

  /// The part of the rate on the line.
  private static func part(_ moment: ClosedForm.Moment) -> Traced {
    let (start, end) = (moment["start-factor"], moment["end-factor"])
    return start + (end - start) * moment.e / moment["total-iters"]
  }

  private static let ownMistakes: [Variant] = [
    schedule.mistake(
      "not-stopped",
      en: "the line goes on after epoch total_iters, where the rate is to stay η·end_factor",
      zh: "过了第 total_iters 轮仍沿直线继续，应当保持 η·end_factor"
    ) { $0.η * part($0) },
    schedule.mistake(
      "end-factor-lost",
      en: "from epoch total_iters on the rate is η, where η·end_factor belongs",
      zh: "从第 total_iters 轮起学习率成了 η，应当是 η·end_factor"
    ) { Double($0.number) >= $0.given("total-iters") ? $0.η : $0.η * part($0) },
    schedule.mistake(
      "factors-swapped",
      en: "the line leads from end_factor to start_factor",
      zh: "直线的两端颠倒了：从 end_factor 到 start_factor"
    ) { moment in
      let (start, end) = (moment["start-factor"], moment["end-factor"])
      return Double(moment.number) >= moment.given("total-iters")
        ? moment.η * start : moment.η * (end + (start - end) * moment.e / moment["total-iters"])
    },
    schedule.mistake(
      "end-as-change",
      en:
        "end_factor is taken for the change: start_factor + end_factor·e/total_iters, where end_factor − start_factor belongs",
      zh:
        "把 end_factor 当成了变化量：start_factor + end_factor·e/total_iters，应当用 end_factor − start_factor"
    ) { moment in
      let (start, end) = (moment["start-factor"], moment["end-factor"])
      return Double(moment.number) >= moment.given("total-iters")
        ? moment.η * end : moment.η * (start + end * moment.e / moment["total-iters"])
    },
    schedule.mistake(
      "one-epoch-short",
      en:
        "the end is reached in epoch total_iters − 1, as with total_iters points on the line; total_iters counts the steps between them",
      zh: "第 total_iters − 1 轮就到了终点，即直线上有 total_iters 个点；total_iters 数的是点之间的步数"
    ) { moment in
      let (start, end) = (moment["start-factor"], moment["end-factor"])
      return Double(moment.number) >= moment.given("total-iters") - 1
        ? moment.η * end
        : moment.η * (start + (end - start) * moment.e / (moment["total-iters"] - 1))
    },
    schedule.mistake(
      "factors-as-rates",
      en: "the factors are taken for rates: η is missing",
      zh: "把系数当成了学习率：漏了 η"
    ) { Double($0.number) >= $0.given("total-iters") ? $0["end-factor"] : part($0) },
  ]
}

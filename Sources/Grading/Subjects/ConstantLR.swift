import Formulas
import Words

extension Subject {
  /// A rate that starts with a part of itself, and what is known to go wrong with it.
  public static let constantLR = Subject(
    name: "constant-lr", title: Words(en: "ConstantLR", zh: "固定系数预热"),
    parameters: Parameter.ofEpochs + [
      Parameter("factor", "factor", 0.25, in: 1e-300...1),
      .duration("total-iters", "N", 5),
    ],
    steps: 10, objective: nil,
    aliases: aliasesOfRate,
    solve: { schedule.right($0) },
    variants: schedule.mistakesOfEpochs + ownMistakes,
    // Longer than the iterations of an epoch.
    probes: {
      [.scheduleProbe(of: $0, ["learning-rate": [0.8], "factor": [0.3], "total-iters": [12]])]
    },
    draw: { exercise, generator in
      exercise.drawEpochs(using: &generator)
      exercise.draw("factor", from: [0.1, 0.2, 0.25, 0.3, 0.4], using: &generator)
      exercise.draw("total-iters", from: [11, 12, 13, 14], using: &generator)
    },
    objection: { $0.objection(wholeNumbers: ["iterations", "total-iters"]) })

  private static let schedule = ClosedForm {
    Double($0.number) < $0.given("total-iters") ? $0.η * $0["factor"] : $0.η
  }

  private static let ownMistakes: [Variant] = [
    schedule.mistake(
      "factor-missing",
      en: "the rate is η from the start: the factor is not used",
      zh: "学习率从一开始就是 η：没有用到系数 factor"
    ) { $0.η },
    schedule.mistake(
      "factor-afterwards",
      en: "the factor is applied from epoch total_iters on, where it belongs to the epochs before",
      zh: "从第 total_iters 轮起才乘系数，应当在此之前的各轮乘"
    ) { Double($0.number) < $0.given("total-iters") ? $0.η : $0.η * $0["factor"] },
    schedule.mistake(
      "complement",
      en: "the rate is lowered by the part factor, to η·(1 − factor), where η·factor belongs",
      zh: "学习率减去了 factor 这一部分：η·(1 − factor)，应当是 η·factor"
    ) { Double($0.number) < $0.given("total-iters") ? $0.η * (1 - $0["factor"]) : $0.η },
    schedule.mistake(
      "divided",
      en: "the rate is divided by the factor where it is to be multiplied",
      zh: "学习率除以了系数 factor，应当乘以它"
    ) { Double($0.number) < $0.given("total-iters") ? $0.η / $0["factor"] : $0.η },
  ]
}

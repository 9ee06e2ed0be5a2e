import Formulas
import Words

extension Subject {
  /// A rate that is lowered to 0 along a power of the time that is left, and what is known to go wrong with it.
  public static let polynomialLR = Subject(
    name: "polynomial-lr", title: Words(en: "PolynomialLR", zh: "多项式学习率衰减"),
    parameters: Parameter.ofEpochs + [
      .duration("total-iters", "N", 10),
      Parameter("power", "power", 2, in: 0...100),
    ],
    steps: 15, objective: nil,
    aliases: aliasesOfRate,
    solve: { schedule.right($0) },
    variants: schedule.mistakesOfEpochs + ownMistakes,
    probes: {
      [.scheduleProbe(of: $0, ["learning-rate": [0.8], "power": [1.5], "total-iters": [12]])]
    },
    draw: { exercise, generator in
      exercise.drawEpochs(using: &generator)
      exercise.draw("power", from: [0.5, 1.5, 2, 3], using: &generator)
      exercise.draw("total-iters", from: [8, 9, 11, 12, 13], using: &generator)
    },
    objection: { $0.objection(wholeNumbers: ["iterations", "total-iters"]) })

  private static let schedule = ClosedForm { moment in
    isOver(moment) ? 0 : moment.η * .pow(1 - part(moment), moment["power"])
  }

  /// The part of the time that is over.
  private static func part(_ moment: ClosedForm.Moment) -> Traced {
    moment.e / moment["total-iters"]
  }

  private static func isOver(_ moment: ClosedForm.Moment) -> Bool {
    Double(moment.number) >= moment.given("total-iters")
  }

  private static let ownMistakes: [Variant] = [
    schedule.mistake(
      "power-missing",
      en: "the power is not used: the rate falls on a straight line",
      zh: "没有用到 power：学习率沿直线下降"
    ) { isOver($0) ? 0 : $0.η * (1 - part($0)) },
    schedule.mistake(
      "power-inside",
      en: "the power is applied to e/total_iters, where it belongs to 1 − e/total_iters",
      zh: "幂作用在了 e/total_iters 上，应当作用在 1 − e/total_iters 上"
    ) { isOver($0) ? 0 : $0.η * (1 - .pow(part($0), $0["power"])) },
    schedule.mistake(
      "power-outside",
      en: "the power is applied to the whole rate, η with it, where it belongs to the part only",
      zh: "幂作用在了整个学习率上，连同 η；应当只作用在系数上"
    ) { isOver($0) ? 0 : .pow($0.η * (1 - part($0)), $0["power"]) },
    schedule.mistake(
      "power-as-factor",
      en: "the part of the time that is left is multiplied by power, not raised to it",
      zh: "剩余时间的比例乘了 power，应当是取 power 次幂"
    ) { isOver($0) ? 0 : $0.η * ((1 - part($0)) * $0["power"]) },
    schedule.mistake(
      "time-over",
      en:
        "the rate follows the time that is over, e/total_iters, where the time that is left belongs",
      zh: "用了已过时间的比例 e/total_iters，应当用剩余时间的比例"
    ) { isOver($0) ? $0.η : $0.η * .pow(part($0), $0["power"]) },
    schedule.mistake(
      "one-epoch-long",
      en: "the time is divided by total_iters + 1, so that the rate is 0 one epoch late",
      zh: "时间除以了 total_iters + 1，学习率晚一轮才到 0"
    ) {
      Double($0.number) > $0.given("total-iters")
        ? 0 : $0.η * .pow(1 - $0.e / ($0["total-iters"] + 1), $0["power"])
    },
    schedule.mistake(
      "one-epoch-short",
      en: "the time is divided by total_iters − 1, so that the rate is 0 one epoch early",
      zh: "时间除以了 total_iters − 1，学习率早一轮就到 0"
    ) {
      Double($0.number) >= $0.given("total-iters") - 1
        ? 0 : $0.η * .pow(1 - $0.e / ($0["total-iters"] - 1), $0["power"])
    },
  ]
}

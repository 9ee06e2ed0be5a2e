import Formulas
import Words

extension Subject {
  /// A rate that is lowered at equal distances, section 4.2 of the course, and what is known to go wrong with it.
  public static let stepLR = Subject(
    name: "step-lr", title: Words(en: "StepLR", zh: "等间隔学习率衰减"),
    parameters: Parameter.ofSchedule(γ: 0.5) + [
      Parameter("step-size", "step_size", 50, in: 1...1e6)
    ],
    steps: 200, objective: nil,
    aliases: aliasesOfRate,
    solve: { schedule.right($0) },
    variants: schedule.mistakes + schedule.mistakesOfDistance + ownMistakes,
    probes: { [.scheduleProbe(of: $0, ["learning-rate": [1], "gamma": [0.7], "step-size": [4]])] },
    draw: { exercise, generator in
      exercise.drawSchedule(using: &generator)
      exercise.draw("step-size", from: [3, 4, 5, 6], using: &generator)
    },
    objection: { $0.objection(wholeNumbers: ["iterations", "step-size"]) })

  private static let schedule = Decay { exercise, epoch in
    epoch % Int(exercise["step-size"]) == 0 ? 1 : 0
  }

  private static let ownMistakes: [Variant] = [
    schedule.mistake(
      "every-epoch",
      en: "the rate is lowered in every epoch, as ExponentialLR does: step_size is not used",
      zh: "每一轮都衰减，成了 ExponentialLR：没有用到 step_size"
    ) { $0.lowered($0.η, times: $0.number > 0 ? 1 : 0) },
    schedule.mistake(
      "without-floor",
      en: "the exponent epoch/step_size is not rounded down, so the rate falls in every epoch",
      zh: "指数 epoch/step_size 没有向下取整，学习率每一轮都在下降"
    ) { $0.η0 * .pow($0.γ, Traced(Double($0.number)) / Traced($0.given("step-size"))) },
  ]
}

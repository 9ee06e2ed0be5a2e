import Descent
import Formulas

extension Subject {
  /// A rate that is lowered at equal distances, section 4.2 of the course, and what is known to go wrong with it.
  public static let stepLR = schedule(
    StepLR<Traced>.self, epochs: 200,
    probes: ["learning-rate": [1], "gamma": [0.7], "step-size": [4]],
    choices: ["learning-rate": ratesOfDecay, "gamma": factorsOfDecay, "step-size": [3, 4, 5, 6]],
    form: DecayMistakes.closedForm,
    DecayMistakes.all + DecayMistakes.ofDistance + mistakesOfStepLR)

  private static let mistakesOfStepLR: [Variant] = [
    .mistake(
      "every-epoch", of: "η",
      "the rate is lowered in every epoch, as ExponentialLR does: step_size is not used",
      "每一轮都衰减，成了 ExponentialLR：没有用到 step_size",
      .give("step-size") { _, _ in 1 }),
    .mistake(
      "rounded-up", of: "η",
      "the exponent epoch/step_size is rounded up, where it is to be rounded down",
      "指数 epoch/step_size 向上取整了，应当向下取整",
      .clock { epoch, exercise in epoch + Int(exercise["step-size"]) - 1 }),
    .mistake(
      "rounded", of: "η",
      "the exponent epoch/step_size is rounded to the nearest, where it is to be rounded down",
      "指数 epoch/step_size 四舍五入了，应当向下取整",
      .clock { epoch, exercise in epoch + Int(exercise["step-size"]) / 2 }),
    .mistake(
      "without-floor",
      "the exponent epoch/step_size is not rounded down, so the rate falls in every epoch",
      "指数 epoch/step_size 没有向下取整，学习率每一轮都在下降",
      .replace("η") { $0.start * .pow($0.γ, $0.epoch / Traced($0.assignment["step-size"])) }),
  ]
}

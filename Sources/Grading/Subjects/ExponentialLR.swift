import Descent
import Formulas

extension Subject {
  /// A rate that is lowered by the same factor in every epoch, section 4.4 of the course, and what is known to go wrong
  /// with it.
  public static let exponentialLR = schedule(
    ExponentialLR<Traced>.self, epochs: 200, probes: ["learning-rate": [1], "gamma": [0.7]],
    choices: ["learning-rate": ratesOfDecay, "gamma": factorsOfDecay],
    form: DecayMistakes.closedForm,
    // Where every epoch has one change, two changes in each are two calls in each.
    DecayMistakes.all.filter { $0.name != "factor-twice" } + mistakesOfExponentialLR)

  private static let mistakesOfExponentialLR: [Variant] = [
    .mistake(
      "factor-twice", of: "η",
      "each epoch multiplies by γ twice, as where scheduler.step() is called twice",
      "每一轮乘了两次 γ，例如调用了两次 scheduler.step()",
      DecayMistakes.squared),
    .mistake(
      "natural-exponential",
      "the rate is η₀·e^(−γ·epoch), the exponential decay of the notes of CS231n, where η₀·γ^epoch belongs",
      "学习率是 η₀·e^(−γ·epoch)，即 CS231n 讲义中的指数衰减，应当是 η₀·γ^epoch",
      .replace("η") { $0.start * .exp(-($0.γ * $0.epoch)) }),
    .mistake(
      "inverse-time",
      "the rate is η₀/(1 + γ·epoch), the 1/t decay of the notes of CS231n, where η₀·γ^epoch belongs",
      "学习率是 η₀/(1 + γ·epoch)，即 CS231n 讲义中的 1/t 衰减，应当是 η₀·γ^epoch",
      .replace("η") { $0.start / (1 + $0.γ * $0.epoch) }),
  ]
}

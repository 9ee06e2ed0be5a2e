import Formulas
import Words

extension Subject {
  /// A rate that is lowered by the same factor in every epoch, section 4.4 of the course, and what is known to go wrong
  /// with it.
  public static let exponentialLR = Subject(
    name: "exponential-lr", title: Words(en: "ExponentialLR", zh: "按指数学习率衰减"),
    parameters: Parameter.ofSchedule(γ: 0.95),
    steps: 200, objective: nil,
    aliases: aliasesOfRate,
    solve: { schedule.right($0) },
    // Where every epoch has one change, two changes in each are two calls in each.
    variants: schedule.mistakes.filter { $0.name != "factor-twice" } + ownMistakes,
    probes: { [.scheduleProbe(of: $0, ["learning-rate": [1], "gamma": [0.7]])] },
    draw: { exercise, generator in exercise.drawSchedule(using: &generator) },
    objection: { $0.objection(wholeNumbers: ["iterations"]) })

  private static let schedule = Decay { _, _ in 1 }

  private static let ownMistakes: [Variant] = [
    schedule.mistake(
      "factor-twice",
      en: "each epoch multiplies by γ twice, as where scheduler.step() is called twice",
      zh: "每一轮乘了两次 γ，例如调用了两次 scheduler.step()"
    ) { $0.lowered($0.η, times: 2 * $0.changes(in: $0.number)) },
    schedule.mistake(
      "natural-exponential",
      en:
        "the rate is η₀·e^(−γ·epoch), the exponential decay of the notes of CS231n, where η₀·γ^epoch belongs",
      zh: "学习率是 η₀·e^(−γ·epoch)，即 CS231n 讲义中的指数衰减，应当是 η₀·γ^epoch"
    ) { $0.η0 * .exp(-($0.γ * Traced(Double($0.number)))) },
    schedule.mistake(
      "inverse-time",
      en:
        "the rate is η₀/(1 + γ·epoch), the 1/t decay of the notes of CS231n, where η₀·γ^epoch belongs",
      zh: "学习率是 η₀/(1 + γ·epoch)，即 CS231n 讲义中的 1/t 衰减，应当是 η₀·γ^epoch"
    ) { $0.η0 / (1 + $0.γ * Traced(Double($0.number))) },
  ]
}

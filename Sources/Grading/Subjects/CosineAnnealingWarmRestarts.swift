import Formulas
import Words

extension Subject {
  /// A rate that is lowered along half a wave of the cosine again and again, and what is known to go wrong with it.
  public static let cosineAnnealingWarmRestarts = Subject(
    name: "cosine-annealing-warm-restarts",
    title: Words(en: "CosineAnnealingWarmRestarts", zh: "带重启的余弦退火"),
    parameters: Parameter.ofEpochs + [
      .duration("t-0", "T0", 5),
      Parameter("t-mult", "T_mult", 2, in: 1...1e6), .leastRate,
    ],
    steps: 20, objective: nil,
    aliases: aliasesOfRate,
    solve: { schedule.right($0) },
    variants: schedule.mistakesOfEpochs + CosineWave.mistakes { place(of: restarting($0)) }
      + ownMistakes,
    probes: {
      [
        .scheduleProbe(
          of: $0, ["learning-rate": [0.8], "eta-min": [0.1], "t-0": [4], "t-mult": [3]]),
        .scheduleProbe(
          of: $0, ["learning-rate": [0.8], "eta-min": [0.1], "t-0": [7], "t-mult": [2]]),
      ]
    },
    draw: { exercise, generator in
      exercise.drawEpochs(using: &generator)
      exercise.draw("t-0", from: [3, 4, 6], using: &generator)
      exercise.draw("t-mult", from: [2, 3], using: &generator)
      exercise.draw("eta-min", from: [0.05, 0.1, 0.15, 0.2], using: &generator)
    },
    objection: { $0.objection(wholeNumbers: ["iterations", "t-0", "t-mult"]) })

  private static let schedule = ClosedForm { rate(restarting($0)) }

  /// The moment counted from the last restart, and how many epochs the wave then takes.
  private typealias Wave = (moment: ClosedForm.Moment, duration: Int)

  /// - Parameter longer: how long the wave is after a restart, from how long it was and how long the first is.
  private static func restarting(
    _ moment: ClosedForm.Moment, longer: ((Int, Int) -> Int)? = nil
  ) -> Wave {
    let first = Int(moment.given("t-0"))
    let factor = Int(moment.given("t-mult"))
    if longer == nil, factor == 1 { return (moment.at(moment.number % first), first) }
    var (epoch, duration) = (moment.number, first)
    while epoch >= duration {
      epoch -= duration
      // No exercise has so many epochs that a wave longer than this ends.
      duration = min(longer?(duration, first) ?? duration * factor, longest)
    }
    return (moment.at(epoch), duration)
  }

  private static let longest = 1_000_000_000

  private static func rate(_ wave: Wave) -> Traced {
    let (moment, T) = place(of: wave)
    return CosineWave.rate(moment, duration: T)
  }

  private static func place(of wave: Wave) -> CosineWave.Place {
    (wave.moment, Traced(Double(wave.duration)).named("T"))
  }

  private static let ownMistakes: [Variant] =
    [
      schedule.mistake(
        "never-restarted",
        en: "the rate is never started anew: the wave rises again, as in CosineAnnealingLR",
        zh: "从不重启：波重新上升，成了 CosineAnnealingLR"
      ) { rate(($0, Int($0.given("t-0")))) },
      schedule.mistake(
        "always-as-long",
        en: "all waves are T_0 epochs long: T_mult is not used",
        zh: "每个波都是 T_0 轮：没有用到 T_mult"
      ) { rate(restarting($0) { duration, _ in duration }) },
      schedule.mistake(
        "longer-by-sum",
        en: "each wave is T_0 epochs longer than the one before, where it is T_mult times as long",
        zh: "每个波比前一个长 T_0 轮，应当是前一个的 T_mult 倍"
      ) { rate(restarting($0) { duration, first in duration + first }) },
      schedule.mistake(
        "lowest-before-restart",
        en:
          "the time is divided by T − 1, so that the last epoch before a restart has the lowest rate",
        zh: "时间除以了 T − 1，重启前的最后一轮恰好到最低学习率"
      ) { moment in
        let (moment, T) = place(of: restarting(moment))
        return CosineWave.rate(moment, duration: T - 1)
      },
    ]
}

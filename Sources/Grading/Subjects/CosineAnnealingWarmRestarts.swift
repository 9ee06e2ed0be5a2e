import Descent
import Formulas

extension Subject {
  /// A rate that is lowered along half a wave of the cosine again and again, and what is known to go wrong with it.
  public static let cosineAnnealingWarmRestarts = schedule(
    CosineAnnealingWarmRestarts<Traced>.self, epochs: 20,
    probes: ["learning-rate": [0.8], "eta-min": [0.1], "t-0": [4], "t-mult": [3]],
    ["learning-rate": [0.8], "eta-min": [0.1], "t-0": [7], "t-mult": [2]],
    choices: [
      "learning-rate": ratesOfEpochs, "t-0": [3, 4, 6], "t-mult": [2, 3],
      "eta-min": [0.05, 0.1, 0.15, 0.2],
    ],
    ScheduleMistakes.ofEpochs + CosineMistakes.all + mistakesOfRestarts)

  private static let mistakesOfRestarts: [Variant] = [
    .mistake(
      "never-restarted", of: "η",
      "the rate is never started anew: the wave rises again, as in CosineAnnealingLR",
      "从不重启：波重新上升，成了 CosineAnnealingLR",
      by: .schedule { CosineAnnealingLR(in: $0.count("T0"), least: $0["η_m"]) }),
    .mistake(
      "always-as-long", of: "η",
      "all waves are T_0 epochs long: T_mult is not used",
      "每个波都是 T_0 轮：没有用到 T_mult",
      .give("t-mult") { _, _ in 1 }),
    .mistake(
      "longer-by-sum", of: "η",
      "each wave is T_0 epochs longer than the one before, where it is T_mult times as long",
      "每个波比前一个长 T_0 轮，应当是前一个的 T_mult 倍",
      .replace("T") { Traced(Double($0.waveLongerBySum.duration)) },
      .replace("e") { Traced(Double($0.waveLongerBySum.epoch)) }),
    .mistake(
      "lowest-before-restart",
      "the time is divided by T − 1, so that the last epoch before a restart has the lowest rate",
      "时间除以了 T − 1，重启前的最后一轮恰好到最低学习率",
      .replace("η") { $0.right.replacing("T", by: $0.T - 1) }),
  ]
}

extension Scope {
  /// The epoch within its wave, and how long that is, where each is longer than the one before by the first.
  fileprivate var waveLongerBySum: (epoch: Int, duration: Int) {
    let first = Int(assignment["t-0"])
    var (epoch, duration) = (t.number, first)
    while epoch >= duration {
      epoch -= duration
      duration += first
    }
    return (epoch, duration)
  }
}

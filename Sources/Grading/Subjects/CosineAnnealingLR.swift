import Formulas
import Words

extension Subject {
  /// A rate that is lowered along half a wave of the cosine, and what is known to go wrong with it.
  public static let cosineAnnealingLR = Subject(
    name: "cosine-annealing-lr", title: Words(en: "CosineAnnealingLR", zh: "余弦退火"),
    parameters: Parameter.ofEpochs + [
      .duration("t-max", "T_max", 10), .leastRate,
    ],
    steps: 20, objective: nil,
    aliases: aliasesOfRate,
    solve: { schedule.right($0) },
    variants: schedule.mistakesOfEpochs + CosineWave.mistakes { ($0, $0["t-max"]) }
      + ownMistakes + dialects,
    probes: { [.scheduleProbe(of: $0, ["learning-rate": [0.8], "eta-min": [0.1], "t-max": [7]])] },
    draw: { exercise, generator in
      exercise.drawEpochs(using: &generator)
      exercise.draw("t-max", from: [6, 7, 8, 9, 11], using: &generator)
      exercise.draw("eta-min", from: [0.05, 0.1, 0.15, 0.2], using: &generator)
    },
    objection: { $0.objection(wholeNumbers: ["iterations", "t-max"]) })

  private static let schedule = ClosedForm { CosineWave.rate($0, duration: $0["t-max"]) }

  private static let ownMistakes: [Variant] = [
    schedule.mistake(
      "one-epoch-short",
      en: "the time is divided by T_max − 1, so that the rate is lowest one epoch early",
      zh: "时间除以了 T_max − 1，学习率早一轮到最低"
    ) { CosineWave.rate($0, duration: $0["t-max"] - 1) },
    schedule.mistake(
      "one-epoch-long",
      en: "the time is divided by T_max + 1, so that the rate is lowest one epoch late",
      zh: "时间除以了 T_max + 1，学习率晚一轮到最低"
    ) { CosineWave.rate($0, duration: $0["t-max"] + 1) },
    schedule.mistake(
      "restarted",
      en: "the rate starts anew after T_max epochs, as in CosineAnnealingWarmRestarts",
      zh: "每过 T_max 轮学习率重新从头开始，成了 CosineAnnealingWarmRestarts"
    ) { CosineWave.rate($0.at($0.number % Int($0.given("t-max"))), duration: $0["t-max"]) },
  ]

  private static let dialects: [Variant] = [
    schedule.dialect(
      "stays-at-minimum",
      en:
        "from epoch T_max on the rate stays the lowest, as in Keras’ CosineDecay; PyTorch’s rises again",
      zh: "从第 T_max 轮起保持最低学习率，如 Keras 的 CosineDecay；PyTorch 的会重新上升"
    ) {
      CosineWave.rate($0.at(min($0.number, Int($0.given("t-max")))), duration: $0["t-max"])
    }
  ]
}

/// Half a wave of the cosine as a formula, and what goes wrong with it.
enum CosineWave {
  static func rate(_ moment: ClosedForm.Moment, duration T: Traced) -> Traced {
    let least = moment["eta-min"]
    return least + (moment.η - least) * (1 + .cos(π * moment.e / T)) / 2
  }

  static var π: Traced { Traced(.pi).named("π") }

  /// A moment counted from the beginning of its wave, and how many epochs that takes to go down.
  typealias Place = (moment: ClosedForm.Moment, duration: Traced)

  /// - Parameter place: where in its wave a moment is.
  static func mistakes(_ place: @escaping @Sendable (ClosedForm.Moment) -> Place) -> [Variant] {
    func mistake(
      _ name: String, en: Words, zh: Words,
      _ rate: @escaping @Sendable (_ η: Traced, _ least: Traced, _ e: Traced, _ T: Traced) -> Traced
    ) -> Variant {
      let wrong = ClosedForm {
        let (moment, T) = place($0)
        return rate(moment.η, moment["eta-min"], moment.e, T)
      }
      return wrong.mistake(name, en: en, zh: zh, wrong.formula)
    }
    return [
      mistake(
        "half-missing",
        en: "the wave is not halved: 1 + cos where (1 + cos)/2 belongs",
        zh: "漏了一半：1 + cos，应当是 (1 + cos)/2"
      ) { η, least, e, T in least + (η - least) * (1 + .cos(π * e / T)) },
      mistake(
        "least-rate-added",
        en:
          "the lowest rate is added on top: η·(1 + cos)/2 where (η − eta_min)·(1 + cos)/2 belongs",
        zh: "最低学习率被额外加上：η·(1 + cos)/2，应当是 (η − eta_min)·(1 + cos)/2"
      ) { η, least, e, T in least + η * (1 + .cos(π * e / T)) / 2 },
      mistake(
        "least-rate-missing",
        en: "the lowest rate eta_min is not used: the rate falls towards 0",
        zh: "没有用到最低学习率 eta_min：学习率降向 0"
      ) { η, _, e, T in η * (1 + .cos(π * e / T)) / 2 },
      mistake(
        "pi-missing",
        en: "π is missing: cos(e/T) where cos(π·e/T) belongs",
        zh: "漏了 π：cos(e/T)，应当是 cos(π·e/T)"
      ) { η, least, e, T in least + (η - least) * (1 + .cos(e / T)) / 2 },
      mistake(
        "upside-down",
        en: "the wave rises: 1 − cos where 1 + cos belongs",
        zh: "波是上升的：1 − cos，应当是 1 + cos"
      ) { η, least, e, T in least + (η - least) * (1 - .cos(π * e / T)) / 2 },
    ]
  }
}

extension Parameter {
  /// The lowest rate.
  static let leastRate = Parameter("eta-min", "η_min", 0.01, in: 0...1e100)
}

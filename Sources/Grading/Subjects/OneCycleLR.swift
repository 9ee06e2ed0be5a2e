import Formulas
import Words

extension Subject {
  /// A rate that climbs and then goes down far below where it was, and what is known to go wrong with it.
  ///
  /// It is advanced in every iteration, so its steps are those.
  public static let oneCycleLR = Subject(
    name: "one-cycle-lr", title: Words(en: "OneCycleLR", zh: "单周期学习率"),
    parameters: [
      Parameter("max-lr", "η_max", 0.1, in: 1e-300...1e100), .iterations,
      .duration("total-steps", "N", 20),
      Parameter("pct-start", "pct", 0.3, in: 0...0.999_999),
      Parameter("div-factor", "div", 25, in: 1e-10...1e100),
      Parameter("final-div-factor", "final_div", 100, in: 1e-10...1e100),
    ],
    steps: 20, objective: nil,
    aliases: aliasesOfRate,
    solve: { schedule.right($0) },
    variants: schedule.mistakesOfTime + mistakesOfShape + mistakesOfTurns + dialects,
    probes: {
      [
        .scheduleProbe(
          of: $0, steps: 16,
          [
            "max-lr": [0.8], "total-steps": [16], "pct-start": [0.4], "div-factor": [4],
            "final-div-factor": [10],
          ])
      ]
    },
    draw: { exercise, generator in
      exercise.steps = 20
      exercise.draw("max-lr", from: [0.4, 0.5, 0.6, 0.8, 0.9], using: &generator)
      exercise.draw("pct-start", from: [0.25, 0.3, 0.35, 0.4], using: &generator)
      exercise.draw("div-factor", from: [4, 5, 8, 10], using: &generator)
      exercise.draw("final-div-factor", from: [5, 10, 20], using: &generator)
    },
    objection: { exercise in
      let climb = exercise["pct-start"] * exercise["total-steps"]
      guard climb > 1 else {
        return Words(
          en: "--pct-start of --total-steps must be more than a step.",
          zh: "--pct-start 乘以 --total-steps 必须大于 1 步。")
      }
      return exercise.objection(wholeNumbers: ["iterations", "total-steps"])
    })

  private typealias Turn = (step: Double, rate: Traced)

  /// The rate between the turns around a step, a and b, after the part p of the way.
  private typealias Path = (_ a: Traced, _ b: Traced, _ p: Traced) -> Traced

  private static let schedule = ClosedForm { follow(turns($0), at: $0, wave) }

  private static func wave(_ a: Traced, _ b: Traced, _ p: Traced) -> Traced {
    b + (a - b) * (1 + .cos(CosineWave.π * p)) / 2
  }

  private static func first(_ moment: ClosedForm.Moment) -> Traced {
    moment.η / moment["div-factor"]
  }

  /// The start, the top and the end. The rate turns at a step that need not be a whole number.
  private static func turns(_ moment: ClosedForm.Moment) -> [Turn] {
    let (first, count) = (first(moment), moment.given("total-steps"))
    return [
      (0, first), (moment.given("pct-start") * count - 1, moment.η),
      (count - 1, first / moment["final-div-factor"]),
    ]
  }

  private static func follow(
    _ turns: [Turn], at moment: ClosedForm.Moment, _ path: Path
  ) -> Traced {
    let step = Double(moment.number)
    guard let end = turns.indices.dropFirst().first(where: { step <= turns[$0].step }) else {
      return turns[turns.count - 1].rate
    }
    let (from, to) = (turns[end - 1], turns[end])
    let p = Traced((step - from.step) / (to.step - from.step)).named("p")
    return path(from.rate.named("a"), to.rate.named("b"), p)
  }

  private static let mistakesOfShape: [Variant] = [
    schedule.mistake(
      "every-epoch",
      en:
        "the schedule is advanced once in each epoch where it is to be advanced in every iteration",
      zh: "每轮才推进一次学习率调度，应当每次迭代一次"
    ) { moment in
      let held = moment.at(moment.number / Int(moment.given("iterations")))
      return follow(turns(held), at: held, wave)
    },
    schedule.mistake(
      "half-missing",
      en: "the wave is not halved: 1 + cos where (1 + cos)/2 belongs",
      zh: "漏了一半：1 + cos，应当是 (1 + cos)/2"
    ) {
      follow(turns($0), at: $0) { a, b, p in b + (a - b) * (1 + .cos(CosineWave.π * p)) }
    },
    schedule.mistake(
      "never-falls",
      en: "the rate stays at max_lr after the climb",
      zh: "上升之后学习率一直停在 max_lr"
    ) { follow(turns($0).dropLast(), at: $0, wave) },
  ]

  private static let mistakesOfTurns: [Variant] = [
    schedule.mistake(
      "turns-late",
      en:
        "the steps are counted from 1: the top is at pct_start·total_steps and the end at total_steps, where each belongs one step earlier",
      zh: "步数从 1 数起：峰值在 pct_start·total_steps，终点在 total_steps，都应当早一步"
    ) { moment in
      let late: [Turn] = turns(moment).enumerated().map { index, turn in
        (index == 0 ? 0 : turn.step + 1, turn.rate)
      }
      return follow(late, at: moment, wave)
    },
    schedule.mistake(
      "top-late",
      en: "the top is at pct_start·total_steps, where pct_start·total_steps − 1 belongs",
      zh: "峰值在 pct_start·total_steps，应当在 pct_start·total_steps − 1"
    ) { moment in
      var turns = turns(moment)
      turns[1].step += 1
      return follow(turns, at: moment, wave)
    },
    schedule.mistake(
      "end-from-top",
      en: "the last rate is max_lr/final_div_factor, where the first rate is to be divided",
      zh: "最后的学习率是 max_lr/final_div_factor，应当用最初的学习率去除"
    ) { moment in
      var turns = turns(moment)
      turns[2].rate = moment.η / moment["final-div-factor"]
      return follow(turns, at: moment, wave)
    },
    schedule.mistake(
      "end-at-start",
      en: "the rate goes down to the first one only: final_div_factor is not used",
      zh: "学习率只降到最初的值：没有用到 final_div_factor"
    ) { moment in
      var turns = turns(moment)
      turns[2].rate = first(moment)
      return follow(turns, at: moment, wave)
    },
    schedule.mistake(
      "starts-from-zero",
      en: "the climb starts from 0, where max_lr/div_factor belongs",
      zh: "从 0 开始上升，应当从 max_lr/div_factor 开始"
    ) { moment in
      var turns = turns(moment)
      turns[0].rate = 0
      return follow(turns, at: moment, wave)
    },
    schedule.mistake(
      "max-as-start",
      en:
        "the rate that is given is taken for the first one and the top is div_factor times that",
      zh: "把给定的学习率当成了最初的，峰值成了它的 div_factor 倍"
    ) { moment in
      let raised: [Turn] = turns(moment).map { ($0.step, $0.rate * moment["div-factor"]) }
      return follow(raised, at: moment, wave)
    },
  ]

  private static let dialects: [Variant] = [
    schedule.dialect(
      "linear",
      en:
        "the rate follows straight lines: PyTorch’s anneal_strategy=\"linear\", where cosines are asked for",
      zh: "学习率沿直线变化：即 PyTorch 的 anneal_strategy=\"linear\"，本题要求沿余弦"
    ) { follow(turns($0), at: $0) { a, b, p in a + (b - a) * p } },
    schedule.dialect(
      "three-phases",
      en:
        "the way down leads through the first rate after as long as the climb took: PyTorch’s three_phase=True",
      zh: "下降时先用与上升相同的时间回到最初的学习率：即 PyTorch 的 three_phase=True"
    ) { moment in
      var turns = turns(moment)
      turns.insert((2 * turns[1].step, first(moment)), at: 2)
      return follow(turns, at: moment, wave)
    },
  ]
}

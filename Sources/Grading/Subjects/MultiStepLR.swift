import Formulas
import Words

extension Subject {
  /// A rate that is lowered at chosen epochs, section 4.3 of the course, and what is known to go wrong with it.
  public static let multiStepLR = Subject(
    name: "multi-step-lr", title: Words(en: "MultiStepLR", zh: "指定间隔学习率衰减"),
    parameters: Parameter.ofSchedule(γ: 0.5) + [
      Parameter(list: "milestones", "milestones", [50, 125, 160], in: 1...1e6)
    ],
    steps: 200, objective: nil,
    aliases: aliasesOfRate,
    solve: { schedule.right($0) },
    variants: schedule.mistakes + schedule.mistakesOfDistance + ownMistakes,
    probes: {
      [.scheduleProbe(of: $0, ["learning-rate": [1], "gamma": [0.7], "milestones": [2, 4, 9]])]
    },
    draw: { exercise, generator in
      exercise.drawSchedule(using: &generator)
      let milestones = (2...14).map { Double($0) }.shuffled(using: &generator).prefix(3)
      exercise.numbers["milestones"] = milestones.sorted()
    },
    objection: { $0.objection(wholeNumbers: ["iterations", "milestones"]) })

  private static let schedule = Decay { exercise, epoch in
    exercise.list("milestones").count { $0 == Double(epoch) }
  }

  private static let ownMistakes: [Variant] = [
    schedule.mistake(
      "milestones-as-distances",
      en: "each milestone is counted from the one before, where all are counted from epoch 0",
      zh: "每个里程碑从上一个数起，应当都从第 0 轮数起"
    ) { epoch in
      var end = 0.0
      let changes = epoch.list("milestones").sorted().map { milestone in
        end += milestone
        return end
      }
      return epoch.lowered(epoch.η, times: changes.count { $0 == Double(epoch.number) })
    },
    schedule.mistake(
      "every-epoch-after",
      en: "from the first milestone on the rate is lowered in every epoch",
      zh: "从第一个里程碑起每一轮都衰减"
    ) { epoch in
      let first = epoch.list("milestones").min() ?? .infinity
      return epoch.lowered(epoch.η, times: Double(epoch.number) >= first ? 1 : 0)
    },
  ]
}

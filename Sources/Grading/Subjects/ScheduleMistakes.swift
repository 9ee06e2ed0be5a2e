import Formulas

/// What goes wrong with any schedule. The rates are those in force in an epoch, counted from 0.
extension Decay {
  var mistakes: [Variant] { mistakesOfTime + mistakesOfFactor }

  private var mistakesOfTime: [Variant] {
    [
      mistake(
        "one-epoch-late",
        en:
          "the rate changes one epoch late: epochs are numbered from 1, the rate is noted before it is changed, or > stands where ≥ belongs",
        zh: "学习率晚了一轮才变化：轮次从 1 编号，或者先记录后更新，或者把 ≥ 写成了 >"
      ) { $0.lowered($0.η, times: $0.changes(in: $0.number - 1)) },
      mistake(
        "one-epoch-early",
        en:
          "the rate changes one epoch early: scheduler.step() comes before the epoch’s training, or epoch + 1 is used",
        zh: "学习率早了一轮就变化：scheduler.step() 放在了本轮训练之前，或者用了 epoch + 1"
      ) { $0.lowered($0.η, times: $0.changes(in: $0.number + 1)) },
      mistake(
        "every-iteration",
        en: "the schedule is advanced in every iteration where it is to be advanced in every epoch",
        zh: "每次迭代都推进了学习率调度，应当每轮一次"
      ) { $0.lowered($0.η, times: $0.changes(advancing: $0.iterations)) },
      mistake(
        "every-iteration-at-end",
        en:
          "the schedule is advanced in every iteration where it is to be advanced in every epoch, and the rate is noted at the epoch’s end",
        zh: "每次迭代都推进了学习率调度，应当每轮一次；而且在一轮结束时才记录学习率"
      ) { $0.lowered($0.η, times: $0.changesToEnd(advancing: $0.iterations)) },
      mistake(
        "never-advanced",
        en: "the rate stays as it is: scheduler.step() is never called",
        zh: "学习率一直不变：没有调用 scheduler.step()"
      ) { $0.η },
    ]
  }

  private var mistakesOfFactor: [Variant] {
    [
      mistake(
        "factor-twice",
        en: "each change multiplies by γ twice",
        zh: "每次变化都乘了两次 γ"
      ) { $0.lowered($0.η, times: 2 * $0.changes(in: $0.number)) },
      mistake(
        "factor-on-decayed",
        en:
          "the factor of all changes so far is applied to the rate that is already lowered by them, in every epoch again; it belongs to the rate of the start",
        zh: "把到目前为止的全部衰减乘到了已经衰减的学习率上，而且每轮都乘；它应当乘在初始学习率上"
      ) { $0.lowered($0.η, times: $0.changesSoFar) },
      mistake(
        "get-lr",
        en:
          "in the epoch of a change the factor shows once more than it was applied, as PyTorch’s get_lr() tells when it is called from outside; get_last_lr() tells the rate",
        zh: "发生变化的那一轮多乘了一次 γ：在外部调用 PyTorch 的 get_lr() 会这样，应当用 get_last_lr()"
      ) { $0.lowered($0.η0, times: $0.changesSoFar + $0.changes(in: $0.number)) },
      mistake(
        "first-change-only",
        en: "every change sets the rate to η₀·γ: what was changed before is lost",
        zh: "每次变化都把学习率设为 η₀·γ：之前的变化丢失了"
      ) { $0.changes(in: $0.number) > 0 ? $0.η0 * $0.γ : $0.η },
      mistake(
        "complement",
        en:
          "the rate is lowered by the part γ, multiplied by 1 − γ, where it is to be multiplied by γ",
        zh: "学习率减去了 γ 这一部分，即乘以 1 − γ，应当乘以 γ"
      ) { $0.changes(in: $0.number) > 0 ? $0.η * (1 - $0.γ) : $0.η },
      mistake(
        "divided",
        en: "the rate is divided by γ where it is to be multiplied",
        zh: "学习率除以了 γ，应当乘以 γ"
      ) { $0.changes(in: $0.number) > 0 ? $0.η / $0.γ : $0.η },
    ]
  }

  /// What goes wrong where the rate stays the same in most epochs.
  var mistakesOfDistance: [Variant] {
    [
      mistake(
        "advanced-twice",
        en: "scheduler.step() is called twice in each epoch",
        zh: "每一轮调用了两次 scheduler.step()"
      ) { $0.lowered($0.η, times: $0.changes(advancing: 2)) },
      mistake(
        "factor-on-decayed-at-changes",
        en:
          "at each change the factor of all changes so far, γᵏ, is applied to the rate that is already lowered; it belongs to the rate of the start",
        zh: "每次变化时把到目前为止的全部衰减 γᵏ 乘到了已经衰减的学习率上；它应当乘在初始学习率上"
      ) { $0.changes(in: $0.number) > 0 ? $0.lowered($0.η, times: $0.changesSoFar) : $0.η },
    ]
  }
}

extension Exercise {
  /// Gives a schedule numbers of its own, except for when the rate changes.
  mutating func drawSchedule(using generator: inout SplitMix64) {
    steps = 20
    draw("learning-rate", from: [0.4, 0.5, 0.8, 1], using: &generator)
    draw("gamma", from: [0.2, 0.3, 0.4, 0.6, 0.7, 0.8], using: &generator)
  }
}

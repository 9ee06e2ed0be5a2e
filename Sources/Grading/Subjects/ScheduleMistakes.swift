import Formulas

/// What goes wrong with any schedule. The rates are those in force in an epoch, counted from 0.
enum ScheduleMistakes {
  /// Mistakes in when a schedule with a formula for each epoch is advanced.
  static let ofTime: [Variant] = [
    .mistake(
      "one-late", of: "η",
      "the rate comes one step of the schedule late: it is noted before scheduler.step(), or counted from 1",
      "学习率晚了一步：在 scheduler.step() 之前记录，或者从 1 数起",
      late),
    .mistake(
      "one-early", of: "η",
      "the rate comes one step of the schedule early: scheduler.step() comes before the training, or e + 1 is used",
      "学习率早了一步：scheduler.step() 放在了训练之前，或者用了 e + 1",
      early),
    .mistake(
      "advanced-twice", of: "η",
      "scheduler.step() is called twice where it is to be called once",
      "应当调用一次 scheduler.step()，却调用了两次",
      twice),
    .mistake(
      "never-advanced", of: "η",
      "the rate stays that of the first epoch: scheduler.step() is never called",
      "学习率一直是第一轮的：没有调用 scheduler.step()",
      never),
  ]

  /// Mistakes with such a schedule that is to be advanced in every epoch: those, and others.
  static let ofEpochs: [Variant] =
    ofTime + everyIteration + [
      .mistake(
        "factor-on-decayed",
        "the factor of the epoch is applied to the rate of the epoch before; it belongs to the rate of the start",
        "把本轮的系数乘到了上一轮的学习率上；它应当乘在初始学习率上",
        .replace("η") { $0.right.replacing("η", by: $0.η) })
    ]

  /// Mistakes in when a schedule is advanced that makes each rate from the one before.
  static let ofDecayTime: [Variant] =
    [
      .mistake(
        "one-epoch-late", of: "η",
        "the rate changes one epoch late: epochs are numbered from 1, the rate is noted before it is changed, or > stands where ≥ belongs",
        "学习率晚了一轮才变化：轮次从 1 编号，或者先记录后更新，或者把 ≥ 写成了 >",
        late),
      .mistake(
        "one-epoch-early", of: "η",
        "the rate changes one epoch early: scheduler.step() comes before the epoch’s training, or epoch + 1 is used",
        "学习率早了一轮就变化：scheduler.step() 放在了本轮训练之前，或者用了 epoch + 1",
        early),
    ] + everyIteration + [
      .mistake(
        "never-advanced", of: "η",
        "the rate stays as it is: scheduler.step() is never called",
        "学习率一直不变：没有调用 scheduler.step()",
        never)
    ]

  private static let everyIteration: [Variant] = [
    .mistake(
      "every-iteration", of: "η",
      "the schedule is advanced in every iteration where it is to be advanced in every epoch",
      "每次迭代都推进了学习率调度，应当每轮一次",
      .clock { epoch, exercise in epoch * Int(exercise["iterations"]) }),
    .mistake(
      "every-iteration-at-end", of: "η",
      "the schedule is advanced in every iteration where it is to be advanced in every epoch, and the rate is noted at the epoch’s end",
      "每次迭代都推进了学习率调度，应当每轮一次；而且在一轮结束时才记录学习率",
      .clock { epoch, exercise in (epoch + 1) * Int(exercise["iterations"]) }),
  ]

  private static let late = Edit.clock { epoch, _ in max(0, epoch - 1) }
  private static let early = Edit.clock { epoch, _ in epoch + 1 }
  static let twice = Edit.clock { epoch, _ in 2 * epoch }
  private static let never = Edit.clock { _, _ in 0 }
}

extension Edit {
  /// The right rate with parts of its formula exchanged, from the outside in.
  static func rewrite(_ change: @escaping @Sendable (Traced) -> Traced?) -> Edit {
    .replace("η") { $0.right.rewriting(change) }
  }
}

extension Traced {
  /// The formula with divisions by a quantity where it is multiplied by it.
  func dividing(by symbol: Symbol) -> Traced {
    rewriting { part in
      part.calculation == .product && part.operands[1].symbol == symbol
        ? part.operands[0].dividing(by: symbol) / part.operands[1] : nil
    }
  }

  /// What a difference subtracts from; nil for all else.
  var minuend: Traced? { calculation == .difference ? operands[0] : nil }
}

extension Scope {
  /// The number of the epoch that is shown.
  var epoch: Traced { Traced(Double(step.number)) }

  /// The number n of epochs that an exercise gives, which was given larger or smaller.
  func nGiven(plus difference: Double) -> Traced {
    Traced(assignment["total-iters"] + difference).named("n")
  }
}

import Formulas
import Lecture
import LessonsShared
import Words

/// How the runs end, in words.
extension SchedulesLesson {
  /// Where the runs end, and what the schedules had to do with it; nil where all diverge.
  func outcome(of runs: [ScheduleRun]) -> Words? {
    let ends = runs.filter { $0.divergence == nil }.map { run -> Words in
      "\(run.kind.name) \(run.end, .rounded)"
    }
    guard !ends.isEmpty else { return nil }
    let list = ends.joined(separator: Words(en: ", ", zh: "，"))
    return Words(
      en: "After \(counted(epochs, "epoch")) |w| is: \(list). \(benefit(of: runs))",
      zh: "\(epochs) 轮之后的 |w|：\(list)。\(benefit(of: runs))")
  }

  /// Whether lowering the rate saved the run, hastened it or slowed it down.
  private func benefit(of runs: [ScheduleRun]) -> Words {
    guard start != 0 else {
      return Words(
        en: "The weight starts at the minimum, where the gradient is 0: no rate moves it.",
        zh: "权重从最小值出发，那里梯度为 0，学习率是多少都不会动。")
    }
    let scheduled = runs.filter(\.isScheduled)
    let end = runs.first { !$0.isScheduled }?.end ?? .infinity
    guard end < start.magnitude else {
      return rescue(by: scheduled.filter { $0.end < start.magnitude })
    }
    let nearer = scheduled.filter { $0.end < end }
    if learningRate > swingingRates.upperBound, !nearer.isEmpty { return haste(of: nearer) }
    let tiny = min(learningRate, swingingRates.lowerBound)
    return calm(scheduled.filter { $0.end > end && $0.rates.contains { $0 < tiny } })
  }

  private func names(of runs: [ScheduleRun]) -> Words {
    runs.map(\.kind.name).joined(separator: Words(en: ", ", zh: "、"))
  }

  /// What a constant rate that is too high makes of the run.
  private func rescue(by runs: [ScheduleRun]) -> Words {
    let (η, limit, list) = (learningRate, limitOfRates, names(of: runs))
    let problem =
      η >= limit
      ? Words(
        en: """
          A constant η from 2·(1 + β)/L″ = \(limit, .rounded) on never comes to the minimum, and \
          η₀ = \(η, .rounded) is no lower.
          """,
        zh: "固定的 η 达到 2·(1 + β)/L″ = \(limit, .rounded) 就不会收敛，而这里的 η₀ = \(η, .rounded) 并不比它小。")
      : Words(
        en: "With the constant η = \(η, .rounded) the weight has not come nearer to the minimum.",
        zh: "固定 η = \(η, .rounded) 时，权重并没有更接近最小值。")
    let help =
      switch (runs.isEmpty, η >= limit) {
      case (true, _):
        Words(en: "No schedule brought the weight nearer either.", zh: "各种衰减也没有让权重更接近最小值。")
      case (false, true):
        Words(en: "Here the schedule alone saves the run: \(list).", zh: "这里全靠衰减才得以收敛：\(list)。")
      case (false, false): Words(en: "It did with: \(list).", zh: "更接近最小值的有：\(list)。")
      }
    return Words(en: "\(problem) \(help)", zh: "\(problem)\(help)")
  }

  /// Rates at which the weight still swings, but shrinks the less the higher they are.
  private func haste(of runs: [ScheduleRun]) -> Words {
    let (η, limit, list) = (learningRate, swingingRates.upperBound, names(of: runs))
    return Words(
      en: """
        Above η = (1 + √β)²/L″ = \(limit, .rounded) the weight shrinks the less the higher the rate, and \
        η₀ = \(η, .rounded) is above it: lowering it pays even without noise. Nearer to the minimum than \
        with a constant η: \(list).
        """,
      zh: """
        η 大于 (1 + √β)²/L″ = \(limit, .rounded) 时，学习率越大权重缩小得越慢，而 η₀ = \(η, .rounded) 超过了它：\
        即使没有噪声，降低学习率也有好处。比固定 η 更接近最小值的有：\(list)。
        """)
  }

  /// Where a constant rate does as well as any.
  private func calm(_ slowed: [ScheduleRun]) -> Words {
    let list = names(of: slowed)
    let slowing =
      slowed.isEmpty
      ? Words(en: ".", zh: "。")
      : Words(
        en: ", and a rate that has become tiny only slows the end down (\(list)).",
        zh: "，学习率太小反而拖慢后期（\(list)）。")
    return Words(
      en: """
        There is no noise here: gradients are exact, so a schedule has nothing to calm\(slowing) Where \
        mini-batches make gradients noisy, a constant rate keeps shaking the weight, and lowering it pays.
        """,
      zh: """
        这里没有噪声，梯度是精确的，衰减并没有什么需要平息的\(slowing)\
        小批量的梯度带有噪声，固定的学习率会让权重抖动不止，这时降低学习率才有好处。
        """)
  }

  /// Says of a run that it diverges, and which option is to blame; nil where it does not.
  func divergence(of run: ScheduleRun) -> Words? {
    let isTooHigh = run.rates.contains { $0 >= limitOfRates }
    guard run.divergence != nil || isTooHigh && run.end > start.magnitude else { return nil }
    let end =
      run.divergence.map {
        Words(
          en: "in epoch \($0) the weight is no longer a finite number", zh: "第 \($0) 轮的权重已不是有限的数")
      } ?? Words(en: "at the end |w| is \(run.end, .rounded)", zh: "最后 |w| 为 \(run.end, .rounded)")
    // A rate that grows becomes too large sooner or later, however small it was.
    let grows =
      learningRate < swingingRates.upperBound && run.rates.contains { $0 > learningRate }
    let factor = run.kind == .exponential ? "--exponential-gamma" : "--gamma"
    let option = grows ? factor : "--learning-rate"
    return Words(
      en: "\(run.kind.name): the run diverges, \(end). A smaller \(option) helps.",
      zh: "\(run.kind.name)：运行发散，\(end)。请减小 \(option)。")
  }
}

import Descent
import Formulas
import LessonsShared
import Words

/// The course's conclusions (section 3.3.6) beside the numbers.
extension OptimizersLesson {
  /// - Parameter contests: those of all terrains.
  func judgements(on contests: [[Contest]]) -> [Conclusion] {
    let all = contests.flatMap(\.self)
    return [
      speed(in: all), acceleration(in: all), swinging(in: all), stalling(in: all),
      vigour(in: all),
      versatility(in: all, fastest: Set(contests.compactMap { $0.arrived.first?.contestant })),
    ]
  }

  private func speed(in contests: [Contest]) -> Conclusion {
    let mastered = contests.mastered(by: .gradientDescent)
    let others = Contestant.allCases.dropFirst().map { contests.mastered(by: $0) }
    let (least, most) = (others.min() ?? 0, others.max() ?? 0)
    let all = Terrain.allCases.count
    return Conclusion(
      statement: Words(en: "Gradient descent is simple, but slow.", zh: "梯度下降简单，但收敛较慢。"),
      numbers: Words(
        en:
          "it masters \(mastered) of \(all) terrains in \(counted(steps, "step")), the others \(least) to \(most).",
        zh: "它在 \(steps) 步内通过 \(all) 种地形中的 \(mastered) 种，其他方法通过 \(least) 至 \(most) 种。"),
      verdict: Conclusion.Verdict(most, isAbove: mastered))
  }

  private func acceleration(in contests: [Contest]) -> Conclusion {
    let (momentum, plain) = (contests.of(.momentum), contests.of(.gradientDescent))
    func text(_ arrival: Int?) -> String { arrival.map(String.init) ?? "–" }
    let list = zip(momentum, plain).map { momentum, plain -> Words in
      "\(momentum.terrain.name) \(text(momentum.arrival)) / \(text(plain.arrival))"
    }.joined(separator: Words(en: ", ", zh: "，"))
    let isSlowerSomewhere = zip(momentum, plain).contains {
      $0.arrival ?? .max > $1.arrival ?? .max
    }
    let isSame = momentum.map(\.arrival) == plain.map(\.arrival)
    return Conclusion(
      statement: Words(
        en: "Momentum is faster than gradient descent with the same rate.",
        zh: "学习率相同时，Momentum 比梯度下降收敛更快。"),
      numbers: Words(
        en:
          "steps of Momentum / gradient descent: \(list) (– is not in \(counted(steps, "step"))).",
        zh: "Momentum / 梯度下降所用步数：\(list)（– 表示 \(steps) 步内没有通过）。"),
      verdict: isSlowerSomewhere ? .disagrees : isSame ? .undecided : .agrees)
  }

  private func swinging(in contests: [Contest]) -> Conclusion {
    func crossings(_ contestant: Contestant) -> Int {
      contests.of(contestant, on: .ravine).crossings(of: \.y)
    }
    let (momentum, plain) = (crossings(.momentum), crossings(.gradientDescent))
    return Conclusion(
      statement: Words(
        en: "Momentum swings less, above all where the loss is steep.",
        zh: "Momentum 能减少震荡，特别是在高曲率区域。"),
      numbers: Words(
        en: """
          across the ravine Momentum changes sides \(counted(momentum, "time")), gradient descent \(counted(plain, "time")). Momentum can average out \
          swings that come from noise or from a rate that is too large; with a rate that is low enough it brings swings of its own.
          """,
        zh: """
          在峡谷的横向上，Momentum 换边 \(momentum) 次，梯度下降 \(plain) 次。动量能平均掉噪声或过大学习率引起的震荡；\
          学习率本来就够小时，它反而带来自己的摆动。
          """),
      verdict: Conclusion.Verdict(plain, isAbove: momentum))
  }

  /// The same rule with and without forgetting: AdaGrad beside RMSProp.
  private func stalling(in contests: [Contest]) -> Conclusion {
    let contest = contests.of(.adaGrad, on: .ravine)
    let text = Numerals.rounded.text
    let x = text(contest.path.last?.x ?? 0)
    var numbers = Words(en: "its numbers are too large for a double.", zh: "它的数值超出双精度的范围。")
    if let first = contest.effectiveRates.first, let last = contest.effectiveRates.last {
      let rates = [first, last].map { text($0[0]) }
      numbers = Words(
        en:
          "in the ravine its effective rate for x goes from \(rates[0]) to \(rates[1]), and the run ends at x = \(x).",
        zh: "在峡谷中，x 方向的有效学习率从 \(rates[0]) 变为 \(rates[1])，最后到达 x = \(x)。")
    }
    let larger = 10 * adaptiveRate
    let faster = Contest(
      .adaGrad, with: AdaGrad(η: larger), on: .ravine, from: Terrain.ravine.start, steps: steps)
    if contest.arrival == nil, let step = faster.arrival {
      let (rate, count) = (text(larger), counted(step, "step"))
      numbers = Words(
        en:
          "\(numbers) With --adaptive-rate \(rate) it would master the ravine after \(count): its steps shrink anyway.",
        zh: "\(numbers)若取 --adaptive-rate \(rate)，它 \(step) 步就能通过峡谷，反正步子会越来越小。")
    }
    let rivalArrives = contests.of(.rmsProp, on: .ravine).arrival != nil
    return Conclusion(
      statement: Words(
        en: "AdaGrad’s rate falls all the time, so that it may stall.",
        zh: "AdaGrad 的学习率一直下降，可能过早停滞。"),
      numbers: numbers,
      verdict: contest.arrival != nil ? .disagrees : rivalArrives ? .agrees : .undecided)
  }

  private func vigour(in contests: [Contest]) -> Conclusion {
    let steps = [Contestant.rmsProp, .adam].map { contests.of($0, on: .localMinimum).lastStep }
    let texts = steps.map(Numerals.rounded.text)
    return Conclusion(
      statement: Words(
        en: "RMSProp does not stall, but may move too vigorously.",
        zh: "RMSProp 不会过早停滞，但更新可能过于激进。"),
      numbers: Words(
        en: """
          on the terrain with the local minimum its last step is \(texts[0]) long, that of Adam \(texts[1]). Close to a minimum \
          the root of s is as small as the gradient, and it can hop from side to side by a good part of η: lower the rate in time \
          (lesson-schedules).
          """,
        zh: """
          在有局部最小值的地形上，它的最后一步长 \(texts[0])，Adam 的最后一步长 \(texts[1])。靠近最小值时 √s 与梯度一样小，\
          它可能以接近 η 的步长来回跳动，应及时降低学习率（见 lesson-schedules）。
          """),
      verdict: Conclusion.Verdict(steps[0], isAbove: steps[1]))
  }

  /// The course says most tasks, so most terrains decide.
  ///
  /// - Parameter fastest: who masters some terrain first.
  private func versatility(in contests: [Contest], fastest: Set<Contestant>) -> Conclusion {
    let counts = Contestant.allCases.map { ($0, contests.mastered(by: $0)) }
    let list = counts.map { contestant, count -> Words in "\(contestant.name) \(count)" }
      .joined(separator: Words(en: ", ", zh: "，"))
    let lesson =
      fastest.count < 2
      ? Words(en: ".", zh: "。")
      : Words(
        en: "; what they show is that the fastest optimizer depends on the terrain.",
        zh: "，但可以看出：哪种方法最快，取决于地形。")
    return Conclusion(
      statement: Words(
        en: "Adam does well on most tasks and is the usual choice.",
        zh: "Adam 在大部分任务上都表现优秀，是最常用的选择。"),
      numbers: Words(
        en:
          "terrains mastered, of \(Terrain.allCases.count): \(list). Four small terrains without noise are no deep network\(lesson)",
        zh: "\(Terrain.allCases.count) 种地形中，各方法通过的数目是：\(list)。四个没有噪声的小地形不能代表深层网络\(lesson)"),
      verdict: counts.allSatisfy { $0.1 == 0 }
        ? .undecided
        : 2 * contests.mastered(by: .adam) > Terrain.allCases.count ? .agrees : .disagrees)
  }
}

extension [Contest] {
  /// An optimizer's contests, in the order of the terrains.
  fileprivate func of(_ contestant: Contestant) -> [Contest] {
    filter { $0.contestant == contestant }
  }

  fileprivate func of(_ contestant: Contestant, on objective: Objective) -> Contest {
    guard let contest = of(contestant).first(where: { $0.terrain.objective == objective }) else {
      preconditionFailure("Every optimizer runs on every terrain.")
    }
    return contest
  }

  /// How many terrains an optimizer masters.
  fileprivate func mastered(by contestant: Contestant) -> Int { of(contestant).arrived.count }
}

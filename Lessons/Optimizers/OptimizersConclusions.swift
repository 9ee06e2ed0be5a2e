import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// A statement of the course, what the numbers of this run are, and whether they bear it out.
struct Conclusion {
  enum Verdict { case agrees, disagrees, undecided }

  var statement: Words
  var numbers: Words
  var verdict: Verdict

  var text: Words {
    let connection =
      switch verdict {
      case .agrees: Words(en: " So it is here: ", zh: "这里正是如此：")
      case .disagrees: Words(en: " Not so here: ", zh: "这里并非如此：")
      case .undecided: Words(en: " This run does not decide it: ", zh: "这次运行看不出来：")
      }
    return "\(statement)\(connection)\(numbers)"
  }
}

extension Conclusion.Verdict {
  /// Agrees where the first of two numbers is larger, and decides nothing where they are equal.
  fileprivate init<Number: Comparable>(_ a: Number, isAbove b: Number) {
    self = a > b ? .agrees : a < b ? .disagrees : .undecided
  }
}

/// The course's conclusions (section 3.3.6) beside the numbers.
extension OptimizersLesson {
  /// - Parameter contests: those of all terrains, in their order.
  @Document.Parts
  func conclusions(from contests: [[Contest]]) -> [Block] {
    Block.heading(Words(en: "What the course concludes", zh: "课程的小结与这里的数值"))
    judgements(on: contests).map { Block.prose($0.text) }
  }

  func judgements(on contests: [[Contest]]) -> [Conclusion] {
    let season = Season(terrains: Terrain.allCases, contests: contests)
    return [
      speed(in: season), acceleration(in: season), swinging(in: season), stalling(in: season),
      vigour(in: season), versatility(in: season),
    ]
  }

  private func speed(in season: Season) -> Conclusion {
    let mastered = season.mastered(by: .gradientDescent)
    let others = Contestant.allCases.dropFirst().map { season.mastered(by: $0) }
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

  private func acceleration(in season: Season) -> Conclusion {
    let pairs = Terrain.allCases.map { terrain in
      [Contestant.momentum, .gradientDescent].map { season.arrival(of: $0, on: terrain) }
    }
    let list = zip(Terrain.allCases, pairs).map { terrain, arrivals -> Words in
      let steps = arrivals.map { $0.map(String.init) ?? "–" }
      return "\(terrain.name) \(steps[0]) / \(steps[1])"
    }.joined(separator: Words(en: ", ", zh: "，"))
    let (momentum, plain) = (pairs.map { $0[0] ?? .max }, pairs.map { $0[1] ?? .max })
    let isSlowerSomewhere = zip(momentum, plain).contains { $0 > $1 }
    return Conclusion(
      statement: Words(
        en: "Momentum is faster than gradient descent with the same rate.",
        zh: "学习率相同时，Momentum 比梯度下降收敛更快。"),
      numbers: Words(
        en:
          "steps of Momentum / gradient descent: \(list) (– is not in \(counted(steps, "step"))).",
        zh: "Momentum / 梯度下降所用步数：\(list)（– 表示 \(steps) 步内没有通过）。"),
      verdict: isSlowerSomewhere ? .disagrees : momentum == plain ? .undecided : .agrees)
  }

  private func swinging(in season: Season) -> Conclusion {
    func crossings(_ contestant: Contestant) -> Int {
      season.contest(of: contestant, on: .ravine).crossings(of: \.y)
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
  private func stalling(in season: Season) -> Conclusion {
    let contest = season.contest(of: .adaGrad, on: .ravine)
    let text = Numerals.rounded.text
    let rates = [contest.effectiveRates.first?.first, contest.effectiveRates.last?.first]
      .compactMap(\.self).map(text)
    let x = text(contest.path.last?.x ?? 0)
    let course =
      rates.isEmpty
      ? Words(en: "its numbers are too large for a double.", zh: "它的数值超出双精度的范围。")
      : Words(
        en:
          "in the ravine its effective rate for x goes from \(rates[0]) to \(rates[1]), and the run ends at x = \(x).",
        zh: "在峡谷中，x 方向的有效学习率从 \(rates[0]) 变为 \(rates[1])，最后到达 x = \(x)。")
    let larger = 10 * adaptiveRate
    let faster = Contest(
      .adaGrad, with: AdaGrad(η: larger), on: .ravine, from: Terrain.ravine.start, steps: steps)
    let arrivals = [contest, season.contest(of: .rmsProp, on: .ravine), faster].map {
      $0.arrival(below: Terrain.ravine.goal)
    }
    let remedy =
      arrivals[0] != nil
      ? nil
      : arrivals[2].map { step in
        let rate = text(larger)
        return Words(
          en:
            " With --adaptive-rate \(rate) it would master the ravine after \(counted(step, "step")): its steps shrink anyway.",
          zh: "若取 --adaptive-rate \(rate)，它 \(step) 步就能通过峡谷，反正步子会越来越小。")
      }
    return Conclusion(
      statement: Words(
        en: "AdaGrad’s rate falls all the time, so that it may stall.",
        zh: "AdaGrad 的学习率一直下降，可能过早停滞。"),
      numbers: "\(course)\(remedy ?? "")",
      verdict: arrivals[0] != nil ? .disagrees : arrivals[1] == nil ? .undecided : .agrees)
  }

  private func vigour(in season: Season) -> Conclusion {
    let terrain = Terrain.localMinimum
    let (rms, adam) = (
      season.contest(of: .rmsProp, on: terrain), season.contest(of: .adam, on: terrain)
    )
    let steps = [rms, adam].map { Numerals.rounded.text($0.lastStep) }
    return Conclusion(
      statement: Words(
        en: "RMSProp does not stall, but may move too vigorously.",
        zh: "RMSProp 不会过早停滞，但更新可能过于激进。"),
      numbers: Words(
        en: """
          on the terrain with the local minimum its last step is \(steps[0]) long, that of Adam \(steps[1]). Close to a minimum \
          the root of s is as small as the gradient, and it can hop from side to side by a good part of η: lower the rate in time \
          (lesson-schedules).
          """,
        zh: """
          在有局部最小值的地形上，它的最后一步长 \(steps[0])，Adam 的最后一步长 \(steps[1])。靠近最小值时 √s 与梯度一样小，\
          它可能以接近 η 的步长来回跳动，应及时降低学习率（见 lesson-schedules）。
          """),
      verdict: Conclusion.Verdict(rms.lastStep, isAbove: adam.lastStep))
  }

  /// The course says most tasks, so most terrains decide.
  private func versatility(in season: Season) -> Conclusion {
    let counts = Contestant.allCases.map { ($0, season.mastered(by: $0)) }
    let list = counts.map { contestant, count -> Words in "\(contestant.name) \(count)" }
      .joined(separator: Words(en: ", ", zh: "，"))
    let fastest = Set(Terrain.allCases.compactMap(season.fastest))
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
        : 2 * season.mastered(by: .adam) > Terrain.allCases.count ? .agrees : .disagrees)
  }
}

/// The contests on all terrains.
private struct Season {
  var terrains: [Terrain]
  var contests: [[Contest]]

  func contest(of contestant: Contestant, on terrain: Terrain) -> Contest {
    let row = zip(terrains, contests).first { $0.0 == terrain }?.1 ?? []
    guard let contest = row.first(where: { $0.contestant == contestant }) else {
      preconditionFailure("Every optimizer runs on every terrain.")
    }
    return contest
  }

  func arrival(of contestant: Contestant, on terrain: Terrain) -> Int? {
    contest(of: contestant, on: terrain).arrival(below: terrain.goal)
  }

  func mastered(by contestant: Contestant) -> Int {
    terrains.count { arrival(of: contestant, on: $0) != nil }
  }

  /// Who masters a terrain first; nil where nobody does.
  func fastest(on terrain: Terrain) -> Contestant? {
    let arrivals = Contestant.allCases.compactMap { contestant in
      arrival(of: contestant, on: terrain).map { (contestant, $0) }
    }
    return arrivals.min { $0.1 < $1.1 }?.0
  }
}

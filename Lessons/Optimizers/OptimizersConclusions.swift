import Formulas
import Lecture

/// A statement of the course, what the numbers of this run are, and whether they bear it out.
struct Conclusion {
  var statement: String
  var numbers: String
  var holds: Bool

  func text(in language: Language) -> String {
    statement
      + (holds
        ? language(en: " So it is here: ", zh: "这里正是如此：")
        : language(en: " Not so here: ", zh: "这里并非如此："))
      + numbers
  }
}

/// The course's conclusions (section 3.3.6) beside the numbers.
extension OptimizersLesson {
  /// - Parameter contests: those of all terrains, in their order.
  func conclusions(from contests: [[Contest]], in language: Language) -> [Document.Block] {
    let season = Season(terrains: Terrain.allCases, contests: contests)
    return [
      .heading(language(en: "What the course concludes", zh: "课程的小结与这里的数值"))
    ]
      + [
        speed(in: season, language), acceleration(in: season, language),
        swinging(in: season, language), stalling(in: season, language),
        vigour(in: season, language), versatility(in: season, language),
      ].map { .prose($0.text(in: language)) }
  }

  private func speed(in season: Season, _ language: Language) -> Conclusion {
    let mastered = season.mastered(by: .gradientDescent)
    let others = Contestant.allCases.dropFirst().map { season.mastered(by: $0) }
    let all = Terrain.allCases.count
    return Conclusion(
      statement: language(
        en: "Gradient descent is simple, but slow.", zh: "梯度下降简单，但收敛较慢。"),
      numbers: language(
        en:
          "it masters \(mastered) of \(all) terrains in \(steps) steps, the others \(others.min() ?? 0) to \(others.max() ?? 0).",
        zh:
          "它在 \(steps) 步内通过 \(all) 种地形中的 \(mastered) 种，其他方法通过 \(others.min() ?? 0) 至 \(others.max() ?? 0) 种。"
      ),
      holds: mastered < others.max() ?? 0)
  }

  private func acceleration(in season: Season, _ language: Language) -> Conclusion {
    let pairs = Terrain.allCases.map { terrain in
      [Contestant.momentum, .gradientDescent].map { season.arrival(of: $0, on: terrain) }
    }
    let list = zip(Terrain.allCases, pairs).map { terrain, arrivals in
      let steps = arrivals.map { $0.map(String.init) ?? "–" }
      return "\(terrain.name(in: language)) \(steps[0]) / \(steps[1])"
    }.joined(separator: language(en: ", ", zh: "，"))
    return Conclusion(
      statement: language(
        en: "Momentum is faster than gradient descent with the same rate.",
        zh: "学习率相同时，Momentum 比梯度下降收敛更快。"),
      numbers: language(
        en: "steps of Momentum / gradient descent: \(list) (– is never).",
        zh: "Momentum / 梯度下降所用步数：\(list)（– 表示没有通过）。"),
      holds: pairs.allSatisfy { $0[0] ?? .max <= $0[1] ?? .max })
  }

  private func swinging(in season: Season, _ language: Language) -> Conclusion {
    func crossings(_ contestant: Contestant) -> Int {
      season.contest(of: contestant, on: .ravine).crossings(of: \.y)
    }
    let (momentum, plain) = (crossings(.momentum), crossings(.gradientDescent))
    return Conclusion(
      statement: language(
        en: "Momentum swings less, above all where the loss is steep.",
        zh: "Momentum 能减少震荡，特别是在高曲率区域。"),
      numbers: language(
        en:
          "across the ravine Momentum changes sides \(momentum) times, gradient descent \(plain) times. Momentum averages out "
          + "swings that come from noise or from a rate that is too large; with a rate that is low enough it brings swings of its own.",
        zh: "在峡谷的横向上，Momentum 换边 \(momentum) 次，梯度下降 \(plain) 次。动量能平均掉噪声或过大学习率引起的震荡；"
          + "学习率本来就够小时，它反而带来自己的摆动。"),
      holds: momentum < plain)
  }

  private func stalling(in season: Season, _ language: Language) -> Conclusion {
    let contest = season.contest(of: .adaGrad, on: .ravine)
    let rates = [contest.effectiveRates.first, contest.effectiveRates.last].map {
      Numerals.rounded.text($0 ?? adaptiveRate)
    }
    let x = Numerals.rounded.text(contest.path.last?.x ?? 0)
    return Conclusion(
      statement: language(
        en: "AdaGrad’s rate falls all the time, so that it may stall.",
        zh: "AdaGrad 的学习率一直下降，可能过早停滞。"),
      numbers: language(
        en:
          "in the ravine its effective rate for x goes from \(rates[0]) to \(rates[1]), and the run ends at x = \(x). A larger "
          + "--adaptive-rate is what it needs: its steps shrink anyway.",
        zh: "在峡谷中，x 方向的有效学习率从 \(rates[0]) 变为 \(rates[1])，最后停在 x = \(x)。"
          + "它需要更大的 --adaptive-rate，因为步子反正会越来越小。"),
      holds: contest.arrival(below: Terrain.ravine.goal) == nil)
  }

  private func vigour(in season: Season, _ language: Language) -> Conclusion {
    let terrain = Terrain.localMinimum
    let (rms, adam) = (
      season.contest(of: .rmsProp, on: terrain), season.contest(of: .adam, on: terrain)
    )
    let steps = [rms, adam].map { Numerals.rounded.text($0.lastStep) }
    return Conclusion(
      statement: language(
        en: "RMSProp does not stall, but may move too vigorously.",
        zh: "RMSProp 不会过早停滞，但更新可能过于激进。"),
      numbers: language(
        en:
          "in the valley of the local minimum its last step is still \(steps[0]) long, that of Adam \(steps[1]). Close to a minimum "
          + "the root of s is as small as the gradient, and it hops from side to side by a good part of η: lower the rate in time (lesson-schedules).",
        zh: "在局部最小值所在的谷底，它的最后一步仍有 \(steps[0]) 长，Adam 为 \(steps[1])。靠近最小值时 √s 与梯度一样小，"
          + "于是以接近 η 的步长来回跳动，应及时降低学习率（见 lesson-schedules）。"),
      holds: rms.lastStep > adam.lastStep)
  }

  private func versatility(in season: Season, _ language: Language) -> Conclusion {
    let counts = Contestant.allCases.map { ($0, season.mastered(by: $0)) }
    let best = counts.map(\.1).max() ?? 0
    let list = counts.map { "\($0.name(in: language)) \($1)" }
      .joined(separator: language(en: ", ", zh: "，"))
    return Conclusion(
      statement: language(
        en: "Adam does well on most tasks and is the usual choice.",
        zh: "Adam 在大部分任务上都表现优秀，是最常用的选择。"),
      numbers: language(
        en:
          "terrains mastered: \(list). Four small terrains without noise are no deep network; what they show is that the best "
          + "optimizer depends on the terrain and on the rate.",
        zh: "通过的地形数：\(list)。四个没有噪声的小地形不能代表深层网络，但可以看出：哪种方法最好，取决于地形和学习率。"),
      holds: season.mastered(by: .adam) == best)
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
}

import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says in words, formulas and numbers.
extension OptimizersLesson {
  func introduction(in language: Language) -> String {
    let (η, adaptive) = (Numerals.rounded.text(learningRate), Numerals.rounded.text(adaptiveRate))
    return language(
      en:
        "Six optimizers take \(counted(steps, "step")) each, from the same start, on the terrains where the course says that gradient "
        + "descent has a hard time (section 3.3). Gradient descent, Momentum and Nesterov, whose steps grow with the "
        + "gradient, have η = \(η); AdaGrad, RMSProp and Adam, whose steps hardly depend on its size, have η = \(adaptive). "
        + "The rates are the same on all terrains: none was tuned for a victory.",
      zh: "六种优化方法在课程 3.3 节提到的几种困难地形上，从同一点出发各走 \(steps) 步。梯度下降、Momentum、Nesterov "
        + "的步长随梯度变化，取 η = \(η)；AdaGrad、RMSProp、Adam 的步长几乎与梯度大小无关，取 η = \(adaptive)。"
        + "所有地形用同样的学习率，没有为任何一种方法单独调参。")
  }

  /// What each optimizer does to x, from its own code, after the gradient that all of them get.
  func rules(in language: Language) -> [(formula: String, meaning: String)] {
    let gradient = language(
      en: "the slope along x before the step; for y likewise", zh: "这一步之前沿 x 方向的偏导数；y 同理")
    return [("gₜ = ∂L/∂x", gradient)]
      + Contestant.allCases.flatMap { contestant in
        let name = contestant.name(in: language)
        return rules(of: optimizer(of: contestant)).enumerated().map { ($1, $0 == 0 ? name : "") }
      }
  }

  private func rules(of optimizer: some Optimizer<Traced>) -> [String] {
    let step = Step(2)
    let trace = descend(
      on: .ravine, from: Terrain.ravine.start.map { Traced($0) }, with: optimizer,
      steps: step.number)
    // The gradient comes first; its formula here is that of the ravine.
    return trace.rows[step.number].quantities().dropFirst().map { $0.value.rule(at: step).text }
  }

  func section(
    on terrain: Terrain, of contests: [Contest], in language: Language
  ) -> [Document.Block] {
    [
      .heading(terrain.name(in: language)), .prose(setting(of: terrain, in: language)),
      .table(
        table(of: contests, on: terrain, in: language),
        name: "\(Self.name)-\(terrain.rawValue)"),
      .prose(result(of: contests, on: terrain, in: language)),
    ] + remarks(on: terrain, of: contests, in: language).map { .prose($0) } + [
      .figure(
        figure(of: contests, on: terrain, in: language),
        name: "\(Self.name)-\(terrain.rawValue)")
    ]
  }

  /// What is worth saying of a terrain besides.
  private func remarks(
    on terrain: Terrain, of contests: [Contest], in language: Language
  ) -> [String] {
    switch terrain {
    case .ravine: [jump(in: contests, language)].compactMap(\.self)
    case .saddle: [ridge(in: language)]
    case .plateau, .localMinimum: []
    }
  }

  /// The start as a point: (−4, 1.5).
  func point(_ coordinates: [Double]) -> Mathematics {
    .parentheses(.joined(coordinates.map(Numerals.rounded.mathematics), by: .comma))
  }

  private func setting(of terrain: Terrain, in language: Language) -> String {
    let goal = Numerals.rounded.text(terrain.goal)
    return language(
      en:
        "\(terrain.objective.equation), from \(point(terrain.start)). \(terrain.difficulty(in: language)) "
        + "It counts as mastered once L stays below \(goal) until the last step.",
      zh:
        "\(terrain.objective.equation)，从 \(point(terrain.start)) 出发。\(terrain.difficulty(in: language))"
        + "从某一步起直到最后 L 都小于 \(goal)，就算从这一步起通过。")
  }

  private func table(
    of contests: [Contest], on terrain: Terrain, in language: Language
  ) -> Table {
    let goal = Numerals.rounded.text(terrain.goal)
    return Table([
      Table.Column(
        language(en: "optimizer", zh: "优化方法"),
        texts: contests.map { $0.contestant.name(in: language) }),
      Table.Column(
        language(en: "hyperparameters", zh: "超参数"),
        texts: contests.map { $0.settings(.rounded).map(\.text).joined(separator: ", ") }),
      Table.Column(
        language(en: "last step", zh: "最后一步"), contests.map { Double($0.path.count - 1) }),
      Table.Column("x", contests.map { $0.path.last?.x }),
      Table.Column("y", contests.map { $0.path.last?.y }),
      Table.Column("L", contests.map(\.losses.last)),
      Table.Column(
        language(en: "L stays < \(goal) from step", zh: "从第几步起始终 L < \(goal)"),
        contests.map { $0.arrival(below: terrain.goal).map(Double.init) }),
    ])
  }

  /// Who masters the terrain, who does not, who has only been there and who diverges.
  private func result(
    of contests: [Contest], on terrain: Terrain, in language: Language
  ) -> String {
    let sentences = [
      masters(in: contests, on: terrain, language), others(in: contests, on: terrain, language),
      visitors(in: contests, on: terrain, language), growing(in: contests, language),
    ].compactMap(\.self)
    return (sentences + contests.compactMap { overflow(of: $0, language) })
      .joined(separator: language(en: " ", zh: ""))
  }

  /// Who masters the terrain, in the order of arrival.
  private func masters(
    in contests: [Contest], on terrain: Terrain, _ language: Language
  ) -> String? {
    let arrivals = contests.compactMap { contest in
      contest.arrival(below: terrain.goal).map { (contest.contestant.name(in: language), $0) }
    }.sorted { $0.1 < $1.1 }
    guard let last = arrivals.last else { return nil }
    let list =
      arrivals.dropLast().map {
        language(en: "\($0) after \($1)", zh: "\($0)（\($1) 步）")
      } + [language(en: "\(last.0) after \(counted(last.1, "step"))", zh: "\(last.0)（\(last.1) 步）")]
    return language(
      en: "Mastered by \(list.joined(separator: ", ")).",
      zh: "通过的有：\(list.joined(separator: "、"))。")
  }

  private func others(
    in contests: [Contest], on terrain: Terrain, _ language: Language
  ) -> String? {
    let names = contests.filter { $0.arrival(below: terrain.goal) == nil }
      .map { $0.contestant.name(in: language) }
    guard !names.isEmpty else { return nil }
    return language(
      en: "Not mastered in \(counted(steps, "step")) by \(names.joined(separator: ", ")).",
      zh: "\(steps) 步之内没有通过的有：\(names.joined(separator: "、"))。")
  }

  /// Who was below the goal and left again.
  private func visitors(
    in contests: [Contest], on terrain: Terrain, _ language: Language
  ) -> String? {
    let visits = contests.compactMap { contest in
      let visit = contest.firstVisit(below: terrain.goal)
      return visit == contest.arrival(below: terrain.goal) ? nil : visit.map { (contest, $0) }
    }.sorted { $0.1 < $1.1 }.map { contest, step in
      let name = contest.contestant.name(in: language)
      return language(en: "\(name) at step \(step)", zh: "\(name)（第 \(step) 步）")
    }
    guard !visits.isEmpty else { return nil }
    let goal = Numerals.rounded.text(terrain.goal)
    return language(
      en: "Below \(goal) earlier, but not to stay: \(visits.joined(separator: ", ")).",
      zh: "曾低于 \(goal)、后来又超出的有：\(visits.joined(separator: "、"))。")
  }

  /// Who goes further and further away.
  private func growing(in contests: [Contest], _ language: Language) -> String? {
    let names = contests.filter(\.isGrowing).map { contest in
      let name = contest.contestant.name(in: language)
      let loss = Numerals.rounded.text(contest.losses.last ?? 0)
      return language(en: "\(name) (at the end L = \(loss))", zh: "\(name)（最后 L = \(loss)）")
    }
    guard !names.isEmpty else { return nil }
    return language(
      en: "Diverging: \(names.joined(separator: ", ")).",
      zh: "发散的有：\(names.joined(separator: "、"))。")
  }

  /// Whose numbers are no longer finite.
  private func overflow(of contest: Contest, _ language: Language) -> String? {
    contest.divergence.map { step in
      let name = contest.contestant.name(in: language)
      return language(
        en: "The numbers of \(name) are too large for a double from step \(step.number).",
        zh: "\(name) 从第 \(step.number) 步起超出双精度的范围。")
    }
  }

  /// What happens to who starts on the ridge itself.
  private func ridge(in language: Language) -> String {
    let start = point([Terrain.saddle.start[0], 0])
    return language(
      en:
        "The course says that momentum may carry across a saddle. It does so for whoever has gathered some: from \(start), on "
        + "the ridge itself, all six stay at y = 0 for ever, as no gradient has ever pointed away. What helps there is the noise "
        + "of mini-batches.",
      zh: "课程说动量很可能跨过鞍点，前提是此前积累过离开的动量：若从山脊上的 \(start) 出发，"
        + "六种方法全都永远停在 y = 0，因为从来没有梯度指向两侧。这时真正起作用的是小批量带来的噪声。")
  }
}

extension Contest {
  /// The hyperparameters with their values, η = 0.1 and so on, without ε, which is only there to keep divisions defined.
  func settings(_ numerals: Numerals) -> [Mathematics] {
    hyperparameters.filter { $0.symbol != "ε" }.map {
      .equation($0.symbol.mathematics, numerals.mathematics($0.value))
    }
  }
}

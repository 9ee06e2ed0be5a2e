import Descent
import Formulas
import Lecture

/// What the lesson says in words, formulas and numbers.
extension OptimizersLesson {
  func introduction(in language: Language) -> String {
    let (η, adaptive) = (Numerals.rounded.text(learningRate), Numerals.rounded.text(adaptiveRate))
    return language(
      en:
        "Six optimizers take \(steps) steps each, from the same start, on the terrains where the course says that gradient "
        + "descent has a hard time (section 3.3). Gradient descent, Momentum and Nesterov, whose steps grow with the "
        + "gradient, have η = \(η); AdaGrad, RMSProp and Adam, whose steps hardly depend on its size, have η = \(adaptive). "
        + "The rates are the same on all terrains: none was tuned for a victory.",
      zh: "六种优化方法在课程 3.3 节提到的几种困难地形上，从同一点出发各走 \(steps) 步。梯度下降、Momentum、Nesterov "
        + "的步长随梯度变化，取 η = \(η)；AdaGrad、RMSProp、Adam 的步长几乎与梯度大小无关，取 η = \(adaptive)。"
        + "所有地形用同样的学习率，没有为任何一种方法单独调参。")
  }

  /// What each optimizer does to x, from its own code.
  func rules(in language: Language) -> [(formula: String, meaning: String)] {
    Contestant.allCases.flatMap { contestant in
      let name = contestant.name(in: language)
      return rules(of: optimizer(of: contestant)).enumerated().map { ($1, $0 == 0 ? name : "") }
    }
  }

  private func rules(of optimizer: some Optimizer<Traced>) -> [String] {
    let step = Step(2)
    let trace = descend(
      on: .ravine, from: Terrain.ravine.start.map { Traced($0) }, with: optimizer,
      steps: step.number)
    // The gradient comes first and is the same for all.
    return trace.rows[step.number].quantities().dropFirst().map { $0.value.rule(at: step) }
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
    ] + (terrain == .saddle ? [.prose(ridge(in: language))] : []) + [
      .figure(
        figure(of: contests, on: terrain, in: language),
        name: "\(Self.name)-\(terrain.rawValue)")
    ]
  }

  /// The loss with its formula: L(x, y) = x² − y².
  func lossFormula(of terrain: Terrain) -> String {
    let symbols = terrain.objective.variables
    let point = zip(terrain.start, symbols).map { Traced($0).named($1) }
    return "L(\(symbols.map(\.text).joined(separator: ", "))) = "
      + terrain.objective.loss(point).formula(Notation(.bare))
  }

  /// The start as a point: (−4, 1.5).
  func point(_ coordinates: [Double]) -> String {
    "(\(coordinates.map(Numerals.rounded.text).joined(separator: ", ")))"
  }

  private func setting(of terrain: Terrain, in language: Language) -> String {
    let goal = Numerals.rounded.text(terrain.goal)
    return language(
      en:
        "\(lossFormula(of: terrain)), from \(point(terrain.start)). \(terrain.difficulty(in: language)) "
        + "It is mastered where L < \(goal).",
      zh:
        "\(lossFormula(of: terrain))，从 \(point(terrain.start)) 出发。\(terrain.difficulty(in: language))"
        + "L < \(goal) 时算作通过。")
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
        texts: contests.map { $0.settings(.rounded).joined(separator: ", ") }),
      Table.Column(
        language(en: "last step", zh: "最后一步"), contests.map { Double($0.path.count - 1) }),
      Table.Column("x", contests.map { $0.path.last?.x }),
      Table.Column("y", contests.map { $0.path.last?.y }),
      Table.Column("L", contests.map(\.losses.last)),
      Table.Column(
        language(en: "L < \(goal) from step", zh: "L < \(goal) 始于第几步"),
        contests.map { $0.arrival(below: terrain.goal).map(Double.init) }),
    ])
  }

  /// Who masters the terrain, in the order of arrival, and who does not.
  private func result(
    of contests: [Contest], on terrain: Terrain, in language: Language
  ) -> String {
    let separator = language(en: ", ", zh: "、")
    let arrivals = contests.compactMap { contest in
      contest.arrival(below: terrain.goal).map { (contest.contestant.name(in: language), $0) }
    }.sorted { $0.1 < $1.1 }
    let first = arrivals.map { language(en: "\($0) after \($1)", zh: "\($0)（\($1) 步）") }
    let missing = contests.filter { $0.arrival(below: terrain.goal) == nil }
      .map { $0.contestant.name(in: language) }
    let diverging = contests.compactMap { contest in
      contest.divergence.map { step in
        let name = contest.contestant.name(in: language)
        return language(
          en: "The numbers of \(name) are too large for a double from step \(step.number).",
          zh: "\(name) 从第 \(step.number) 步起超出双精度的范围。")
      }
    }
    let sentences = [
      arrivals.isEmpty
        ? nil
        : language(
          en: "Mastered by \(first.joined(separator: separator)) steps.",
          zh: "通过的有：\(first.joined(separator: separator))。"),
      missing.isEmpty
        ? nil
        : language(
          en: "Not mastered in \(steps) steps by \(missing.joined(separator: separator)).",
          zh: "\(steps) 步之内没有通过的有：\(missing.joined(separator: separator))。"),
    ]
    return (sentences.compactMap(\.self) + diverging).joined(separator: language(en: " ", zh: ""))
  }

  /// What happens to who starts on the ridge itself.
  private func ridge(in language: Language) -> String {
    let start = [Terrain.saddle.start[0], 0]
    let staying = contests(on: .saddle, from: start).filter { contest in
      contest.path.allSatisfy { $0.y == 0 }
    }.count
    return language(
      en:
        "The course says that momentum may carry across a saddle. It does so for whoever has gathered some: from \(point(start)), on "
        + "the ridge itself, \(staying) of \(Contestant.allCases.count) stay at y = 0 for ever, as no gradient has ever pointed away. What "
        + "helps there is the noise of mini-batches.",
      zh: "课程说动量很可能跨过鞍点，前提是此前积累过离开的动量：若从山脊上的 \(point(start)) 出发，"
        + "\(Contestant.allCases.count) 种方法中有 \(staying) 种永远停在 y = 0，因为从来没有梯度指向两侧。"
        + "这时真正起作用的是小批量带来的噪声。")
  }
}

extension Contest {
  /// The hyperparameters with their values, η = 0.1 and so on, without ε, which is only there to keep divisions defined.
  func settings(_ numerals: Numerals) -> [String] {
    hyperparameters.filter { $0.symbol != "ε" }.map {
      "\($0.symbol.text) = \(numerals.text($0.value))"
    }
  }
}

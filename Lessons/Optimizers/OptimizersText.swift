import Descent
import Formulas
import Lecture

/// What the lesson says in words, formulas and numbers.
extension OptimizersLesson {
  func introduction(in language: Language) -> String {
    let (η, adaptive) = (Numerals.rounded.text(learningRate), Numerals.rounded.text(adaptiveRate))
    return language(
      en:
        "Six optimizers take \(count(steps, "step")) each, from the same start, on the terrains where the course says that gradient "
        + "descent has a hard time (section 3.3). Gradient descent, Momentum and Nesterov, whose steps grow with the "
        + "gradient, have η = \(η); AdaGrad, RMSProp and Adam, whose steps hardly depend on its size, have η = \(adaptive). "
        + "The rates are the same on all terrains: none was tuned for a victory.",
      zh: "六种优化方法在课程 3.3 节提到的几种困难地形上，从同一点出发各走 \(steps) 步。梯度下降、Momentum、Nesterov "
        + "的步长随梯度变化，取 η = \(η)；AdaGrad、RMSProp、Adam 的步长几乎与梯度大小无关，取 η = \(adaptive)。"
        + "所有地形用同样的学习率，没有为任何一种方法单独调参。")
  }

  /// How many there are of something, in English.
  func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
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
        + "It counts as mastered once L stays below \(goal) until the last step.",
      zh:
        "\(lossFormula(of: terrain))，从 \(point(terrain.start)) 出发。\(terrain.difficulty(in: language))"
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
        texts: contests.map { $0.settings(.rounded).joined(separator: ", ") }),
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

  /// Who masters the terrain, in the order of arrival, and who does not.
  private func result(
    of contests: [Contest], on terrain: Terrain, in language: Language
  ) -> String {
    let separator = language(en: ", ", zh: "、")
    let goal = Numerals.rounded.text(terrain.goal)
    let arrivals = contests.compactMap { contest in
      contest.arrival(below: terrain.goal).map { (contest.contestant.name(in: language), $0) }
    }.sorted { $0.1 < $1.1 }
    let first = arrivals.map { language(en: "\($0) after \($1)", zh: "\($0)（\($1) 步）") }
    let missing = contests.filter { $0.arrival(below: terrain.goal) == nil }
      .map { $0.contestant.name(in: language) }
    let leaving = contests.compactMap { contest in
      let visit = contest.firstVisit(below: terrain.goal)
      return visit == contest.arrival(below: terrain.goal) ? nil : visit.map { (contest, $0) }
    }.sorted { $0.1 < $1.1 }.map { contest, step in
      let name = contest.contestant.name(in: language)
      return language(en: "\(name) at step \(step)", zh: "\(name)（第 \(step) 步）")
    }
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
          en:
            "Mastered by \(first.joined(separator: separator)) step\(arrivals.last?.1 == 1 ? "" : "s").",
          zh: "通过的有：\(first.joined(separator: separator))。"),
      missing.isEmpty
        ? nil
        : language(
          en: "Not mastered in \(count(steps, "step")) by \(missing.joined(separator: separator)).",
          zh: "\(steps) 步之内没有通过的有：\(missing.joined(separator: separator))。"),
      leaving.isEmpty
        ? nil
        : language(
          en: "Below \(goal) earlier, but not to stay: \(leaving.joined(separator: separator)).",
          zh: "曾低于 \(goal)、后来又超出的有：\(leaving.joined(separator: separator))。"),
    ]
    return (sentences.compactMap(\.self) + diverging).joined(separator: language(en: " ", zh: ""))
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
  func settings(_ numerals: Numerals) -> [String] {
    hyperparameters.filter { $0.symbol != "ε" }.map {
      "\($0.symbol.text) = \(numerals.text($0.value))"
    }
  }
}

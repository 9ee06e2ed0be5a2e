import Drawing
import Formulas
import LessonsShared
import Networks
import Plot
import Words

/// What the lesson draws.
extension SearchLesson {
  private static let (gridColor, randomColor) = (Palette.vermilion, Palette.blue)

  private var rateAxis: Axis {
    Axis(
      Words(en: "learning rate \(math: "η")", zh: "学习率 \(math: "η")"), scale: .logarithmic,
      domain: Domain(lowest, highest))
  }

  /// The trials in the plane of both hyperparameters, below the losses over the one that matters, as in figure 1 of Bergstra
  /// and Bengio (2012).
  func figure(of contest: SearchContest) -> Figure {
    let trials = side * side
    return Figure(
      title: Words(
        en: "\(trials) trials: the grid tries \(side) learning rates, random search \(trials)",
        zh: "同样试 \(trials) 次：网格只试了 \(side) 个学习率，随机搜索试了 \(trials) 个"),
      subtitle: Words(
        en:
          "line: the validation loss over \(math: "η"), with \(math: .equation("ε", Numerals.typeset.mathematics(1e-8))); torch.manual_seed(\(seed))",
        zh:
          "曲线：\(math: .equation("ε", Numerals.typeset.mathematics(1e-8))) 时验证损失随 \(math: "η") 的变化；torch.manual_seed(\(seed))"
      ),
      columns: [
        columns(Words(en: "Grid", zh: "网格"), contest.grid, contest, Self.gridColor),
        columns(Words(en: "Random", zh: "随机"), contest.random, contest, Self.randomColor),
      ])
  }

  private func columns(
    _ name: Words, _ trials: [Trial], _ contest: SearchContest, _ color: Color
  ) -> [Chart] {
    let shape: PointShape = color == Self.gridColor ? .square : .circle
    let losses = (contest.curve + contest.grid + contest.random).map(\.loss)
    let epsilons = Trial.epsilons
    return [
      Chart(
        heading: Words(
          en: "\(name): what the trials tell of \(math: "η")", zh: "\(name)：试验所见的 \(math: "η")"),
        x: rateAxis,
        y: Axis(
          Words(en: "loss", zh: "损失"), domain: Domain(0, 1.06 * (losses.max() ?? 1))),
        marks: [
          LineMark(
            contest.curve.map { Datum(x: $0.η, y: $0.loss) }, color: Palette.black),
          PointMark(trials.map { Datum(x: $0.η, y: $0.loss) }, color: color, shape: shape),
        ]),
      Chart(
        x: rateAxis,
        y: Axis(
          Words(math: "ε"), scale: .logarithmic, domain: Domain(epsilons.a, epsilons.b)),
        marks: [PointMark(trials.map { Datum(x: $0.η, y: $0.ε) }, color: color, shape: shape)]),
    ]
  }

  func figure(of draws: ScaleDraws) -> Figure {
    let top = draws.decades[0]
    let share = Numerals.fixed(0).text(100 * draws.scale.uniformShare(from: top.low, to: top.high))
    let limit = Numerals.rounded.text(top.low)
    return Figure(
      title: Words(
        en: "Drawn uniformly, \(share) % of learning rates lie above \(limit)",
        zh: "均匀抽取时，\(share) % 的学习率大于 \(limit)"),
      subtitle: Words(
        en:
          "from \(lowest, .rounded) to \(highest, .rounded); right: the first \(ScaleDraws.shown) draws of each kind, torch.manual_seed(\(seed))",
        zh:
          "从 \(lowest, .rounded) 到 \(highest, .rounded)；右：两种方式各自的前 \(ScaleDraws.shown) 次抽取，torch.manual_seed(\(seed))"
      ),
      columns: [[shares(of: draws)], [strips(of: draws)]])
  }

  private static let (uniformColor, logarithmicColor) = (Palette.vermilion, Palette.blue)

  private func shares(of draws: ScaleDraws) -> Chart {
    let decades = Array(draws.decades.reversed())
    func bars(
      _ name: Words, _ color: Color, at offset: Double, _ share: (Double, Double) -> Double
    ) -> BarMark {
      BarMark(
        decades.map { 100 * share($0.low, $0.high) }.overSteps(), name: name, color: color,
        width: 0.36, offset: offset)
    }
    return Chart(
      heading: Words(en: "The share of each power of ten", zh: "各数量级所占的份额"),
      x: Axis(
        Words(en: "learning rates from", zh: "学习率的下限"),
        categories: decades.map { Words(math: Numerals.typeset.mathematics($0.low)) }),
      y: Axis(Words(en: "share in %", zh: "份额（%）"), domain: Domain(0, 100)),
      marks: [
        bars(Words(en: "uniform", zh: "均匀"), Self.uniformColor, at: -0.19) {
          draws.scale.uniformShare(from: $0, to: $1)
        },
        bars(Words(en: "logarithmic", zh: "对数"), Self.logarithmicColor, at: 0.19) {
          draws.scale.share(from: $0, to: $1)
        },
      ])
  }

  private func strips(of draws: ScaleDraws) -> Chart {
    // One above the other in the order of the draws, so that each is seen.
    func points(_ values: [Double], at y: Double, _ color: Color, _ shape: PointShape) -> PointMark
    {
      let places = values.prefix(ScaleDraws.shown).enumerated().map { index, x in
        Datum(x: x, y: y + 0.8 * (Double(index) / Double(ScaleDraws.shown) - 0.5))
      }
      return PointMark(places, color: color, shape: shape)
    }
    return Chart(
      heading: Words(en: "Where the draws lie", zh: "抽到的值落在哪里"),
      x: rateAxis,
      y: Axis(
        Words(en: "scale", zh: "标尺"),
        categories: [Words(en: "log", zh: "对数"), Words(en: "uniform", zh: "均匀")]),
      marks: [
        points(draws.logarithmic, at: 0, Self.logarithmicColor, .circle),
        points(draws.uniform, at: 1, Self.uniformColor, .square),
      ])
  }

  func figure(of models: Models) -> Figure {
    let (best, last) = (models.best, SmallTraining.steps)
    let (one, many) = (
      models.watched.kept[models.watched.kept.count - 1], models.losses[best][last]
    )
    let numbers = [one, many].map { Numerals.fixed(3).text($0) }
    return Figure(
      title: Words(
        en: "One model watched ends at \(numbers[0]), the best of \(Models.count) at \(numbers[1])",
        zh: "照看一个模型，损失到 \(numbers[0])；\(Models.count) 个中最好的到 \(numbers[1])"),
      subtitle: Words(
        en: "validation loss; left: upright lines part the days of \(Models.stepsPerDay) steps",
        zh: "验证损失；左：竖线分隔各天，每天 \(Models.stepsPerDay) 步"),
      columns: [[panda(models)], [caviar(models)]])
  }

  private func chart(_ heading: Words, _ models: Models, _ marks: [any Mark]) -> Chart {
    let (start, all) = (models.watched.losses[0], models.watched.losses + models.losses.joined())
    return Chart(
      heading: heading,
      x: Axis(
        Words(en: "step", zh: "步数"), domain: Domain(0, Double(SmallTraining.steps)),
        wholeNumbers: true),
      // What grows beyond twice the loss of the start leaves the picture.
      y: Axis(
        Words(en: "validation loss", zh: "验证损失"),
        domain: Domain(0, min(2 * start, 1.06 * (all.max() ?? start)))),
      marks: marks)
  }

  /// Each day from what was kept before it; the days that were taken back are dashed.
  private func panda(_ models: Models) -> Chart {
    let (watched, perDay) = (models.watched, Models.stepsPerDay)
    let days = watched.rates.indices.map { day in
      [watched.kept[day]] + watched.losses[day * perDay + 1...(day + 1) * perDay]
    }
    func line(isKept: Bool, _ name: Words, _ color: Color, _ dash: [Double] = []) -> LineMark {
      let parts = days.indices.filter { (watched.kept[$0 + 1] < watched.kept[$0]) == isKept }.map {
        days[$0].overSteps(from: $0 * perDay) + [Datum(x: .nan, y: .nan)]
      }
      return LineMark(parts.flatMap(\.self), name: name, color: color, dash: dash)
    }
    return chart(
      Words(en: "One model, its rate changed day by day", zh: "一个模型，逐天调整学习率"), models,
      (1..<days.count).map {
        RuleMark(x: Double($0 * perDay), color: Palette.skyBlue, dash: [4, 6])
      }
        + [
          line(isKept: true, Words(en: "kept", zh: "保留"), Palette.vermilion),
          line(isKept: false, Words(en: "taken back", zh: "撤销"), Palette.black, [9, 5]),
        ].filter { !$0.data.isEmpty })
  }

  private func caviar(_ models: Models) -> Chart {
    let others = models.losses.indices.filter { $0 != models.best }.map {
      LineMark(
        models.losses[$0].overSteps(),
        name: $0 == (models.best == 0 ? 1 : 0) ? Words(en: "others", zh: "其他") : nil,
        color: Palette.skyBlue)
    }
    let η = Numerals.typeset.equation("η", models.rates[models.best])
    return chart(
      Words(
        en: "\(Models.count) models, each with a rate of its own",
        zh: "\(Models.count) 个模型，各有自己的学习率"),
      models,
      others + [
        LineMark(
          models.losses[models.best].overSteps(),
          name: Words(en: "the best, \(math: η)", zh: "最好的，\(math: η)"), color: Palette.blue,
          dash: [18, 7])
      ])
  }
}

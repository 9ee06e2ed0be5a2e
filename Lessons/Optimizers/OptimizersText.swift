import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// Between the names of a list.
private let comma = Words(en: ", ", zh: "、")

/// What the lesson says in words, formulas and numbers.
extension OptimizersLesson {
  func introduction(isWhole: Bool) -> Words {
    let place =
      isWhole
      ? Words(
        en:
          "on the terrains where the course says that gradient descent has a hard time (section 3.3)",
        zh: "在课程 3.3 节提到的几种困难地形上，") : Words(en: "on one loss", zh: "在一个损失函数上，")
    let (η, adaptive) = (Numerals.rounded.text(learningRate), Numerals.rounded.text(adaptiveRate))
    return Words(
      en: """
        Six optimizers take \(counted(steps, "step")) each, from the same start, \(place). Gradient descent, Momentum and Nesterov, whose steps grow with the \
        gradient, have η = \(η); AdaGrad, RMSProp and Adam, whose steps hardly depend on its size, have η = \(adaptive). \
        The rates are the same on all terrains: none was tuned for a victory.
        """,
      zh: """
        六种优化方法\(place)从同一点出发各走 \(steps) 步。梯度下降、Momentum、Nesterov \
        的步长随梯度变化，取 η = \(η)；AdaGrad、RMSProp、Adam 的步长几乎与梯度大小无关，取 η = \(adaptive)。\
        所有地形用同样的学习率，没有为任何一种方法单独调参。
        """)
  }

  /// What each optimizer does to x, from its own code, after the gradient that all of them get.
  func rules(on objective: Objective) -> [Document.Formula] {
    let (x, y) = (objective.variables[0].text, objective.variables[1].text)
    let gradient = Words(
      en: "the slope along \(x) before the step; for \(y) likewise",
      zh: "这一步之前沿 \(x) 方向的偏导数；\(y) 同理")
    return [("gₜ = ∂L/∂\(x)", gradient)]
      + Contestant.allCases.flatMap { contestant in
        rules(of: optimizer(of: contestant), on: objective).enumerated().map { index, rule in
          (Words(math: rule), index == 0 ? contestant.name : "")
        }
      }
  }

  private func rules(
    of optimizer: some Optimizer<Traced>, on objective: Objective
  ) -> [Mathematics] {
    let start = objective.start.map { Traced($0) }
    let trace = descend(on: objective, from: start, with: optimizer, steps: 2)
    // The gradient comes first; its formula here is that of this loss.
    return trace.rows[2].quantities().dropFirst().map { $0.value.rule(at: 2) }
  }

  /// What there is to say and to show of a terrain.
  @Document.Parts
  func section(on contests: [Contest]) -> [Block] {
    let terrain = contests[0].terrain
    let name = "\(Self.name)-\(terrain.word)"
    Block.heading(terrain.name)
    setting(of: terrain)
    Block.table(table(of: contests, goal: terrain.goal), name: name)
    result(of: contests, goal: terrain.goal)
    if terrain.objective == .ravine { jump(in: contests) }
    if terrain.objective == .saddle { ridge }
    Block.figure(figure(of: contests, on: terrain), name: name)
    if terrain.objective == .ravine {
      ratesFigure(of: contests, on: terrain).map { Block.figure($0, name: "\(Self.name)-rates") }
    }
  }

  /// The start as a point: (−4, 1.5).
  func point(_ coordinates: [Double]) -> Mathematics {
    .parentheses(.joined(coordinates.map { Numerals.rounded.mathematics($0) }, by: .comma))
  }

  private func setting(of terrain: Terrain) -> Words {
    let goal = Numerals.rounded.text(terrain.goal)
    return Words(
      en: """
        \(terrain.objective.equation), from \(point(terrain.start)). \(terrain.difficulty) \
        It counts as mastered once L stays below \(goal) until the last step.
        """,
      zh: """
        \(terrain.objective.equation)，从 \(point(terrain.start)) 出发。\(terrain.difficulty)\
        从某一步起直到最后 L 都小于 \(goal)，就算从这一步起通过。
        """)
  }

  private func table(of contests: [Contest], goal: Double) -> Table {
    let goal = Numerals.rounded.text(goal)
    let variables = contests[0].terrain.objective.variables
    return Table([
      Table.Column(Words(en: "optimizer", zh: "优化方法"), texts: contests.map(\.contestant.name)),
      Table.Column(
        Words(en: "hyperparameters", zh: "超参数"),
        texts: contests.map { Words(math: $0.settings(.rounded)) }),
      Table.Column(Words(en: "last step", zh: "最后一步"), contests.map { Double($0.path.count - 1) }),
      Table.Column(Words(math: variables[0].mathematics), contests.map { $0.path.last?.x }),
      Table.Column(Words(math: variables[1].mathematics), contests.map { $0.path.last?.y }),
      Table.Column("L", contests.map(\.losses.last)),
      Table.Column(
        Words(en: "L stays < \(goal) from step", zh: "从第几步起始终 L < \(goal)"),
        contests.map { $0.arrival.map(Double.init) }),
    ])
  }

  /// Who masters the terrain, who does not, who has only been there and who diverges.
  private func result(of contests: [Contest], goal: Double) -> Words {
    let text = Numerals.rounded.text
    let arrived = contests.arrived
    let masters = arrived.enumerated().map { index, contest in
      let (name, step) = (contest.contestant.name, contest.arrival ?? 0)
      let count = index == arrived.count - 1 ? counted(step, "step") : "\(step)"
      return Words(en: "\(name) after \(count)", zh: "\(name)（\(step) 步）")
    }
    let others = contests.filter { $0.arrival == nil }.map(\.contestant.name)
    let visitors = contests.filter { $0.firstVisit != $0.arrival }
      .map { (name: $0.contestant.name, step: $0.firstVisit ?? 0) }
      .sorted { $0.step < $1.step }
      .map { Words(en: "\($0.name) at step \($0.step)", zh: "\($0.name)（第 \($0.step) 步）") }
    let growing = contests.filter(\.isGrowing).map { contest in
      let (name, loss) = (contest.contestant.name, text(contest.losses.last ?? 0))
      return Words(en: "\(name) (at the end L = \(loss))", zh: "\(name)（最后 L = \(loss)）")
    }
    let lists = [
      (Words(en: "Mastered by", zh: "通过的有："), masters),
      (
        Words(en: "Not mastered in \(counted(steps, "step")) by", zh: "\(steps) 步之内没有通过的有："),
        others
      ),
      (
        Words(
          en: "Below \(text(goal)) earlier, but not to stay:", zh: "曾低于 \(text(goal))、后来又超出的有："),
        visitors
      ),
      (Words(en: "Diverging:", zh: "发散的有："), growing),
    ]
    let sentences = lists.filter { !$0.1.isEmpty }.map { beginning, names in
      let list = names.joined(separator: comma)
      return Words(en: "\(beginning) \(list).", zh: "\(beginning)\(list)。")
    }
    return (sentences + contests.compactMap(overflow)).joined(separator: Words(en: " ", zh: ""))
  }

  /// Whose numbers are no longer finite.
  private func overflow(of contest: Contest) -> Words? {
    contest.divergence.map { step in
      let name = contest.contestant.name
      return Words(
        en: "The numbers of \(name) are too large for a double from step \(step.number).",
        zh: "\(name) 从第 \(step.number) 步起超出双精度的范围。")
    }
  }

  /// What happens to who starts on the ridge itself.
  private var ridge: Words {
    let start = point([Terrain.saddle.start[0], 0])
    return Words(
      en: """
        The course says that momentum may carry across a saddle. It does so for whoever has gathered some: from \(start), on \
        the ridge itself, all six stay at y = 0 for ever, as no gradient has ever pointed away. What helps there is the noise \
        of mini-batches.
        """,
      zh: """
        课程说动量很可能跨过鞍点，前提是此前积累过离开的动量：若从山脊上的 \(start) 出发，\
        六种方法全都永远停在 y = 0，因为从来没有梯度指向两侧。这时真正起作用的是小批量带来的噪声。
        """)
  }
}

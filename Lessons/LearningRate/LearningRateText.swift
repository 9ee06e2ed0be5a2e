import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says in words, formulas and numbers.
extension LearningRateLesson {
  /// Where the runs start: x₀ = 2.
  var startValue: Mathematics {
    .equation(variable.mathematics(at: 0), Numerals.rounded.mathematics(start))
  }

  var introduction: Words {
    let rates = learningRates.map(Numerals.rounded.text).listed
    return Words(
      en: """
        Gradient descent minimises \(objective.equation) (course section 4.1) from \(startValue), \
        once with each learning rate η: \(rates).
        """,
      zh: "用梯度下降求 \(objective.equation) 的最小值（课程 4.1 节），从 \(startValue) 出发，学习率 η 依次取 \(rates)。")
  }

  /// The factor as a formula: 1 − 8·η.
  var factorFormula: Mathematics { factor(η: best).mathematics(Notation(.bare)) }

  var formulas: [Document.Formula] {
    let step = Step(2)
    let run: Trace<GradientDescent<Traced>> = trace(η: best, steps: step.number)
    let row = run.rows[step.number]
    return [
      (Words(math: objective.equation), Words(en: "the loss", zh: "损失函数")),
      (
        Words(math: row.gradient[0].rule(at: step)),
        Words(en: "its gradient where the step starts", zh: "损失在更新前的梯度")
      ),
      (Words(math: row.point[0].rule(at: step)), Words(en: "the step", zh: "更新")),
      (
        "dxₜ/dxₜ₋₁ = \(math: factorFormula)",
        Words(en: "so each step multiplies x by this factor", zh: "即每一步都把 x 乘以这个系数")
      ),
    ]
  }

  var whatTheFactorDoes: Words {
    let (best, limit) = (Numerals.rounded.text(best), Numerals.rounded.text(limit))
    return Words(
      en: """
        The factor decides everything, unless x is at the minimum already. Below η = \(best) it is between 0 and 1, and x approaches \
        the minimum from one side: it creeps where η is small. At \(best) it is 0, and one step arrives. Up to \(limit) it is negative: x \
        jumps across the minimum, and comes closer. At \(limit) it is exactly −1, and x bounces between \
        two points for ever. Above, every step leads further away. In the figure η is on a logarithmic \
        axis, on which the straight line \(factorFormula) looks curved.
        """,
      zh: """
        只要 x 不在最小值处，一切由这个系数决定：η 小于 \(best) 时，系数在 0 与 1 之间，x 从一侧靠近最小值，η 越小越慢；等于 \(best) 时系数为 0，一步到达；\
        在 \(best) 与 \(limit) 之间系数为负，x 每步越过最小值，但越来越近；恰好等于 \(limit) 时系数为 −1，x 永远在两点之间来回；\
        再大则每一步都离得更远。图中 η 用对数坐标，直线 \(factorFormula) 因此显得弯曲。
        """)
  }

  /// The first steps of the first run of each kind.
  func derivations(of runs: [LearningRateRun]) -> [Block] {
    let rates = Regime.allCases.compactMap { regime in
      runs.first { $0.regime == regime }?.η
    }
    return rates.sorted().map { η in
      let run: Trace<GradientDescent<Traced>> = trace(η: η, steps: min(2, iterations))
      let steps = run.rows.dropFirst().flatMap { [$0.gradient[0], $0.point[0]] }
      return .derivations(
        title: caption(η: η),
        (steps + [factor(η: η).named("dx₁/dx₀")]).map { $0.derivation() })
    }
  }

  /// A learning rate and what x does with it.
  private func caption(η: Double) -> Words {
    let (value, name) = (Numerals.rounded.text(η), regime(η: η).name)
    return Words(en: "η = \(value): \(name)", zh: "η = \(value)：\(name)")
  }

  func summary(of runs: [LearningRateRun]) -> Table {
    let end = variable.mathematics(at: Step(iterations))
    return Table([
      Table.Column("η", runs.map(\.η)),
      Table.Column(Words(math: factorFormula), runs.map(\.factor.value)),
      Table.Column(Words(en: "what x does", zh: "x 的表现"), texts: runs.map { $0.regime.name }),
      Table.Column(Words(math: end), runs.map(\.end?.x)),
      Table.Column("L(\(math: end))", runs.map(\.end?.loss)),
    ])
  }

  /// For each run how it goes, and its table.
  func tables(of runs: [LearningRateRun]) -> [Block] {
    runs.flatMap { run -> [Block] in
      [
        .prose("\(caption(η: run.η))\(outcome(of: run))"),
        .table(table(of: run), name: "\(Self.name)-\(run.η)"),
      ]
    }
  }

  /// The course's table: x, its gradient and the loss before each update.
  private func table(of run: LearningRateRun) -> Table {
    let updates = Array(zip(run.rows, run.rows.dropFirst()))
    return Table([
      Table.Column(Words(en: "iteration", zh: "迭代"), updates.map { Double($0.0.step.number) }),
      Table.Column(Words(math: variable.mathematics), updates.map(\.0.point[0])),
      Table.Column(Words(en: "gradient", zh: "梯度"), updates.map(\.1.gradient[0])),
      Table.Column("L(\(math: variable.mathematics))", updates.map(\.0.loss)),
    ])
  }

  /// Where the run ends, after its last update.
  private func outcome(of run: LearningRateRun) -> Words {
    if let step = run.divergence {
      return Words(
        en: "; at iteration \(step.number), its numbers are too large for a double.",
        zh: "；第 \(step.number) 次迭代时数值已超出双精度的范围。")
    }
    let x = "\(variable.text(at: Step(iterations))) = \(Numerals.rounded.text(run.end?.x ?? start))"
    return Words(en: "; after the last update \(x).", zh: "；最后一次更新后 \(x)。")
  }
}

extension LearningRateRun {
  /// x and the loss after all iterations; nil where they are not finite.
  var end: (x: Double, loss: Double)? {
    guard divergence == nil, let last = rows.last else { return nil }
    return (last.point[0], last.loss)
  }
}

extension Regime {
  var name: Words {
    switch self {
    case .stays: Words(en: "stays where it is", zh: "停在原处")
    case .approaches: Words(en: "approaches", zh: "单侧靠近")
    case .arrives: Words(en: "arrives in one step", zh: "一步到达")
    case .swings: Words(en: "swings, converging", zh: "来回摆动，逐渐收敛")
    case .bounces: Words(en: "bounces for ever", zh: "永远来回")
    case .diverges: Words(en: "diverges", zh: "发散")
    }
  }
}

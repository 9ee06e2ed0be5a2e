import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says in words, formulas and numbers.
extension LearningRateLesson {
  /// Where the runs start: x₀ = 2.
  var startValue: Mathematics { Numerals.rounded.equation(variable.mathematics(at: 0), start) }

  var introduction: Words {
    Words(
      en: """
        Gradient descent minimises \(objective.equation) (course section 4.1) from \(startValue), \
        once with each learning rate η: \(learningRates.map(Numerals.rounded.text).listed).
        """,
      zh: """
        用梯度下降求 \(objective.equation) 的最小值（课程 4.1 节），从 \(startValue) 出发，\
        学习率 η 依次取 \(learningRates.map(Numerals.rounded.text).listed)。
        """)
  }

  /// The factor as a formula: 1 − 8·η.
  var factorFormula: Mathematics { factor(η: best).mathematics(Notation(.bare)) }

  var formulas: [Document.Formula] {
    let row = trace(η: Traced(best), steps: 2).rows[2]
    return [
      formula(objective.equation, en: "the loss", zh: "损失函数"),
      formula(
        row.gradient[0].rule(at: 2), en: "its gradient where the step starts", zh: "损失在更新前的梯度"),
      formula(row.point[0].rule(at: 2), en: "the step", zh: "更新"),
      formula(
        .equation("dxₜ/dxₜ₋₁", factorFormula),
        en: "so each step multiplies x by this factor", zh: "即每一步都把 x 乘以这个系数"),
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
    let firsts = Regime.allCases.compactMap { kind in runs.first { $0.regime == kind } }
    return firsts.sorted { $0.η < $1.η }.map { run in
      let rows = trace(η: Traced(run.η), steps: min(2, iterations)).rows
      let steps = rows.dropFirst().flatMap { [$0.gradient[0], $0.point[0]] }
      return .derivations(title: run.caption, of: steps + [factor(η: run.η).named("dx₁/dx₀")])
    }
  }

  func summary(of runs: [LearningRateRun]) -> Table {
    let end = variable.mathematics(at: Step(iterations))
    return Table([
      Table.Column("η", runs.map(\.η)),
      Table.Column(Words(math: factorFormula), runs.map { factor(η: $0.η).value }),
      Table.Column(Words(en: "what x does", zh: "x 的表现"), texts: runs.map(\.regime.name)),
      Table.Column(Words(math: end), runs.map { $0.end?.point[0] }),
      Table.Column("L(\(math: end))", runs.map { $0.end?.loss }),
    ])
  }

  /// The course's table: x, its gradient and the loss before each update.
  func table(of run: LearningRateRun) -> Table {
    let (before, after) = (run.rows.dropLast(), run.rows.dropFirst())
    return Table([
      Table.Column(Words(en: "iteration", zh: "迭代"), before.map { Double($0.step.number) }),
      Table.Column(Words(math: variable.mathematics), before.map { $0.point[0] }),
      Table.Column(Words(en: "gradient", zh: "梯度"), after.map { $0.gradient[0] }),
      Table.Column(Words(math: objective.name), before.map(\.loss)),
    ])
  }

  /// Where the run ends, after its last update.
  func outcome(of run: LearningRateRun) -> Words {
    guard let end = run.end else {
      return Words(
        en: "; at iteration \(run.rows.count), its numbers are too large for a double.",
        zh: "；第 \(run.rows.count) 次迭代时数值已超出双精度的范围。")
    }
    let x = Numerals.rounded.equation(variable.mathematics(at: end.step), end.point[0])
    return Words(en: "; after the last update \(x).", zh: "；最后一次更新后 \(x)。")
  }
}

import Descent
import Drawing
import Formulas
import Lecture
import Plot

/// What the lesson draws.
extension MomentumLesson {
  /// Both dialects with the same learning rate.
  func figure(of runs: Runs, in language: Language) -> Figure {
    let (sum, average) = (runs.sum, runs.average)
    let (v, s) = (sum.bareFormula(of: "v"), average.bareFormula(of: "s"))
    return sum.figure(
      of: "Momentum",
      columns: [
        [
          sum.walk(
            language(en: "PyTorch’s code: \(v)", zh: "PyTorch 的代码：\(v)"),
            color: OptimizerColor.momentum, in: language),
          average.walk(
            language(en: "The course’s formula: \(s)", zh: "课程的公式：\(s)"),
            color: OptimizerColor.averagedMomentum, in: language),
        ],
        [
          Chart(
            language(en: "The weight", zh: "权重"), comparing: compared(runs, in: language),
            in: language),
          velocities(of: runs, in: language),
        ],
      ], in: language)
  }

  /// What the weight is moved by.
  private func velocities(of runs: Runs, in language: Language) -> Chart {
    let (sum, average) = (runs.sum.run, runs.average.run)
    return Chart(
      heading: language(
        en: "What \(math: "η") multiplies", zh: "与 \(math: "η") 相乘的量"),
      x: .steps(to: max(sum.finite.count, average.finite.count) - 1, in: language),
      y: Axis(Label(math: "v, s")),
      marks: [
        LineMark(
          sum.steps.overSteps { $0.optimizers[0].v }, name: Label(math: "v"),
          color: OptimizerColor.momentum),
        LineMark(
          average.steps.overSteps { $0.optimizers[0].s }, name: Label(math: "s"),
          color: OptimizerColor.averagedMomentum),
      ])
  }

  /// A learning rate near the limit 2/25 of plain descent, so that it swings across the ravine and yet creeps along it,
  /// and a momentum that helps with both.
  static let ravine = (η: 0.07, β: 0.5, steps: 30)

  func ravineWalks(in language: Language) -> (plain: RavineWalk, momentum: RavineWalk) {
    let (η, β, steps) = Self.ravine
    return (
      RavineWalk(
        language(en: "Without momentum", zh: "不用动量"), color: OptimizerColor.plain,
        with: GradientDescent(η: η), steps: steps),
      RavineWalk(
        language(en: "With momentum", zh: "使用动量"), color: OptimizerColor.momentum,
        with: Momentum(η: η, β: β), steps: steps)
    )
  }

  func ravine(in language: Language) -> Figure {
    let (plain, momentum) = ravineWalks(in: language)
    return Figure(
      title: language(
        en: "Momentum in the ravine \(math: RavineWalk.objective.equation)",
        zh: "峡谷 \(math: RavineWalk.objective.equation) 中的动量法"),
      subtitle: RavineWalk.subtitle(
        Momentum<Double>(η: Self.ravine.η, β: Self.ravine.β), steps: Self.ravine.steps,
        in: language),
      columns: [
        [plain.chart, momentum.chart],
        [RavineWalk.losses(of: [plain, momentum], in: language)],
      ])
  }
}

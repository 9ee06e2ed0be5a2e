import Descent
import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

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
            in: language),
          average.walk(
            language(en: "The course’s formula: \(s)", zh: "课程的公式：\(s)"),
            in: language),
        ],
        [
          weights(of: runs, in: language),
          velocities(of: runs, in: language),
        ],
      ], in: language)
  }

  /// The weights of the two dialects, and of the converted one as dots: they lie on the line of the sum.
  private func weights(of runs: Runs, in language: Language) -> Chart {
    let compared = compared(runs, in: language)
    var chart = Chart(
      language(en: "The weight", zh: "权重"), comparing: Array(compared.dropLast()), in: language)
    for converted in compared.suffix(1) {
      let distance = max(1, converted.data.count / 12)
      let dots = stride(from: 0, to: converted.data.count, by: distance).map {
        converted.data[$0]
      }
      chart.marks.append(
        PointMark(dots, name: converted.name, color: converted.style.color))
    }
    return chart
  }

  /// What the weight is moved by.
  private func velocities(of runs: Runs, in language: Language) -> Chart {
    let (sum, average) = (runs.sum.run, runs.average.run)
    return Chart(
      heading: language(
        en: "What \(math: "η") multiplies", zh: "与 \(math: "η") 相乘的量"),
      x: .steps(to: max(sum.finite.count, average.finite.count) - 1, in: language),
      y: Axis(Label(math: .list("v", "s"))),
      marks: [
        LineMark(
          sum.steps.overSteps { $0.optimizers[0].v }, name: Label(math: "v"),
          color: Symbol("v").color),
        LineMark(
          average.steps.overSteps { $0.optimizers[0].s }, name: Label(math: "s"),
          color: Symbol("s").color),
      ])
  }

  /// A learning rate near the limit 2/25 of plain descent, so that it swings across the ravine and yet creeps along it,
  /// and a momentum that helps with both.
  static let ravine = (η: 0.07, β: 0.5, steps: 30)

  func ravineWalks(in language: Language) -> (plain: RavineWalk, momentum: RavineWalk) {
    let (η, β, steps) = Self.ravine
    return (
      RavineWalk(
        language(en: "Without momentum", zh: "不用动量"), style: .plain,
        with: GradientDescent(η: η), steps: steps),
      RavineWalk(
        language(en: "With momentum", zh: "使用动量"), style: .momentum,
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

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
  func figure(of runs: Runs) -> Figure {
    let (sum, average) = (runs.sum, runs.average)
    let (v, s) = (sum.bareFormula(of: "v"), average.bareFormula(of: "s"))
    return sum.figure(
      of: "Momentum",
      columns: [
        [
          sum.walk(Words(en: "PyTorch’s code: \(v)", zh: "PyTorch 的代码：\(v)")),
          average.walk(Words(en: "The course’s formula: \(s)", zh: "课程的公式：\(s)")),
        ],
        [
          weights(of: runs),
          velocities(of: runs),
        ],
      ])
  }

  /// The weights of the two dialects, and of the converted one as dots: they lie on the line of the sum.
  private func weights(of runs: Runs) -> Chart {
    let compared = compared(runs)
    var chart = Chart(Words(en: "The weight", zh: "权重"), comparing: Array(compared.dropLast()))
    for converted in compared.suffix(1) {
      let distance = max(1, converted.data.count / 12)
      let dots = stride(from: 0, to: converted.data.count, by: distance).map {
        converted.data[$0]
      }
      chart.marks.append(PointMark(dots, name: converted.name, color: converted.style.color))
    }
    return chart
  }

  /// What the weight is moved by.
  private func velocities(of runs: Runs) -> Chart {
    let (sum, average) = (runs.sum.run, runs.average.run)
    return Chart(
      heading: Words(en: "What \(math: "η") multiplies", zh: "与 \(math: "η") 相乘的量"),
      x: .steps(to: max(sum.finite.count, average.finite.count) - 1),
      y: Axis(Words(math: .list("v", "s"))),
      marks: [
        LineMark(
          sum.steps.overSteps { $0.optimizers[0].v }, name: Words(math: "v"),
          color: Symbol("v").color),
        LineMark(
          average.steps.overSteps { $0.optimizers[0].s }, name: Words(math: "s"),
          color: Symbol("s").color),
      ])
  }

  /// A learning rate near the limit 2/25 of plain descent, so that it swings across the ravine and yet creeps along it,
  /// and a momentum that helps with both.
  static let ravine = (η: 0.07, β: 0.5, steps: 30)

  var ravineWalks: (plain: RavineWalk, momentum: RavineWalk) {
    let (η, β, steps) = Self.ravine
    return (
      RavineWalk(
        Words(en: "Without momentum", zh: "不用动量"), style: .plain,
        with: GradientDescent(η: η), steps: steps),
      RavineWalk(
        Words(en: "With momentum", zh: "使用动量"), style: .momentum,
        with: Momentum(η: η, β: β), steps: steps)
    )
  }

  var ravine: Figure {
    let (plain, momentum) = ravineWalks
    return Figure(
      title: Words(
        en: "Momentum in the ravine \(math: RavineWalk.objective.equation)",
        zh: "峡谷 \(math: RavineWalk.objective.equation) 中的动量法"),
      subtitle: RavineWalk.subtitle(
        Momentum<Double>(η: Self.ravine.η, β: Self.ravine.β), steps: Self.ravine.steps),
      columns: [
        [plain.chart, momentum.chart],
        [RavineWalk.losses(of: [plain, momentum])],
      ])
  }
}

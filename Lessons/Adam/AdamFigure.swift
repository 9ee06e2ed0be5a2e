import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension AdamLesson {
  func figure(of example: Example) -> Figure {
    example.figure(
      of: "Adam",
      columns: [
        [example.walk()],
        [quantities(of: example), effectiveSteps(of: example)],
      ])
  }

  /// What Adam keeps track of, over the steps.
  private func quantities(of example: Example) -> Chart {
    let (run, weight) = (example.run, example.weight)
    func line(
      _ symbol: Symbol, _ name: Mathematics, dash: [Double] = [], _ data: [Datum]
    ) -> LineMark {
      LineMark(data, name: Words(math: name), color: symbol.color, dash: dash)
    }
    return Chart(
      heading: Words(en: "Adam’s quantities", zh: "Adam 的各个量"),
      x: example.stepAxis,
      y: Axis(Words(math: .list(weight.mathematics, "m̂", .root("ŝ")))),
      marks: [
        line(weight, weight.mathematics, run.finite.overSteps { $0.point[0] }),
        line("m̂", "m̂", dash: [18, 7], run.steps.overSteps { $0.optimizers[0].m̂ }),
        line(
          "ŝ", .root("ŝ"), dash: [4, 5], run.steps.overSteps { $0.optimizers[0].ŝ.squareRoot() }),
      ])
  }

  private func effectiveSteps(of example: Example) -> Chart {
    let explained = example.explanation.rows[1].optimizers[0]
    return Chart(
      heading: Words(en: "The effective step", zh: "有效步长"),
      x: example.stepAxis,
      y: Axis(Words(math: explained.effectiveStep.mathematics(Notation(.bare)))),
      marks: [
        LineMark(
          example.run.steps.overSteps { $0.optimizers[0].effectiveStep },
          color: Symbol("η").color)
      ])
  }
}

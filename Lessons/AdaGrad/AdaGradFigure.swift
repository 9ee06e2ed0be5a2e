import Descent
import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension AdaGradLesson {
  func figure(of example: Example) -> Figure {
    example.figure(
      of: "AdaGrad",
      columns: [
        [
          example.walk(),
          Chart(
            Words(en: "The weight", zh: "权重"),
            comparing: [
              example.compared(as: "AdaGrad", style: .adaGrad),
              options.plainDescent,
            ]),
        ],
        [
          chart(
            of: "s", Words(en: "The sum only grows …", zh: "平方和只增不减……"), of: example
          ) { $0.optimizers[0].s },
          chart(
            of: "η′", Words(en: "… so the rate only falls", zh: "……学习率就只减不增"), of: example
          ) { $0.optimizers[0].effectiveRate },
        ],
      ])
  }

  /// One of the optimizer's quantities over the steps, with its formula as legend.
  private func chart(
    of symbol: Symbol, _ heading: Words, of example: Example,
    _ value: (FiniteRun<AdaGrad<Double>>.Row) -> Double
  ) -> Chart {
    Chart(
      heading: heading, x: example.stepAxis, y: Axis(Words(math: symbol.mathematics)),
      marks: [
        LineMark(
          example.run.steps.overSteps(value), name: example.bareFormula(of: symbol),
          color: symbol.color)
      ])
  }
}

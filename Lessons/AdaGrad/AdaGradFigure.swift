import Descent
import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension AdaGradLesson {
  func figure(of example: Example, in language: Language) -> Figure {
    example.figure(
      of: "AdaGrad",
      columns: [
        [
          example.walk(in: language),
          Chart(
            language(en: "The weight", zh: "权重"),
            comparing: [
              example.compared(as: "AdaGrad", style: .adaGrad),
              options.plainDescent(in: language),
            ], in: language),
        ],
        [
          chart(
            of: "s", language(en: "The sum only grows …", zh: "平方和只增不减……"), of: example,
            in: language
          ) { $0.optimizers[0].s },
          chart(
            of: "η′", language(en: "… so the rate only falls", zh: "……学习率就只减不增"), of: example,
            in: language
          ) { $0.optimizers[0].effectiveRate },
        ],
      ], in: language)
  }

  /// One of the optimizer's quantities over the steps, with its formula as legend.
  private func chart(
    of symbol: Symbol, _ heading: Label, of example: Example, in language: Language,
    _ value: (FiniteRun<AdaGrad<Double>>.Row) -> Double
  ) -> Chart {
    Chart(
      heading: heading, x: example.stepAxis(in: language), y: Axis(Label(math: symbol.mathematics)),
      marks: [
        LineMark(
          example.run.steps.overSteps(value), name: example.bareFormula(of: symbol),
          color: symbol.color)
      ])
  }
}

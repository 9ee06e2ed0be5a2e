import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension RMSPropLesson {
  func figure(of example: Example, beside adaGrad: AdaGradExample) -> Figure {
    func both(_ rms: [Datum], _ ada: [Datum]) -> [any Mark] {
      [
        LineMark(rms, name: "RMSProp", style: .rmsProp),
        LineMark(ada, name: "AdaGrad", style: .adaGrad),
      ]
    }
    let last = max(example.run.finite.count, adaGrad.run.finite.count) - 1
    return example.figure(
      of: "RMSProp",
      columns: [
        [
          example.walk(),
          Chart(
            Words(en: "The weight", zh: "权重"),
            comparing: [
              example.compared(as: "RMSProp", style: .rmsProp),
              adaGrad.compared(as: "AdaGrad", style: .adaGrad),
              options.plainDescent,
            ]),
        ],
        [
          Chart(
            heading: Words(en: "\(math: "s"): leaking and not", zh: "\(math: "s")：会遗忘与不会遗忘"),
            x: .steps(to: last),
            y: Axis(Words(math: "s"), scale: .logarithmic),
            marks: both(
              example.run.steps.overSteps { $0.optimizers[0].s },
              adaGrad.run.steps.overSteps { $0.optimizers[0].s })),
          Chart(
            heading: Words(en: "The effective rate", zh: "有效学习率"),
            x: .steps(to: last),
            y: Axis(example.bareFormula(of: "η′"), scale: .logarithmic),
            marks: both(
              example.run.steps.overSteps { $0.optimizers[0].effectiveRate },
              adaGrad.run.steps.overSteps { $0.optimizers[0].effectiveRate })),
        ],
      ])
  }
}

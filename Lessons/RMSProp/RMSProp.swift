import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// RMSProp on L(w) = w²/2: section 3.3.4 of the course.
public struct RMSPropLesson: Lesson {
  public static let name = "rmsprop"
  public static let abstract = "RMSProp on w²/2: AdaGrad with a sum that leaks."
  public static let section = "3.3.4"

  @OptionGroup var options: DescentOptions

  @Option(parsing: .unconditional, help: "Decay β of the mean squared gradient, from 0 to below 1.")
  public var beta = 0.9

  @Option(parsing: .unconditional, help: "The small number ε in the denominator, above 0.")
  public var epsilon = 1e-8

  public init() {}

  public func validate() throws {
    try Self.requireBelowOne("--beta", beta)
    try Self.requireAboveZero("--epsilon", epsilon)
  }

  typealias Example = WorkedExample<RMSProp<Double>, RMSProp<Traced>>
  typealias AdaGradExample = WorkedExample<AdaGrad<Double>, AdaGrad<Traced>>

  /// The same optimizer with any number type, and with the lesson's ε or another.
  private func rmsProp<Number: Scalar>(ε: Double) -> RMSProp<Number> {
    RMSProp(η: Number(options.learningRate), β: Number(beta), ε: Number(ε))
  }

  private func adaGrad<Number: Scalar>() -> AdaGrad<Number> {
    AdaGrad(η: Number(options.learningRate), ε: Number(epsilon))
  }

  /// The course's code, with what it prints.
  static var printed: PrintedByPyTorch<RMSProp<Double>> {
    PrintedByPyTorch(optimizer: RMSProp(η: 0.01, β: 0.9), weights: ["0.968377", "0.945788"])
  }

  public var document: Document {
    let example = Example(options, rmsProp(ε: epsilon), rmsProp(ε: epsilon))
    let adaGrad = AdaGradExample(options, adaGrad(), adaGrad())
    let withCoursesSigma = Example(
      options, rmsProp(ε: Self.courseSigma), rmsProp(ε: Self.courseSigma))
    return Document(title: Words(en: "RMSProp, step by step", zh: "RMSProp 逐步演算")) {
      example.parts(
        of: Self.self, on: "RMSProp", meanings: meanings, note: whatIsAveraged,
        table: example.table(),
        remarks: Self.printed.comparison(with: example), smallNumber(of: example, withCoursesSigma),
        example.divergence)
      Block.heading(Words(en: "A sum that leaks", zh: "会遗忘的累计量"))
      leaking(example, beside: adaGrad)
      if options.start != 0 { resting }
      Block.figure(figure(of: example, beside: adaGrad), name: Self.name)
    }
  }
}

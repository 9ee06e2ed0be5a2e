import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// AdaGrad on L(w) = w²/2: section 3.3.3 of the course.
public struct AdaGradLesson: Lesson {
  public static let name = "adagrad"
  public static let abstract = "AdaGrad on w²/2: a learning rate that only shrinks."
  public static let section = "3.3.3"

  @OptionGroup var options: DescentOptions

  @Option(parsing: .unconditional, help: "The small number ε in the denominator, above 0.")
  public var epsilon = 1e-10

  public init() {}

  public func validate() throws {
    try Self.requireAboveZero("--epsilon", epsilon)
  }

  typealias Example = WorkedExample<AdaGrad<Double>, AdaGrad<Traced>>

  /// The same optimizer with any number type.
  private func adaGrad<Number: Scalar>() -> AdaGrad<Number> {
    AdaGrad(η: Number(options.learningRate), ε: Number(epsilon))
  }

  /// The course's code, with what it prints.
  private static var printed: PrintedByPyTorch<AdaGrad<Double>> {
    PrintedByPyTorch(optimizer: AdaGrad(η: 0.01), weights: ["0.990000", "0.982965"])
  }

  public var document: Document {
    let example = Example(options, adaGrad(), adaGrad())
    return Document(title: Words(en: "AdaGrad, step by step", zh: "AdaGrad 逐步演算")) {
      example.parts(
        of: Self.self, on: "AdaGrad", meanings: meanings, note: twoRates, table: example.table(),
        remarks: Self.printed.comparison(with: example), smallNumber, example.divergence)
      Block.heading(Words(en: "Why it slows down", zh: "为什么越走越慢"))
      slowing(of: example)
      stalling
      Block.figure(figure(of: example), name: Self.name)
    }
  }
}

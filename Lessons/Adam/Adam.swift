import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// Adam on L(w) = w²/2: section 3.3.5 of the course.
public struct AdamLesson: Lesson {
  public static let name = "adam"
  public static let abstract = "Adam on w²/2, one step at a time."
  public static let section = "3.3.5"

  @OptionGroup var options: DescentOptions

  @Option(parsing: .unconditional, help: "Decay β₁ of the mean gradient, from 0 to below 1.")
  public var beta1 = 0.9

  @Option(
    parsing: .unconditional, help: "Decay β₂ of the mean squared gradient, from 0 to below 1.")
  public var beta2 = 0.99

  @Option(parsing: .unconditional, help: "The small number ε in the denominator, above 0.")
  public var epsilon = 1e-8

  public init() {}

  public func validate() throws {
    try Self.requireBelowOne("--beta1", beta1)
    try Self.requireBelowOne("--beta2", beta2)
    try Self.requireAboveZero("--epsilon", epsilon)
  }

  /// The same optimizer with any number type.
  private func adam<Number: Scalar>() -> Adam<Number> {
    Adam(η: Number(options.learningRate), β1: Number(beta1), β2: Number(beta2), ε: Number(epsilon))
  }

  typealias Example = WorkedExample<Adam<Double>, Adam<Traced>>

  /// The course's code, with what it prints.
  private static var printed: PrintedByPyTorch<Adam<Double>> {
    PrintedByPyTorch(
      optimizer: Adam(η: 0.01, β1: 0.9, β2: 0.99), weights: ["0.990000", "0.980003"])
  }

  public var document: Document {
    let example = Example(options, adam(), adam())
    return Document(title: Words(en: "Adam, step by step", zh: "Adam 逐步演算")) {
      example.parts(
        of: Self.self, on: "Adam", meanings: meanings, note: secondMoment,
        table: table(of: example),
        remarks: Self.printed.comparison(with: example), example.divergence)
      Block.figure(figure(of: example), name: Self.name)
    }
  }
}

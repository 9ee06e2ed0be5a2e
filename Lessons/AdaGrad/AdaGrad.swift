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
    try Self.require(epsilon > 0 && epsilon.isFinite, "--epsilon must be a number above 0")
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

  public func document(in language: Language) -> Document {
    let example = Example(options, adaGrad(), adaGrad())
    let remarks = [
      Self.printed.comparison(with: example, in: language), smallNumber(in: language),
      example.divergence(in: language),
    ]
    return Document(
      title: language(en: "AdaGrad, step by step", zh: "AdaGrad 逐步演算"),
      blocks: [
        .prose(example.introduction(to: "AdaGrad", section: Self.section, in: language)),
        .heading(language(en: "The formulas", zh: "公式")),
        .formulas(example.formulas(meanings(in: language), in: language)),
        .prose(twoRates(in: language)),
        .heading(language(en: "The first steps, with their numbers", zh: "前几步的代入计算")),
      ] + example.derivations(in: language) + [
        .heading(language(en: "All steps", zh: "各步的数值")),
        .table(example.table(in: language), name: Self.name),
      ] + remarks.compactMap(\.self).map { .prose($0) } + [
        .heading(language(en: "Why it slows down", zh: "为什么越走越慢"))
      ]
        + [slowing(of: example, in: language), stalling(in: language)].compactMap(\.self)
        .map { .prose($0) } + [.figure(figure(of: example, in: language), name: Self.name)])
  }
}

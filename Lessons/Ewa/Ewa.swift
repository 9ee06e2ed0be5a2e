import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import TorchRandom
import Words

/// The exponentially weighted average of random temperatures: section 3.3.1 of the course.
public struct EwaLesson: Lesson {
  public static let name = "ewa"
  public static let abstract = "The exponentially weighted average, day by day."
  public static let section = "3.3.1"

  @Option(
    name: .customLong("beta"), parsing: .unconditionalSingleValue,
    help: "How much of the average is kept each day, from 0 to below 1; up to four times.")
  public var betas = [0.5, 0.9, 0.98]

  @Option(parsing: .unconditional, help: "The seed of the temperatures, as of torch.manual_seed.")
  public var seed = 0

  @Option(parsing: .unconditional, help: "How many days there are, from 2 to 1000.")
  public var days = 30

  public init() {}

  public func validate() throws {
    try Self.require(
      betas.allSatisfy { 0 <= $0 && $0 < 1 }, "--beta must be at least 0 and below 1")
    try Self.require(
      betas.count <= Self.colors.count && Set(betas).count == betas.count,
      "--beta must be given at most \(Self.colors.count) times, with different values")
    try Self.require((2...1000).contains(days), "--days must be from 2 to 1000")
  }

  /// The day that the course writes out as a sum.
  static let courseDay = Step(100)

  /// The course's `torch.manual_seed(seed)`, `torch.randn(days) * 10`, in degrees.
  var temperatures: [Double] {
    var torch = TorchGenerator(seed: seed)
    return torch.randn(days).map { Double($0 * 10) }
  }

  /// The β that forgets most slowly, for which all effects of the start are largest.
  var slowest: Double { betas.max() ?? 0 }

  /// The average after each day.
  func averages<Number: Scalar>(
    of temperatures: some Sequence<Double>, β: Double, from start: ExponentialAverage<Number>.Start
  ) -> [ExponentialAverage<Number>] {
    ExponentialAverage(β: Number(β), start: start).averages(
      of: temperatures.enumerated().map { Number($1).named("Y", Step($0 + 1)) })
  }

  public func document(in language: Language) -> Document {
    let temperatures = temperatures
    return Document(
      title: language(en: "The exponentially weighted average", zh: "指数加权平均"),
      blocks: [
        .prose(introduction(in: language)),
        .heading(language(en: "The formulas", zh: "公式")),
        .formulas(formulas(in: language)),
        .heading(language(en: "The first days, with their numbers", zh: "前几天的代入计算")),
      ] + derivations(of: temperatures) + [
        .heading(language(en: "All days", zh: "逐日数值")),
        .table(averageTable(of: temperatures, in: language), name: "averages"),
        .figure(temperatureFigure(of: temperatures, in: language), name: "ewa-temperatures"),
        .figure(averageFigure(of: temperatures, in: language), name: "ewa-averages"),
        .heading(language(en: "What each day counts", zh: "每一天的权重")),
        .formulas(sums(in: language)),
        .table(weightTable(in: language), name: "weights"),
        .prose(firstDay(in: language)),
        .heading(language(en: "How many days are remembered", zh: "平均记住多少天")),
      ] + memories(in: language) + [
        .prose(memory(in: language)),
        .figure(weightFigure(in: language), name: "ewa-weights"),
        .heading(language(en: "The bias of a start at zero", zh: "从零开始的偏差与校正")),
        .prose(bias(in: language)),
      ] + corrections(of: temperatures) + [
        .table(correctionTable(of: temperatures, in: language), name: "corrections"),
        .figure(correctionFigure(of: temperatures, in: language), name: "ewa-corrections"),
      ])
  }
}

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
    for beta in betas { try Self.requireBelowOne("--beta", beta) }
    try Self.require(
      betas.count <= Self.colors.count && Set(betas).count == betas.count,
      en: "--beta must be given at most \(Self.colors.count) times, with different values",
      zh: "--beta 最多给出 \(Self.colors.count) 次，且每次的值不同")
    try Self.require("--days", days, in: 2...1000)
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

  public var document: Document {
    let temperatures = temperatures
    return Document(title: Words(en: "The exponentially weighted average", zh: "指数加权平均")) {
      Block.prose(introduction)
      Block.heading(Words(en: "The formulas", zh: "公式"))
      Block.formulas(formulas)
      Block.heading(Words(en: "The first days, with their numbers", zh: "前几天的代入计算"))
      derivations(of: temperatures)
      Block.heading(Words(en: "All days", zh: "逐日数值"))
      Block.table(averageTable(of: temperatures), name: "averages")
      Block.figure(temperatureFigure(of: temperatures), name: "ewa-temperatures")
      Block.figure(averageFigure(of: temperatures), name: "ewa-averages")
      Block.heading(Words(en: "What each day counts", zh: "每一天的权重"))
      Block.formulas(sums)
      Block.table(weightTable, name: "weights")
      Block.prose(firstDay)
      Block.heading(Words(en: "How many days are remembered", zh: "平均记住多少天"))
      memories
      Block.prose(memory)
      Block.figure(weightFigure, name: "ewa-weights")
      Block.heading(Words(en: "The bias of a start at zero", zh: "从零开始的偏差与校正"))
      Block.prose(bias)
      corrections(of: temperatures)
      Block.table(correctionTable(of: temperatures), name: "corrections")
      Block.figure(correctionFigure(of: temperatures), name: "ewa-corrections")
    }
  }
}

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

  @Option(
    name: .customLong("beta"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      en: "How much of the average is kept each day, from 0 to below 1; up to four values.",
      zh: "每天保留平均值的多少，不小于 0 且小于 1；最多四个值。"))
  var betaLists = [NumberList(0.5, 0.9, 0.98)]

  /// How much of each average is kept each day.
  public var betas: [Double] { betaLists.flatMap(\.numbers) }

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The seed of the temperatures, as of torch.manual_seed.",
      zh: "气温的种子，同 torch.manual_seed。"))
  public var seed = 0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(en: "How many days there are, from 2 to 1000.", zh: "天数，2 到 1000。"))
  public var days = 30

  public init() {}

  public func validate() throws {
    for beta in betas { try Self.require(Declaration.average["β"], beta) }
    try Self.require(
      betas.count <= Self.colors.count && Set(betas).count == betas.count,
      en: "--beta must be at most \(Self.colors.count) values, each another one",
      zh: "--beta 最多 \(Self.colors.count) 个值，且互不相同")
    try Self.require("--days", days, in: 2...1000)
  }

  /// The course's `torch.manual_seed(seed)`, `torch.randn(days) * 10`, in degrees.
  var temperatures: [Double] {
    var torch = TorchGenerator(seed: seed)
    return torch.randn(days).map { Double($0 * 10) }
  }

  /// The averages with each β.
  var averages: [Averages] {
    let temperatures = temperatures
    return zip(betas, Self.colors).map { Averages(β: $0, of: temperatures, color: $1) }
  }

  /// Those that forget most slowly, for which all effects of the start are largest.
  var slowest: Averages { averages.sorted { $0.β > $1.β }[0] }

  public var document: Document {
    Document(title: Words(en: "The exponentially weighted average", zh: "指数加权平均")) {
      introduction
      Block.heading(Words(en: "The formulas", zh: "公式"))
      Block.formulas(formulas)
      Block.heading(Words(en: "The first days, with their numbers", zh: "前几天的代入计算"))
      averages.map { Block.derivations(title: $0.name, of: $0.course.prefix(3).map(\.S)) }
      Block.heading(Words(en: "All days", zh: "逐日数值"))
      Block.table(averageTable, name: "averages")
      Block.figure(temperatureFigure, name: "ewa-temperatures")
      Block.figure(averageFigure, name: "ewa-averages")
      Block.heading(Words(en: "What each day counts", zh: "每一天的权重"))
      Block.formulas(sums)
      Block.table(weightTable, name: "weights")
      firstDay
      Block.heading(Words(en: "How many days are remembered", zh: "平均记住多少天"))
      memories
      memory
      Block.figure(weightFigure, name: "ewa-weights")
      Block.heading(Words(en: "The bias of a start at zero", zh: "从零开始的偏差与校正"))
      bias
      Block.derivations(
        title: slowest.name, of: slowest.zero.prefix(3).flatMap { [$0.S, $0.Ŝ] })
      Block.table(correctionTable, name: "corrections")
      Block.figure(correctionFigure, name: "ewa-corrections")
    }
  }
}

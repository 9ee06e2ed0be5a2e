import ArgumentParser
import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// Scaling of features and what else is done to data before training: section 4 of the course's document 003.
public struct ScalingLesson: Lesson {
  public static let name = "scaling"

  @Option(Declaration.scaling["a"]) public var low: Double
  @Option(Declaration.scaling["b"]) public var high: Double

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The area of the outlier in m², from \(outliers.lowerBound) to \(outliers.upperBound).",
      zh: "离群值的面积（m²），\(outliers.lowerBound) 到 \(outliers.upperBound)。"))
  public var outlier = 1200

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many numbers the moving average takes, an odd number from 1 to 7.",
      zh: "移动平均所取的个数，1 到 7 的奇数。"))
  public var window = 3

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The learning rate in parts of the largest stable one, from 0.05 to 1.2.",
      zh: "学习率与最大稳定学习率之比，0.05 到 1.2。"))
  public var rate = 0.6

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many steps of the descents are drawn, from 1 to 1000.",
      zh: "画出梯度下降的多少步，1 到 1000。"))
  public var steps = 30

  public init() {}

  /// Outliers are at least twice as large as the largest flat.
  private static let outliers = 240...1_000_000

  public func validate() throws {
    try Self.require(Declaration.scaling["a"], low)
    try Self.require(Declaration.scaling["b"], high)
    try Self.require(
      low < high && max(low.magnitude, high.magnitude) <= 1e6,
      en: "--low must be below --high, both from -1e6 to 1e6",
      zh: "--low 必须小于 --high，二者都在 -1e6 到 1e6 之间")
    try Self.require("--outlier", outlier, in: Self.outliers)
    try Self.require(
      (1...7).contains(window) && window % 2 == 1,
      en: "--window must be an odd number from 1 to 7", zh: "--window 必须是 1 到 7 的奇数")
    try Self.require(
      (0.05...1.2).contains(rate), en: "--rate must be from 0.05 to 1.2",
      zh: "--rate 必须在 0.05 到 1.2 之间")
    try Self.require("--steps", steps, in: 1...1000)
  }

  public var document: Document {
    let outliers = Outliers(Flats.areas, outlier: Double(outlier))
    let descents = ScaledDescent.all(rate: rate, steps: steps)
    return Document(title: Words(en: "Scaling of features", zh: "特征缩放")) {
      introduction
      numbers
      testData
      outlierText(outliers)
      Block.figure(figure(of: outliers), name: "\(Self.name)-outlier")
      preparation
      targets(descents)
      descentText(descents)
      Block.figure(figure(of: descents), name: Self.name)
    }
  }
}

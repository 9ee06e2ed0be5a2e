import ArgumentParser
import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// Softmax regression, from the scores to a trained classifier: section 5 of the course's document 000.
public struct SoftmaxLesson: Lesson {
  public static let name = "softmax"

  @Option(Declaration.softmax["η"]) public var learningRate: Double

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The seed of all draws, as of torch.manual_seed.",
      zh: "所有随机数的种子，同 torch.manual_seed。"))
  public var seed = 0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many samples each arm of the spiral has, from 10 to 200.",
      zh: "螺旋每条臂的样本数，10 到 200。"))
  public var samples = 100

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(en: "How many steps to train, from 1 to 500.", zh: "训练步数，1 到 500。"))
  public var steps = 200

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many hidden neurons the network has that is compared with, from 1 to 100.",
      zh: "用来比较的网络有多少隐藏神经元，1 到 100。"))
  public var hidden = 20

  public init() {}

  public func validate() throws {
    try Self.require(
      learningRate > 0 && learningRate <= 10, en: "--learning-rate must be above 0 and at most 10",
      zh: "--learning-rate 必须大于 0 且不超过 10")
    try Self.require("--samples", samples, in: 10...200)
    try Self.require("--steps", steps, in: 1...500)
    try Self.require("--hidden", hidden, in: 1...100)
  }

  public var document: Document {
    let example = SoftmaxExample(η: learningRate)
    let contest = SpiralContest(of: self)
    return Document(title: Words(en: "Softmax regression, step by step", zh: "Softmax 回归逐步演算")) {
      introduction(contest)
      formulas(of: example)
      numbers(of: example)
      shift
      chainRule(of: example)
      twoClasses
      training(contest)
      Block.figure(figure(of: example), name: Self.name)
      Block.figure(regions(of: contest), name: "\(Self.name)-regions")
    }
  }
}

import ArgumentParser
import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// Losses, each with the last layer that belongs to it: section 7 of the course's document 003, and document 004.
public struct LossesLesson: Lesson {
  public static let name = "losses"

  @Option(Declaration.losses["Δ"]) public var margin: Double

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The score of a wrong answer whose gradients are compared, from -20 to 20.",
      zh: "比较梯度所用的错误答案的得分，-20 到 20。"))
  public var score = -5.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The margin m of the distances in contrastive and triplet loss, above 0 and at most 100.",
      zh: "对比损失和三元组损失中距离的间隔 m，大于 0 且不大于 100。"))
  public var distanceMargin = 2.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The learning rate of all steps, above 0 and at most 10.",
      zh: "各步的学习率，大于 0 且不大于 10。"))
  public var learningRate = 0.5

  public init() {}

  public func validate() throws {
    try Self.requireAboveZero("--margin", margin, atMost: 100)
    try Self.require(
      score.magnitude <= 20, en: "--score must be a number between -20 and 20",
      zh: "--score 必须是 -20 到 20 之间的数")
    try Self.requireAboveZero("--distance-margin", distanceMargin, atMost: 100)
    try Self.requireAboveZero("--learning-rate", learningRate, atMost: 10)
  }

  public var document: Document {
    let points = ThreePoints(η: learningRate, margin: distanceMargin)
    return Document(title: Words(en: "Losses and their last layers", zh: "损失函数与最后一层")) {
      introduction
      prediction
      yesOrNo
      classes
      slowLearning
      Block.figure(figure, name: Self.name)
      parts(of: points)
      Block.figure(figure(of: points), name: "\(Self.name)-points")
      conclusion
    }
  }
}

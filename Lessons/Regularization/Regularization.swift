import ArgumentParser
import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// Under- and overfitting of a small noisy curve, and what helps: section 5.1 of the course, sections 1, 3 and 5 of document
/// 003, and document 004.
public struct RegularizationLesson: Lesson {
  public static let name = "regularization"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many samples are learned from, from 4 to 100.",
      zh: "训练样本数，4 到 100。"))
  public var samples = 20

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The standard deviation of their noise, from 0.01 to 2.",
      zh: "样本噪声的标准差，0.01 到 2。"))
  public var noise = 0.3

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many epochs each network is trained, from 50 to 2000.",
      zh: "每个网络训练的轮数，50 到 2000。"))
  public var epochs = 600

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many neurons each of the largest network’s three hidden layers has, from 4 to 32.",
      zh: "最大网络的三个隐藏层各有多少神经元，4 到 32。"))
  public var width = 16

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many epochs early stopping waits for a lower validation error, from 1 to 2000.",
      zh: "早停等待验证误差下降的轮数，1 到 2000。"))
  public var patience = 50

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The weight λ of the penalty, from 0 to 1.",
      zh: "惩罚的系数 λ，0 到 1。"))
  public var penalty = 0.003

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The probability p of dropping a hidden neuron, at least 0 and below 1.",
      zh: "失活一个隐藏神经元的概率 p，不小于 0 且小于 1。"))
  public var dropout = 0.1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many checkpoints the ensemble has, from 2 to 20.",
      zh: "集成所用的检查点数，2 到 20。"))
  public var checkpoints = 5

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The seed of all draws, as of torch.manual_seed.",
      zh: "所有随机数的种子，同 torch.manual_seed。"))
  public var seed = 3

  public init() {}

  /// The learning rate of Adam for all networks.
  static let rate = 0.02

  /// The hidden layers of the networks, from the smallest.
  var sizes: [[Int]] { [[1], [3], [64], [width, width, width]] }

  public func validate() throws {
    try Self.require("--samples", samples, in: 4...100)
    try Self.require(
      (0.01...2).contains(noise), en: "--noise must be from 0.01 to 2",
      zh: "--noise 必须在 0.01 到 2 之间")
    try Self.require("--epochs", epochs, in: 50...2000)
    try Self.require("--width", width, in: 4...32)
    try Self.require("--patience", patience, in: 1...2000)
    try Self.require(
      (0...1).contains(penalty), en: "--penalty must be from 0 to 1",
      zh: "--penalty 必须在 0 到 1 之间")
    try Self.require(
      dropout >= 0 && dropout < 1, en: "--dropout must be at least 0 and below 1",
      zh: "--dropout 必须不小于 0 且小于 1")
    try Self.require("--checkpoints", checkpoints, in: 2...20)
  }

  public var document: Document {
    let experiment = CurveExperiment(self)
    return Document(title: Words(en: "Overfitting and regularization", zh: "过拟合与正则化")) {
      introduction(experiment)
      sizesTable(experiment)
      curves(experiment)
      remedies(experiment)
      stoppingAsPenalty
      ensemble(experiment)
    }
  }
}

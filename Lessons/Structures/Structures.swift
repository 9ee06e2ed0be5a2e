import ArgumentParser
import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// Layers for images, sequences and codes, a small worked example each: sections 6 and 7 of document 003, and document 004.
public struct StructuresLesson: Lesson {
  public static let name = "structures"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The column of the image at which it becomes bright, from 1 to 5.",
      zh: "图像从哪一列开始变亮，1 到 5。"))
  public var edge = 3

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many layers the shortcut is tried on, from 1 to 50.",
      zh: "残差连接试用的层数，1 到 50。"))
  public var layers = 10

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many steps the recurrent layers read, from 2 to 50.",
      zh: "循环层读入的步数，2 到 50。"))
  public var steps = 20

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en:
        "The weight of the recurrent state, and the largest one of the layers, above 0 and at most 2.",
      zh: "循环状态的权重，也是各层权重的上限，大于 0 且不大于 2。")
  )
  public var weight = 0.9

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The bias of the LSTM’s forget gate, from -5 to 10.",
      zh: "LSTM 遗忘门的偏置，-5 到 10。"))
  public var forgetBias = 3.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many samples of each class the new task has, from 1 to 50.",
      zh: "新任务中每类的样本数，1 到 50。"))
  public var samples = 10

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The seed of all draws, as of torch.manual_seed.",
      zh: "所有随机数的种子，同 torch.manual_seed。"))
  public var seed = 0

  public init() {}

  public func validate() throws {
    try Self.require("--edge", edge, in: 1...5)
    try Self.require("--layers", layers, in: 1...50)
    try Self.require("--steps", steps, in: 2...50)
    try Self.requireAboveZero("--weight", weight, atMost: 2)
    try Self.require(
      (-5...10).contains(forgetBias), en: "--forget-bias must be from -5 to 10",
      zh: "--forget-bias 必须在 -5 到 10 之间")
    try Self.require("--samples", samples, in: 1...50)
  }

  public var document: Document {
    let image = EdgeImage(edge: edge)
    let gradients = GradientPaths(self)
    return Document(title: Words(en: "Structures of networks", zh: "网络的结构")) {
      introduction
      convolution(image)
      pointwise
      augmentation(image)
      shortcut(gradients)
      memory(gradients)
      autoencoder
      transfer
    }
  }
}

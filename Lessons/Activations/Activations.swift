import ArgumentParser
import Formulas
import Lecture
import Networks
import TorchRandom
import Words

/// Activation functions: section 1 of the course's document 003 and section 2 of 004.
public struct ActivationsLesson: Lesson {
  public static let name = "activations"

  @Option(Declaration.activations["a"]) public var slope: Double

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many layers a gradient goes back through, from 1 to 100.",
      zh: "梯度往回经过的层数，1 到 100。"))
  public var layers = 10

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The learning rate of the neuron that may die, above 0 and at most 0.3.",
      zh: "可能“死亡”的神经元的学习率，大于 0 且不大于 0.3。"))
  public var learningRate = 0.15

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many steps the neuron is trained, from 1 to 400.",
      zh: "这个神经元训练的步数，1 到 400。"))
  public var steps = 200

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The seed of RReLU’s draws, as of torch.manual_seed.",
      zh: "RReLU 随机数的种子，同 torch.manual_seed。"))
  public var seed = 0

  public init() {}

  public func validate() throws {
    try Self.require(Declaration.activations["a"], slope)
    try Self.require("--layers", layers, in: 1...100)
    try Self.requireAboveZero("--learning-rate", learningRate, atMost: 0.3)
    try Self.require("--steps", steps, in: 1...400)
  }

  /// The activations that are compared, with their names.
  var compared: [(name: Words, activation: Activation)] {
    [
      ("sigmoid", .sigmoid), ("tanh", .tanh), ("ReLU", .relu),
      (Words(en: "leaky ReLU", zh: "Leaky ReLU"), .leakyReLU(slope)),
    ]
  }

  public var document: Document {
    let (dying, living) = (run(.relu), run(.leakyReLU(slope)))
    return Document(title: Words(en: "Activation functions", zh: "激活函数")) {
      introduction
      linearLayers
      functions
      learnedSlopes
      Block.figure(curves, name: Self.name)
      saturation
      Block.figure(products, name: "\(Self.name)-layers")
      death(dying, living)
      Block.figure(figure(of: dying, living), name: "\(Self.name)-dying")
    }
  }
}

import ArgumentParser
import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// Layers for images, sequences and codes, a small worked example each: sections 6 and 7 of document 003, and document 004.
public struct StructuresLesson: Lesson {
  public static let name = "structures"
  public static let abstract =
    "Convolution, shortcut, memory, autoencoder, transfer: one small example each."
  public static let section = "003 §6–7"

  @Option(
    parsing: .unconditional,
    help: "The column of the image at which it becomes bright, from 1 to 5.")
  public var edge = 3

  @Option(parsing: .unconditional, help: "How many layers the shortcut is tried on, from 1 to 50.")
  public var layers = 10

  @Option(parsing: .unconditional, help: "How many steps the recurrent layers read, from 2 to 50.")
  public var steps = 20

  @Option(
    parsing: .unconditional,
    help:
      "The weight of the recurrent state, and the largest one of the layers, above 0 and at most 2."
  )
  public var weight = 0.9

  @Option(parsing: .unconditional, help: "The bias of the LSTM’s forget gate, from -5 to 10.")
  public var forgetBias = 3.0

  @Option(
    parsing: .unconditional, help: "How many samples of each class the new task has, from 1 to 50.")
  public var samples = 10

  @Option(parsing: .unconditional, help: "The seed of all draws, as of torch.manual_seed.")
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

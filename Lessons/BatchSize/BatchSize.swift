import ArgumentParser
import Descent
import Formulas
import Lecture
import Perceptrons
import TorchRandom
import Words

/// What the batch size decides: documents 003, section 7, and 004, “batch size”, of the course.
public struct BatchSizeLesson: Lesson {
  public static let name = "batch-size"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The samples N of the data set, from 64 to 2048.",
      zh: "数据集的样本数 N，64 到 2048。"))
  public var samples = 256

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The learning rate η of the runs, above 0 and at most 0.1.",
      zh: "学习率 η，大于 0 且不大于 0.1。"))
  public var learningRate = 0.025

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many epochs the runs have, from 1 to 50.",
      zh: "训练的轮数，1 到 50。"))
  public var epochs = 10

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many batches of each size are drawn, from 100 to 2000.",
      zh: "每种批大小抽取多少批，100 到 2000。"))
  public var batches = 400

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The seed of all draws, as of torch.manual_seed.",
      zh: "所有随机数的种子，同 torch.manual_seed。"))
  public var seed = 0

  public init() {}

  public func validate() throws {
    try Self.require("--samples", samples, in: 64...2048)
    try Self.require(
      learningRate >= 1e-3 && learningRate <= 0.1, en: "--learning-rate must be from 0.001 to 0.1",
      zh: "--learning-rate 必须在 0.001 到 0.1 之间")
    try Self.require("--epochs", epochs, in: 1...50)
    try Self.require("--batches", batches, in: 100...2000)
  }

  public var document: Document {
    var torch = TorchGenerator(seed: seed)
    let line = LineFit(samples: samples, from: &torch)
    let spreads = Self.doubled(upTo: samples).map {
      GradientSpread(of: line, size: $0, batches: batches, from: &torch)
    }
    let runs = sizes.map {
      BatchRun(on: line, size: $0, η: learningRate, epochs: epochs, steps: Self.steps, from: &torch)
    }
    let scaled = factors.map { k in
      BatchRun(
        on: line, size: Self.smallest * k, η: learningRate * Double(k), epochs: epochs, steps: 0,
        from: &torch)
    }
    let floors = [(1, 1), (1, 4), (4, 4), (4, 16)].map { factor, size in
      StationaryNoise(on: line, size: size, η: learningRate * Double(factor), from: &torch)
    }
    return Document(title: Words(en: "The batch size", zh: "批大小（Batch Size）")) {
      introduction(line)
      noise(spreads, of: line)
      cost(runs)
      stationary(floors)
      scaling(scaled, line)
      powersOfTwo
      Block.figure(figure(of: spreads, runs), name: Self.name)
      Block.figure(scalingFigure(of: scaled, line), name: "batch-size-scaling")
    }
  }

  /// The steps after which runs are compared that have seen different numbers of samples.
  static let steps = 50
  /// The batch size that the linear scaling rule starts from.
  static let smallest = 8

  /// 1, 2, 4 and so on.
  static func doubled(upTo last: Int) -> [Int] {
    Array(sequence(first: 1) { $0 * 2 <= last ? $0 * 2 : nil })
  }

  /// What batch and rate are multiplied by: 1, 2, 4 and so on, or 1, 4, 16 and so on where these would be many.
  private var factors: [Int] {
    let doubled = Self.doubled(upTo: samples / Self.smallest)
    return doubled.indices.filter { doubled.count <= 7 || $0 % 2 == 0 }.map { doubled[$0] }
  }

  /// The batch sizes that are shown: 1, 4, 16 and so on, and the whole data set.
  var sizes: [Int] { sequence(first: 1) { $0 * 4 < samples ? $0 * 4 : nil } + [samples] }
}

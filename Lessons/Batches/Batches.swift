import ArgumentParser
import Descent
import Lecture
import TorchRandom
import Words

/// Epoch, batch and iteration: section 3.1 of the course.
public struct BatchesLesson: Lesson {
  public static let name = "batches"

  /// The numbers of the course's example.
  static let course = (samples: 50_000, batchSize: 256, epochs: 10)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The samples N of the data set, from 1 to 1000000000.",
      zh: "数据集的样本数 N，1 到 1000000000。"))
  public var samples = course.samples

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The samples B of a batch, from 1 to 1000000000.",
      zh: "每批的样本数 B，1 到 1000000000。"))
  public var batchSize = course.batchSize

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(en: "The epochs E, from 1 to 1000000.", zh: "轮数 E，1 到 1000000。"))
  public var epochs = course.epochs

  public init() {}

  public func validate() throws {
    let sizes = 1...1_000_000_000
    try Self.require("--samples", samples, in: sizes)
    try Self.require("--batch-size", batchSize, in: sizes)
    try Self.require("--epochs", epochs, in: 1...1_000_000)
  }

  var batches: Batches { Batches(samples: samples, size: batchSize) }

  /// The data set that is descended on, and how: as the options say, but small enough to be drawn; and a small one in place of
  /// the course's.
  var example: (samples: Int, batchSize: Int, epochs: Int, η: Double, seed: Int, start: [Double]) {
    let isCourse = (samples, batchSize, epochs) == Self.course
    let count = isCourse ? 64 : min(max(samples, 3), Self.largest.samples)
    return (
      count, isCourse ? 8 : min(batchSize, count),
      isCourse ? 10 : min(epochs, Self.largest.epochs), 0.1, 0, [-1.0, 2.5]
    )
  }

  /// More would be a blot in the figure.
  static let largest = (samples: 256, epochs: 40)

  public var document: Document {
    let experiment = BatchExperiment(of: self)
    return Document(title: Words(en: "Epoch, batch and iteration", zh: "轮、批与迭代")) {
      introduction
      counting
      division
      threeWays
      descents(of: experiment)
      Block.figure(figure(of: experiment), name: Self.name)
    }
  }
}

extension BatchExperiment {
  /// The lesson's example.
  init(of lesson: BatchesLesson) {
    let example = lesson.example
    var torch = TorchGenerator(seed: example.seed)
    let line = NoisyLine(count: example.samples, from: &torch)
    let epochs = (0..<example.epochs).map { _ in
      torch.randperm(example.samples).map { line.samples[$0] }
    }
    self.line = line
    self.epochs = epochs
    ways = [example.samples, example.batchSize, 1].map {
      BatchDescent(through: epochs, batchSize: $0, from: example.start, η: example.η)
    }
  }
}

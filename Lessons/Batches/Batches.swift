import ArgumentParser
import Descent
import Lecture
import LessonsShared
import TorchRandom
import Words

/// Epoch, batch and iteration: section 3.1 of the course.
public struct BatchesLesson: Lesson {
  public static let name = "batches"
  public static let abstract = "Epoch, batch and iteration; full batch, mini-batch, stochastic."
  public static let section = "3.1"

  /// The numbers of the course's example, and its results.
  static let course = (samples: 50_000, batchSize: 256, epochs: 10, batches: 196, iterations: 1960)

  @Option(parsing: .unconditional, help: "The samples N of the data set, from 1 to 1000000000.")
  public var samples = course.samples

  @Option(parsing: .unconditional, help: "The samples B of a batch, from 1 to 1000000000.")
  public var batchSize = course.batchSize

  @Option(parsing: .unconditional, help: "The epochs E, from 1 to 1000000.")
  public var epochs = course.epochs

  public init() {}

  public func validate() throws {
    let sizes = 1...1_000_000_000
    try Self.require("--samples", samples, in: sizes)
    try Self.require("--batch-size", batchSize, in: sizes)
    try Self.require("--epochs", epochs, in: 1...1_000_000)
  }

  var batches: Batches { Batches(samples: samples, size: batchSize) }

  /// The small data set that is descended on, and how. It is the same whatever the options are.
  static let example = (samples: 64, batchSize: 8, epochs: 10, η: 0.1, seed: 0, start: [-1.0, 2.5])

  public var document: Document {
    let experiment = BatchExperiment()
    return Document(title: Words(en: "Epoch, batch and iteration", zh: "轮、批与迭代")) {
      Block.prose(introduction)
      Block.formulas(terms)
      Block.heading(Words(en: "How many there are", zh: "各有多少"))
      Block.formulas(counts)
      comparison.map(Block.prose)
      Block.heading(Words(en: "When B divides N", zh: "整除与不整除"))
      Block.table(divisionTable, name: "division")
      Block.prose(division)
      Block.heading(Words(en: "Full batch, mini-batch, stochastic", zh: "全批量、小批量与随机"))
      Block.table(wayTable, name: "ways")
      Block.prose(ways)
      Block.heading(Words(en: "The three on one noisy quadratic", zh: "三种方式在同一带噪声的二次函数上"))
      Block.prose(experimentIntroduction)
      Block.formulas(experimentFormulas(experiment))
      firstStep(experiment)
      Block.table(lossTable(experiment), name: "losses")
      Block.prose(outcome(experiment))
      Block.figure(figure(of: experiment), name: Self.name)
    }
  }
}

/// The three ways down the same loss, through the same samples in the same orders.
struct BatchExperiment {
  let data: NoisyLine
  let minimum: [Double]
  /// By how much the loss of all samples is above its minimum.
  let excess: ([Double]) -> Double
  let fullBatch: BatchDescent
  let miniBatch: BatchDescent
  let stochastic: BatchDescent

  init() {
    let example = BatchesLesson.example
    var torch = TorchGenerator(seed: example.seed)
    let data = NoisyLine(count: example.samples, from: &torch)
    func descent(batchSize: Int) -> BatchDescent {
      BatchDescent(
        on: data, from: example.start, η: example.η, batchSize: batchSize,
        epochs: example.epochs, shuffledBy: torch)
    }
    self.data = data
    minimum = data.minimum()
    excess = data.excess()
    fullBatch = descent(batchSize: example.samples)
    miniBatch = descent(batchSize: example.batchSize)
    stochastic = descent(batchSize: 1)
  }

  var all: [BatchDescent] { [fullBatch, miniBatch, stochastic] }

  /// The loss of all samples.
  func loss(at point: [Double]) -> Double { NoisyLine.loss(point, of: data.samples) }
}

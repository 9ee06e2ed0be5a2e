import ArgumentParser
import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// Batch normalisation of an image of two channels, and of two samples: section 5.3 of the course.
public struct BatchnormLesson: Lesson {
  public static let name = "batchnorm"
  public static let abstract = "Batch normalisation in training and in evaluation."
  public static let section = "5.3"

  /// PyTorch's defaults, which the course takes.
  static let course = (gamma: 1.0, beta: 0.0, epsilon: 1e-5, momentum: 0.1)

  @Option(parsing: .unconditional, help: "The scale γ.")
  public var gamma = course.gamma

  @Option(parsing: .unconditional, help: "The shift β.")
  public var beta = course.beta

  @Option(parsing: .unconditional, help: "The small number ε in the root, above 0.")
  public var epsilon = course.epsilon

  @Option(
    parsing: .unconditional,
    help: "The weight α of a new batch in the running statistics, above 0 and at most 1.")
  public var momentum = course.momentum

  @Option(
    parsing: .unconditional, help: "How often the batch comes again in training, from 1 to 10000.")
  public var batches = 50

  public init() {}

  public func validate() throws {
    try Self.require(
      gamma.magnitude <= 1e6, en: "--gamma must be a number between -1e6 and 1e6",
      zh: "--gamma 必须是 -1e6 到 1e6 之间的数")
    try Self.require(
      beta.magnitude <= 1e6, en: "--beta must be a number between -1e6 and 1e6",
      zh: "--beta 必须是 -1e6 到 1e6 之间的数")
    try Self.require(
      epsilon > 0 && epsilon <= 1e6, en: "--epsilon must be above 0 and at most 1e6",
      zh: "--epsilon 必须大于 0 且不超过 1e6")
    try Self.require(
      momentum > 0 && momentum <= 1, en: "--momentum must be above 0 and at most 1",
      zh: "--momentum 必须大于 0 且不超过 1")
    try Self.require("--batches", batches, in: 1...10_000)
  }

  /// A layer for one channel, with any number type.
  func layer<Number: Scalar>() -> BatchNormalization<Number> {
    BatchNormalization(γ: Number(gamma), β: Number(beta), ε: Number(epsilon), α: Number(momentum))
  }

  public var document: Document {
    let traced = BatchnormCourse.input.map { TracedChannel($0, layer: layer()) }
    let channels = BatchnormCourse.input.map { ChannelRun($0, layer: layer(), batches: batches) }
    return Document(title: Words(en: "Batch normalisation, step by step", zh: "批量归一化逐步演算")) {
      introduction
      Block.heading(Words(en: "The formulas", zh: "公式"))
      Block.formulas(formulas(of: traced[0]))
      names
      Block.heading(Words(en: "A batch in training, with its numbers", zh: "训练时一个批次的代入计算"))
      derivations(of: traced)
      elements(of: channels)
      runningStatistics(traced, channels)
      twoSamples
    }
  }
}

/// What the course prints.
enum BatchnormCourse {
  /// The input of its example of 1 sample, 2 channels, 3 rows and 4 columns, by channels, to four decimals.
  static let input: [[Double]] = [
    [
      -0.2751, -1.2183, -0.5106, -0.1540, -0.4585, -0.5989, -0.6063, 0.5986, -0.4745, 0.1496,
      -1.1266, -1.2377,
    ],
    [
      0.2580, 1.2065, 1.4598, 0.8387, -0.4586, 0.8938, -0.3328, 0.1192, -0.3265, -0.6263,
      0.0419, -1.2231,
    ],
  ]
  static let columnCount = 4

  /// The output of that example.
  static let output: [[Double]] = [
    [
      0.4164, -1.3889, -0.0343, 0.6484, 0.0655, -0.2032, -0.2175, 2.0889, 0.0349, 1.2294,
      -1.2134, -1.4262,
    ],
    [
      0.1340, 1.3582, 1.6853, 0.8835, -0.7910, 0.9546, -0.6287, -0.0452, -0.6205, -1.0075,
      -0.1449, -1.7779,
    ],
  ]

  /// The output for the second of two samples with three features, without its sign; the input is not printed.
  static let twoSamplesOutput = ["0.9998", "1.0000", "1.0000"]
}

/// A channel's first batch that knows how each number was made.
struct TracedChannel {
  let batch: BatchNormalization<Traced>.Batch
  /// The layer after the batch.
  let layer: BatchNormalization<Traced>
  /// The first input and what evaluation makes of it after the batch.
  let evaluated: (normalized: Traced, output: Traced)

  init(_ input: [Double], layer: BatchNormalization<Traced>) {
    var layer = layer
    let x = input.enumerated().map { Traced($1).named(Symbol("x\($0 + 1)")) }
    batch = layer.train(x)
    self.layer = layer
    let results = layer.evaluate([x[0]])
    evaluated = (results.normalized[0], results.outputs[0])
  }
}

/// A channel whose batch comes again and again.
struct ChannelRun {
  let input: [Double]
  let batch: BatchNormalization<Double>.Batch
  /// The layer before the first batch and after each.
  let layers: [BatchNormalization<Double>]

  init(_ input: [Double], layer: BatchNormalization<Double>, batches: Int) {
    var layer = layer
    var layers = [layer]
    self.input = input
    batch = layer.train(input)
    layers.append(layer)
    for _ in 1..<batches {
      _ = layer.train(input)
      layers.append(layer)
    }
    self.layers = layers
  }
}

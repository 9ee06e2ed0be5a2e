import ArgumentParser
import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// Batch normalisation of an image of two channels, and of two samples: section 5.3 of the course.
public struct BatchnormLesson: Lesson {
  public static let name = "batchnorm"

  @Option(Declaration.batchnorm["γ"]) public var gamma: Double
  @Option(Declaration.batchnorm["β"]) public var beta: Double

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The small number ε in the root, above 0.",
      zh: "根号里的小常数 ε，大于 0。"))
  public var epsilon = Declaration.batchnorm["ε"].course[0]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The weight α of a new batch in the running statistics, above 0 and at most 1.",
      zh: "新批次在移动统计量中的权重 α，大于 0 且不大于 1。"))
  public var momentum = Declaration.batchnorm["α"].course[0]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How often the batch comes again in training, from 1 to 10000.",
      zh: "训练中这个批次重复多少次，1 到 10000。"))
  public var batches = 50

  public init() {}

  public func validate() throws {
    for (option, value) in [("--gamma", gamma), ("--beta", beta)] {
      try Self.require(
        value.magnitude <= 1e6, en: "\(option) must be a number between -1e6 and 1e6",
        zh: "\(option) 必须是 -1e6 到 1e6 之间的数")
    }
    try Self.requireAboveZero("--epsilon", epsilon, atMost: 1e6)
    try Self.requireAboveZero("--momentum", momentum, atMost: 1)
    try Self.require("--batches", batches, in: 1...10_000)
  }

  /// A layer for one channel, with any number type.
  func layer<Number: Scalar>() -> BatchNormalization<Number> {
    BatchNormalization(γ: Number(gamma), β: Number(beta), ε: Number(epsilon), α: Number(momentum))
  }

  public var document: Document {
    let channels = [1, 2].map { BatchnormChannel($0, of: self) }
    return Document(title: Words(en: "Batch normalisation, step by step", zh: "批量归一化逐步演算")) {
      introduction
      formulas(of: channels[0])
      training(channels)
      evaluation(channels)
      twoSamples
    }
  }
}

extension BatchnormChannel {
  /// A channel with the lesson's options.
  init(_ number: Int, of lesson: BatchnormLesson) {
    self.number = number
    input = BatchnormCourse.input[number - 1]
    var traced: BatchNormalization<Traced> = lesson.layer()
    batch = traced.train(input.numbered("x"))
    layer = traced
    var next: BatchNormalization<Double> = lesson.layer()
    var layers = [next]
    for _ in 1...lesson.batches {
      _ = next.train(input)
      layers.append(next)
    }
    self.layers = layers
  }
}

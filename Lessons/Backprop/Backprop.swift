import ArgumentParser
import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// Backpropagation through a network with two inputs, two hidden neurons and two outputs: section 3.2 of the course.
public struct BackpropLesson: Lesson {
  public static let name = "backprop"

  /// The learning rate of the course's example.
  static let courseRate = Declaration.backprop["η"].course[0]

  /// A weight or a bias of the network.
  public enum Weight: String, CaseIterable, Sendable, ExpressibleByArgument {
    case w1, w2, w3, w4, w5, w6, w7, w8, b1, b2

    var symbol: Symbol { Symbol(rawValue) }
  }

  @Option(
    name: .customLong("weight"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      en: "The weights or biases whose chain of derivatives is explained, as in w5,w1.",
      zh: "要逐个因子解释其导数的权重或偏置，例如 w5,w1。"))
  var weightLists = [ArgumentList(Weight.w5, .w1)]

  /// The weights or biases whose chain of derivatives is explained.
  public var weights: [Weight] { weightLists.flatMap(\.elements) }

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "Learning rate η, above 0 and at most 1000.",
      zh: "学习率 η，大于 0 且不大于 1000。"))
  public var learningRate = courseRate

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many steps to train, from 1 to 10000.",
      zh: "训练步数，1 到 10000。"))
  public var steps = 10_000

  public init() {}

  public func validate() throws {
    try Self.requireAboveZero("--learning-rate", learningRate, atMost: 1000)
    try Self.require("--steps", steps, in: 1...10_000)
    try Self.require(
      Set(weights).count == weights.count, en: "--weight must name each weight once",
      zh: "--weight 不能重复指定同一个权重")
  }

  /// The numbers of the course's example.
  private static func course<Number: Scalar>() -> Given<Number> {
    Given { Declaration.backprop[$0].course }
  }

  /// The weights and biases of the course's example.
  static func parameters<Number: Scalar>() -> Parameters<Number> {
    let given: Given<Number> = course()
    return Parameters(weights: given.list("w"), biases: given.list("b"))
  }

  /// The same training with any number type.
  func training<Number: Scalar>(updatesBiases: Bool = false) -> Training<Number> {
    let given: Given<Number> = Self.course()
    return Training(
      .course, sample: Sample(inputs: given.list("i"), targets: given.list("t")),
      η: Number(learningRate), updatesBiases: updatesBiases)
  }

  typealias Row = Training<Double>.Row

  /// The training of the weights alone as in the course's example, or of the biases too.
  func run(updatesBiases: Bool) -> [Row] {
    training(updatesBiases: updatesBiases).run(from: Self.parameters(), steps: steps)
  }

  public var document: Document {
    let pass = TracedPass(training(), from: Self.parameters())
    return Document(title: Words(en: "Backpropagation, factor by factor", zh: "反向传播，逐个因子演算")) {
      introduction(of: pass)
      Block.heading(Words(en: "The formulas", zh: "公式"))
      Block.formulas(formulas(of: pass))
      Block.heading(Words(en: "Forward pass", zh: "前向传播"))
      forwardDerivations(of: pass.forward)
      Block.experiment(experiment(of: pass))
      for weight in weights { chain(of: weight, in: pass) }
      gradients(of: pass)
      trainingBlocks
    }
  }
}

extension TracedPass {
  /// The chain rule for a weight, with a factor for each side of each neuron's net and out.
  func chainRule(of weight: BackpropLesson.Weight) -> ChainRule {
    let place = BackpropLesson.Weight.allCases.firstIndex(of: weight) ?? 0
    return forward.error.chainRule(
      by: parameters.all[place],
      through: (forward.net + forward.out).flatMap(\.self))
  }
}

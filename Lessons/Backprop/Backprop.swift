import ArgumentParser
import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// Backpropagation through a network with two inputs, two hidden neurons and two outputs: section 3.2 of the course.
public struct BackpropLesson: Lesson {
  public static let name = "backprop"
  public static let abstract = "Backpropagation through a small network, factor by factor."
  public static let section = "3.2"

  /// The course's example.
  static let course = (
    sample: Sample(inputs: [0.05, 0.1], targets: [0.01, 0.99]),
    parameters: Parameters(
      weights: [0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55], biases: [0.35, 0.6]),
    learningRate: 0.5,
    weights: [Weight.w5, .w1]
  )

  static let network = DenseNetwork(inputs: 2, layers: [("h", 2), ("o", 2)])

  /// A weight or a bias of the network.
  public enum Weight: String, CaseIterable, Sendable, ExpressibleByArgument {
    case w1, w2, w3, w4, w5, w6, w7, w8, b1, b2

    var symbol: Symbol { Symbol(rawValue) }
  }

  @Option(
    name: .customLong("weight"),
    help: "A weight or bias whose chain of derivatives is explained; may be given several times.")
  public var weights = course.weights

  @Option(parsing: .unconditional, help: "Learning rate η, above 0 and at most 1000.")
  public var learningRate = course.learningRate

  @Option(parsing: .unconditional, help: "How many steps to train, from 1 to 10000.")
  public var steps = 10_000

  public init() {}

  public func validate() throws {
    try Self.require(
      learningRate > 0 && learningRate <= 1000,
      en: "--learning-rate must be above 0 and at most 1000", zh: "--learning-rate 必须大于 0 且不超过 1000"
    )
    try Self.require("--steps", steps, in: 1...10_000)
    try Self.require(
      Set(weights).count == weights.count, en: "--weight must name each weight once",
      zh: "--weight 不能重复指定同一个权重")
  }

  /// The same training with any number type.
  func training<Number: Scalar>(updatesBiases: Bool = false) -> Training<Number> {
    let sample = Self.course.sample
    return Training(
      Self.network,
      sample: Sample(
        inputs: sample.inputs.map { Number($0) }, targets: sample.targets.map { Number($0) }),
      η: Number(learningRate), updatesBiases: updatesBiases)
  }

  public var document: Document {
    let pass = TracedPass(training())
    let runs = TrainingRuns(of: self)
    return Document(title: Words(en: "Backpropagation, factor by factor", zh: "反向传播，逐个因子演算")) {
      Block.prose(introduction(of: pass))
      Block.heading(Words(en: "The formulas", zh: "公式"))
      Block.formulas(formulas(of: pass))
      Block.heading(Words(en: "Forward pass", zh: "前向传播"))
      forwardDerivations(of: pass)
      for weight in weights { chain(of: weight, in: pass) }
      gradients(of: pass)
      trainingBlocks(of: runs)
    }
  }
}

/// A forward and a backward pass, and the first update, that know how each number was made.
struct TracedPass {
  let sample: Sample<Traced>
  let parameters: Parameters<Traced>
  let forward: ForwardPass<Traced>
  let backward: BackwardPass<Traced>
  let updated: Parameters<Traced>

  init(_ training: Training<Traced>) {
    let course = BackpropLesson.course.parameters
    sample = training.sample
    parameters = training.network.named(
      Parameters(
        weights: course.weights.map { Traced($0) }, biases: course.biases.map { Traced($0) }))
    forward = training.network.forward(sample, parameters)
    backward = training.network.backward(sample, parameters, from: forward)
    updated = training.updated(parameters, by: backward.gradient, at: 1)
  }

  func parameter(_ weight: BackpropLesson.Weight) -> Traced {
    let place = BackpropLesson.Weight.allCases.firstIndex(of: weight) ?? 0
    return (parameters.weights + parameters.biases)[place]
  }

  /// The chain rule for a weight, with a factor for each side of each neuron's net and out.
  func chainRule(of weight: BackpropLesson.Weight) -> ChainRule {
    forward.error.chainRule(
      by: parameter(weight), through: (forward.net + forward.out).flatMap(\.self))
  }
}

/// The same training twice: of the weights alone as in the course's example, and of the biases too.
struct TrainingRuns {
  typealias Row = Training<Double>.Row

  let weightsOnly: [Row]
  let withBiases: [Row]

  init(of lesson: BackpropLesson) {
    let start = BackpropLesson.course.parameters
    func run(updatesBiases: Bool) -> [Row] {
      lesson.training(updatesBiases: updatesBiases).run(from: start, steps: lesson.steps)
    }
    weightsOnly = run(updatesBiases: false)
    withBiases = run(updatesBiases: true)
  }

  /// The steps that are shown: powers of ten, the first two, and the last.
  var shownSteps: [Int] {
    let last = weightsOnly.count - 1
    return [0, 1, 2, 10, 100, 1000].filter { $0 < last } + [last]
  }
}

import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// Three schedules of the learning rate under momentum: sections 4.2 to 4.5 of the course.
public struct SchedulesLesson: Lesson {
  public static let name = "schedules"
  public static let abstract =
    "The learning rate in steps, at milestones and exponentially lowered."
  public static let section = "4.2–4.5"

  @Option(parsing: .unconditional, help: "Learning rate η₀ of the first epoch, above 0.")
  public var learningRate = 0.1

  @Option(parsing: .unconditional, help: "Momentum β, from 0 to below 1.")
  public var momentum = 0.9

  @Option(parsing: .unconditional, help: "Where the weight starts.")
  public var start = 1.0

  @Option(parsing: .unconditional, help: "How many epochs, from 1 to 1000.")
  public var epochs = 200

  @Option(parsing: .unconditional, help: "How many iterations an epoch has, from 1 to 100.")
  public var iterations = 10

  @Option(parsing: .unconditional, help: "StepLR: epochs from one change to the next, above 0.")
  public var period = 50

  @Option(
    name: .customLong("milestone"), parsing: .unconditionalSingleValue,
    help: "MultiStepLR: an epoch with a change, above 0. Give it several times for several.")
  public var milestones = [50, 125, 160]

  @Option(
    parsing: .unconditional, help: "StepLR and MultiStepLR: what η is multiplied by, above 0.")
  public var gamma = 0.5

  @Option(parsing: .unconditional, help: "ExponentialLR: what η is multiplied by, above 0.")
  public var decay = 0.95

  public init() {}

  public func validate() throws {
    try Self.requireAboveZero("--learning-rate", learningRate)
    try Self.requireBelowOne("--momentum", momentum)
    try Self.require(
      objective.loss([start]).isFinite, en: "--start must be a number between -1e154 and 1e154",
      zh: "--start 必须是 -1e154 到 1e154 之间的数")
    try Self.require("--epochs", epochs, in: 1...1000)
    try Self.require("--iterations", iterations, in: 1...100)
    try Self.require(period > 0, en: "--period must be above 0", zh: "--period 必须大于 0")
    try Self.require(
      milestones.allSatisfy { $0 > 0 }, en: "--milestone must be above 0", zh: "--milestone 必须大于 0")
    try Self.requireAboveZero("--gamma", gamma)
    try Self.requireAboveZero("--decay", decay)
  }

  var objective: Objective { .oneSample }

  /// The weight's symbol, w.
  var weight: Symbol { objective.variables[0] }

  func rates<Number: Scalar>(of kind: ScheduleKind, epochs: Int) -> [Number] {
    let η = Number(learningRate)
    return switch kind {
    case .step: StepLR(every: period, γ: Number(gamma)).rates(from: η, epochs: epochs)
    case .multiStep: MultiStepLR(at: milestones, γ: Number(gamma)).rates(from: η, epochs: epochs)
    case .exponential: ExponentialLR(γ: Number(decay)).rates(from: η, epochs: epochs)
    case .constant: Array(repeating: η.named("η"), count: epochs)
    }
  }

  /// Momentum with the rate of each epoch in all of its iterations.
  func trace<Number: Traceable>(rates: [Number], steps: Int) -> Trace<Momentum<Number>> {
    descend(
      on: objective, from: [Number(start)],
      with: Momentum(η: Number(learningRate), β: Number(momentum)), steps: steps,
      rate: { rates[($0.number - 1) / iterations] })
  }

  /// The rates with which the weight swings while it shrinks by √β in each iteration: where the two solutions of
  /// z² − (1 + β − η·L″)·z + β = 0 are complex, their size is √β. With lower rates it creeps; with higher ones it shrinks less or diverges.
  var swingingRates: ClosedRange<Double> {
    let (root, curvature) = (momentum.squareRoot(), objective.curvature)
    return (1 - root) * (1 - root) / curvature...(1 + root) * (1 + root) / curvature
  }

  /// The learning rate from which on a constant one does not lead to the minimum: there a solution of the same equation is −1.
  var limitOfRates: Double { 2 * (1 + momentum) / objective.curvature }

  public var document: Document {
    let runs = ScheduleKind.allCases.map { ScheduleRun($0, of: self) }
    return Document(title: Words(en: "Three schedules of the learning rate", zh: "三种学习率衰减")) {
      Block.prose(introduction)
      Block.heading(Words(en: "In each iteration", zh: "每次迭代"))
      Block.formulas(stepFormulas)
      stepDerivation
      runs.filter(\.isScheduled).flatMap { section(on: $0) }
      Block.heading(Words(en: "All three together", zh: "三者对照"))
      Block.prose(Words(en: "The learning rate in each epoch:", zh: "每一轮的学习率："))
      Block.table(rateTable(of: runs), name: "\(Self.name)-rates")
      Block.prose(Words(en: "The weight at the end of each epoch:", zh: "每一轮结束时的权重："))
      Block.table(weightTable(of: runs), name: "\(Self.name)-weights")
      remarks(on: runs).map(Block.prose)
      Block.figure(figure(of: runs), name: Self.name)
      furtherSchedules
    }
  }
}

/// The course's schedules, and none at all.
enum ScheduleKind: CaseIterable {
  case constant, step, multiStep, exponential
}

/// A descent under a schedule, epoch by epoch.
struct ScheduleRun {
  let kind: ScheduleKind
  /// The learning rate in each epoch.
  let rates: [Double]
  /// The weight at the end of each epoch, as far as it is finite.
  let weights: [Double]
  /// The first epoch at whose end the weight is not finite.
  let divergence: Int?

  /// How far from the minimum the run ends; nil where it diverges.
  var end: Double? { divergence == nil ? weights.last?.magnitude : nil }

  /// Whether the rate changes at all.
  var isScheduled: Bool { kind != .constant }

  init(_ kind: ScheduleKind, of lesson: SchedulesLesson) {
    self.kind = kind
    let rates: [Double] = lesson.rates(of: kind, epochs: lesson.epochs)
    let trace = lesson.trace(rates: rates, steps: lesson.epochs * lesson.iterations)
    let weights = (1...lesson.epochs).map { trace.rows[$0 * lesson.iterations].point[0] }
    self.rates = rates
    self.weights = Array(weights.prefix { $0.isFinite })
    divergence = weights.firstIndex { !$0.isFinite }
  }
}

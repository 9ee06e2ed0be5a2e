import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// Three schedules of the learning rate under momentum: sections 4.2 to 4.5 of the course.
public struct SchedulesLesson: Lesson {
  public static let name = "schedules"

  public static let formerOptions = [
    "--momentum": "--beta", "--period": "--step-size", "--milestone": "--milestones",
    "--decay": "--exponential-gamma",
  ]

  @Option(Declaration.stepLR["η0"]) public var learningRate: Double
  @Option(Declaration.momentum["β"]) public var beta: Double

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(en: "Where the weight starts.", zh: "权重的起点。"))
  public var start = 1.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(en: "How many epochs, from 1 to 1000.", zh: "轮数，1 到 1000。"))
  public var epochs = 200

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many iterations an epoch has, from 1 to 100.",
      zh: "每轮的迭代次数，1 到 100。"))
  public var iterations = 10

  @Option(Declaration.stepLR["step_size"]) public var period: Int

  @Option(
    name: .customLong("milestones"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      en: "MultiStepLR: the epochs with a change, above 0, as in 50,125,160.",
      zh: "MultiStepLR：改变学习率的轮，大于 0，例如 50,125,160。"))
  var milestoneLists: [NumberList] = []

  @Option(Declaration.stepLR["γ"]) public var gamma: Double

  @Option(
    name: .customLong("exponential-gamma"), parsing: .unconditional,
    help: ArgumentHelp(
      en: "ExponentialLR: what the rate is multiplied by, a number above 0.",
      zh: "ExponentialLR：学习率每轮乘以的数，大于 0。"))
  public var decay = Declaration.exponentialLR["γ"].course[0]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The standard deviation σ of the gradients’ noise in the figure, 0 or above.",
      zh: "图中梯度噪声的标准差 σ，不小于 0。"))
  public var noise = 1.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The seed of the noise, as of torch.manual_seed.",
      zh: "噪声的种子，同 torch.manual_seed。"))
  public var seed = 0

  public init() {}

  /// The epochs with a change of MultiStepLR.
  var milestones: [Int] {
    let given = milestoneLists.flatMap(\.numbers)
    return (given.isEmpty ? Declaration.multiStepLR["milestones"].course : given).map { Int($0) }
  }

  public func validate() throws {
    try Self.require(Declaration.stepLR["η0"], learningRate)
    try Self.require(Declaration.momentum["β"], beta)
    try Self.require(
      objective.loss([start]).isFinite, en: "--start must be a number between -1e154 and 1e154",
      zh: "--start 必须是 -1e154 到 1e154 之间的数")
    try Self.require("--epochs", epochs, in: 1...1000)
    try Self.require("--iterations", iterations, in: 1...100)
    try Self.require(Declaration.stepLR["step_size"], Double(period))
    for epoch in milestoneLists.flatMap(\.numbers) {
      try Self.require(Declaration.multiStepLR["milestones"], epoch)
    }
    try Self.require(Declaration.stepLR["γ"], gamma)
    try Self.requireAboveZero("--exponential-gamma", decay)
    try Self.require(
      noise >= 0 && noise <= 1e100, en: "--noise must be from 0 to 1e100",
      zh: "--noise 必须在 0 到 1e100 之间")
  }

  var objective: Objective { .oneSample }

  /// The weight's symbol, w.
  var weight: Symbol { objective.variables[0] }

  func rates<Number: Scalar>(of kind: ScheduleKind) -> [Number] {
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
      with: Momentum(η: Number(learningRate), β: Number(beta)), steps: steps,
      rate: { rates[($0.number - 1) / iterations] })
  }

  /// The rates with which the weight swings while it shrinks by √β in each iteration: where the two solutions of
  /// z² − (1 + β − η·L″)·z + β = 0 are complex, their size is √β. With lower rates it creeps; with higher ones it shrinks less or diverges.
  var swingingRates: ClosedRange<Double> {
    let (root, curvature) = (beta.squareRoot(), objective.curvature)
    return (1 - root) * (1 - root) / curvature...(1 + root) * (1 + root) / curvature
  }

  /// The learning rate from which on a constant one does not lead to the minimum: there a solution of the same equation is −1.
  var limitOfRates: Double { 2 * (1 + beta) / objective.curvature }

  public var document: Document {
    let runs = ScheduleKind.allCases.map { ScheduleRun($0, of: self) }
    return Document(title: Words(en: "Three schedules of the learning rate", zh: "三种学习率衰减")) {
      introduction
      step
      runs.filter(\.isScheduled).flatMap(section)
      Block.heading(Words(en: "All three together", zh: "三者对照"))
      Words(en: "The learning rate in each epoch:", zh: "每一轮的学习率：")
      Block.table(table(of: runs.filter(\.isScheduled), \.rates), name: "\(Self.name)-rates")
      Words(en: "The weight at the end of each epoch:", zh: "每一轮结束时的权重：")
      Block.table(table(of: runs, \.weights), name: "\(Self.name)-weights")
      outcome(of: runs)
      swinging(of: runs)
      runs.compactMap(divergence)
      names
      noisyGradients(NoisyRuns.all(of: self), runs)
      furtherSchedules
    }
  }
}

extension ScheduleRun {
  /// A run with the lesson's options.
  init(_ kind: ScheduleKind, of lesson: SchedulesLesson) {
    self.kind = kind
    rates = lesson.rates(of: kind)
    let trace = lesson.trace(rates: rates, steps: lesson.epochs * lesson.iterations)
    weights = Array(
      (1...lesson.epochs).map { trace.rows[$0 * lesson.iterations].point[0] }
        .prefix { $0.isFinite })
  }
}

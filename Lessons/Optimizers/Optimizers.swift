import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// All optimizers of the course from one start on each of the terrains it names: sections 3.3 and 3.3.6.
public struct OptimizersLesson: Lesson {
  public static let name = "optimizers"
  public static let formerOptions = [
    "--terrain": "--loss", "--objective": "--loss", "--momentum": "--beta",
  ]

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "Learning rate η of gradient descent, Momentum and Nesterov, above 0.",
      zh: "梯度下降、动量法和 Nesterov 的学习率 η，大于 0。"))
  public var learningRate = 0.03

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "Learning rate η of AdaGrad, RMSProp and Adam, above 0.",
      zh: "AdaGrad、RMSProp 和 Adam 的学习率 η，大于 0。"))
  public var adaptiveRate = 0.1

  @Option(Declaration.momentum["β"]) public var beta: Double

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(en: "How many steps to take, from 1 to 10000.", zh: "步数，1 到 10000。"))
  public var steps = 100

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en:
        "The only loss to show: ravine, plateau, saddle, local-minimum, rosenbrock, beale, or a formula of two variables, such as '(x - 1)^2 + 10 sin(3y)'.",
      zh:
        "只看一种损失：ravine（峡谷）、plateau（平原）、saddle（鞍点）、local-minimum（局部极小）、rosenbrock、beale，或两个变量的公式，例如 '(x - 1)^2 + 10 sin(3y)'。"
    ))
  var loss: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "Where all start on that loss, as in -2,0.5; 1 for each variable of a formula.",
      zh: "在该损失上的起点，例如 -2,0.5；公式的每个变量默认取 1。"))
  var start: NumberList?

  public init() {}

  public func validate() throws {
    try Self.require(Declaration.gradientDescent["η"], learningRate)
    try Self.requireAboveZero("--adaptive-rate", adaptiveRate)
    try Self.require(Declaration.momentum["β"], beta)
    try Self.require("--steps", steps, in: 1...10_000)
    guard let objective = try loss.map(Self.objective) else {
      return try Self.require(
        start == nil, en: "--start needs a --loss", zh: "--start 要与 --loss 一起用")
    }
    let names = objective.variables.map(\.text).listed
    try Self.require(
      objective.variables.count == 2,
      en: "--loss must be of two variables here, as its contours are drawn, not of \(names)",
      zh: "--loss 在这里要画等高线，必须有两个变量，不能是 \(names)")
    try Self.require(
      start.map { $0.numbers.count == 2 } ?? true,
      en: "--start must be two numbers, for \(names)", zh: "--start 必须是两个数（\(names)）")
    let first = objective.loss(start?.numbers ?? objective.start)
    try Self.require(
      first.isFinite, en: "The loss is \(first, .rounded) at the start: give another --start",
      zh: "损失在起点处是 \(first, .rounded)：请另给 --start")
  }

  /// The terrain that is shown alone; nil where all of the course's are.
  private var terrain: Terrain? {
    get throws {
      guard let objective = try loss.map(Self.objective) else { return nil }
      let known = Terrain.allCases.first { $0.objective == objective }
      if start == nil, let known { return known }
      return terrain(of: objective, from: start?.numbers ?? known?.start ?? objective.start)
    }
  }

  /// The decays of RMSProp and Adam are those of the course's code.
  func optimizer<Number: Scalar>(of contestant: Contestant) -> any Optimizer<Number> {
    switch contestant {
    case .gradientDescent: GradientDescent(["η": learningRate])
    case .momentum: Momentum(["η": learningRate, "β": beta])
    case .nesterov: Nesterov(["η": learningRate, "β": beta])
    case .adaGrad: AdaGrad(["η": adaptiveRate])
    case .rmsProp: RMSProp(["η": adaptiveRate])
    case .adam: Adam(["η": adaptiveRate])
    }
  }

  /// All optimizers on a terrain, from its start or from elsewhere.
  func contests(on terrain: Terrain, from start: [Double]? = nil) -> [Contest] {
    Contestant.allCases.map { contestant in
      Contest(
        contestant, with: optimizer(of: contestant), on: terrain, from: start ?? terrain.start,
        steps: steps)
    }
  }

  public var document: Document {
    get throws {
      let chosen = try terrain
      let all = (chosen.map { [$0] } ?? Terrain.allCases).map { contests(on: $0) }
      return document(of: all, isWhole: chosen == nil)
    }
  }

  private func document(of all: [[Contest]], isWhole: Bool) -> Document {
    Document(title: Words(en: "All optimizers, terrain by terrain", zh: "各种优化方法，逐个地形比较")) {
      introduction(isWhole: isWhole)
      Block.heading(Words(en: "The rules", zh: "更新规则"))
      Block.formulas(rules(on: all[0][0].terrain.objective))
      if !isWhole {
        Block.formulas(all[0][0].terrain.objective.slopes.map { (Words(math: $0), "") })
      }
      all.flatMap(section)
      if isWhole {
        Block.heading(Words(en: "What the course concludes", zh: "课程的小结与这里的数值"))
        judgements(on: all).map(\.text)
      }
    }
  }
}

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
    name: .customLong("loss"),
    help: ArgumentHelp(
      en: "The only loss to show: ravine, plateau, saddle or local-minimum.",
      zh: "只看一种损失：ravine（峡谷）、plateau（平原）、saddle（鞍点）或 local-minimum（局部极小）。"))
  var terrain: Terrain?

  public init() {}

  public func validate() throws {
    try Self.require(Declaration.gradientDescent["η"], learningRate)
    try Self.requireAboveZero("--adaptive-rate", adaptiveRate)
    try Self.require(Declaration.momentum["β"], beta)
    try Self.require("--steps", steps, in: 1...10_000)
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
    let all = (terrain.map { [$0] } ?? Terrain.allCases).map { contests(on: $0) }
    return Document(title: Words(en: "All optimizers, terrain by terrain", zh: "各种优化方法，逐个地形比较")) {
      introduction
      Block.heading(Words(en: "The rules", zh: "更新规则"))
      Block.formulas(rules)
      all.flatMap(section)
      if terrain == nil {
        Block.heading(Words(en: "What the course concludes", zh: "课程的小结与这里的数值"))
        judgements(on: all).map(\.text)
      }
    }
  }
}

import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// All optimizers of the course from one start on each of the terrains it names: sections 3.3 and 3.3.6.
public struct OptimizersLesson: Lesson {
  public static let name = "optimizers"
  public static let abstract = "All optimizers on a ravine, a plateau, a saddle, a local minimum."
  public static let section = "3.3"

  @Option(
    parsing: .unconditional,
    help: "Learning rate η of gradient descent, Momentum and Nesterov, above 0.")
  public var learningRate = 0.03

  @Option(parsing: .unconditional, help: "Learning rate η of AdaGrad, RMSProp and Adam, above 0.")
  public var adaptiveRate = 0.1

  @Option(parsing: .unconditional, help: "β of Momentum and Nesterov, from 0 to below 1.")
  public var momentum = 0.9

  @Option(parsing: .unconditional, help: "How many steps to take, from 1 to 10000.")
  public var steps = 100

  @Option(help: "The only terrain to show: ravine, plateau, saddle or local-minimum.")
  var terrain: Terrain?

  public init() {}

  public func validate() throws {
    try Self.requireAboveZero("--learning-rate", learningRate)
    try Self.requireAboveZero("--adaptive-rate", adaptiveRate)
    try Self.requireBelowOne("--momentum", momentum)
    try Self.require("--steps", steps, in: 1...10_000)
  }

  func optimizer<Number: Scalar>(of contestant: Contestant) -> any Optimizer<Number> {
    contestant.optimizer(η: learningRate, adaptiveη: adaptiveRate, β: momentum)
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
    let terrains = terrain.map { [$0] } ?? Terrain.allCases
    let all = terrains.map { contests(on: $0) }
    return Document(title: Words(en: "All optimizers, terrain by terrain", zh: "各种优化方法，逐个地形比较")) {
      Block.prose(introduction)
      Block.heading(Words(en: "The rules", zh: "更新规则"))
      Block.formulas(rules)
      zip(terrains, all).flatMap { section(on: $0, of: $1) }
      if terrain == nil { conclusions(from: all) }
    }
  }
}

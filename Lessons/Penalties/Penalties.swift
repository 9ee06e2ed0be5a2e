import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// L1, L2 and weight decay: document 004 of the course, “weight penalty”.
public struct PenaltiesLesson: Lesson {
  public static let name = "penalties"

  @Option(Declaration.penalties["η"]) public var learningRate: Double
  @Option(Declaration.penalties["λ"]) public var lambda: Double
  @Option(Declaration.penalties["n"]) public var samples: Int

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The curvatures of the loss along the two weights.",
      zh: "损失沿两个权重的曲率。"))
  public var curvature = NumberList(4, 0.25)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "The two weights at which the loss alone is least.",
      zh: "只看损失时最小值处的两个权重。"))
  public var minimum = NumberList(1, -2)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(en: "Where the two weights start.", zh: "两个权重的起点。"))
  public var start = NumberList(2, 2)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(en: "How many steps to take, from 1 to 10000.", zh: "步数，1 到 10000。"))
  public var steps = 150

  public init() {}

  public func validate() throws {
    try Self.require(Declaration.penalties["η"], learningRate)
    try Self.require(Declaration.penalties["λ"], lambda)
    try Self.require(Declaration.penalties["n"], Double(samples))
    try Self.require("--steps", steps, in: 1...10_000)
    for (option, list) in [("curvature", curvature), ("minimum", minimum), ("start", start)] {
      try Self.require(
        list.numbers.count == 2 && list.numbers.allSatisfy { abs($0) <= 1e6 },
        en: "--\(option) must be two numbers between -1000000 and 1000000, such as 1,2",
        zh: "--\(option) 必须是 -1000000 到 1000000 之间的两个数，例如 1,2")
    }
    let steepest = curvature.numbers.max() ?? 0
    try Self.require(
      curvature.numbers.allSatisfy { $0 >= 1e-6 }, en: "--curvature must be 0.000001 or more",
      zh: "--curvature 不能小于 0.000001")
    try Self.require(
      learningRate * (steepest + lambda / Double(samples)) < 2,
      en:
        "--learning-rate is too large: times the largest curvature with λ/n added it must be below 2",
      zh: "--learning-rate 过大：它与（最大曲率 + λ/n）的乘积必须小于 2")
  }

  func loss<Number>() -> Quadratic<Number> {
    Quadratic(curvatures: curvature.numbers, minimum: minimum.numbers)
  }

  public var document: Document {
    let runs = PenalizedRuns(
      loss(), WeightPenalty(η: learningRate, λ: lambda, n: Double(samples)), from: start.numbers,
      steps: steps)
    let decays = NoiseDecay.sizes.map(NoiseDecay.init)
    return Document(
      title: Words(en: "Weight penalties: L1, L2, weight decay", zh: "权重惩罚：L1、L2 与权重衰减")
    ) {
      introduction(runs)
      updates
      shrinkage(runs)
      ends(runs)
      adam(decays)
      Block.figure(figure(of: runs), name: Self.name)
      Block.figure(adamFigure(of: decays), name: "penalties-adam")
    }
  }
}

import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// Gradient descent on (2x)² with small and large learning rates: section 4.1 of the course.
public struct LearningRateLesson: Lesson {
  public static let name = "learning-rate"

  @Option(
    name: .customLong("learning-rate"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      en: "The learning rates η, above 0: a run for each, at most 8.",
      zh: "学习率 η，大于 0：每个值运行一次，最多 8 个。"))
  var rateLists = [NumberList(0.01, 0.02, 0.03, 0.1, 0.125, 0.2, 0.3, 0.4)]

  /// The learning rates, one a run.
  public var learningRates: [Double] { rateLists.flatMap(\.numbers) }

  @Option(parsing: .unconditional, help: ArgumentHelp(en: "Where x starts.", zh: "x 的起点。"))
  public var start = 2.0

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      en: "How many iterations to run, from 1 to 10000.",
      zh: "迭代次数，1 到 10000。"))
  public var iterations = 4

  public init() {}

  public func validate() throws {
    for rate in learningRates { try Self.require(Declaration.gradientDescent["η"], rate) }
    try Self.require(
      learningRates.count <= 8 && Set(learningRates).count == learningRates.count,
      en: "--learning-rate must be at most 8 values, each another one",
      zh: "--learning-rate 最多 8 个值，且互不相同")
    try Self.require(
      objective.loss([start]).isFinite, en: "--start must be a number between -1e153 and 1e153",
      zh: "--start 必须是 -1e153 到 1e153 之间的数")
    try Self.require("--iterations", iterations, in: 1...10_000)
  }

  var objective: Objective { .fourSquare }

  /// The variable's symbol, x.
  var variable: Symbol { objective.variables[0] }

  /// The same descent with any number type.
  func trace<Number: Traceable>(η: Number, steps: Int) -> Trace<GradientDescent<Number>> {
    descend(on: objective, from: [Number(start)], with: GradientDescent(η: η), steps: steps)
  }

  /// dx₁/dx₀: as the loss is a parabola, this is what every step multiplies x by.
  func factor(η: Double) -> Traced {
    let rows = trace(η: Traced(η), steps: 1).rows
    return rows[1].point[0].gradient(by: rows[0].point)[0]
  }

  /// The learning rate at which one step arrives.
  var best: Double { 1 / objective.curvature }

  /// The learning rate from which on runs do not converge.
  var limit: Double { 2 / objective.curvature }

  public var document: Document {
    let runs = learningRates.map { LearningRateRun(η: $0, of: self) }
    return Document(title: Words(en: "Learning rates, too small and too large", zh: "学习率：过小与过大")) {
      introduction
      Block.heading(Words(en: "The formulas", zh: "公式"))
      Block.formulas(formulas)
      whatTheFactorDoes
      Block.heading(
        Words(en: "The first run of each kind, with its numbers", zh: "每种情形的第一次运行，代入计算"))
      derivations(of: runs)
      Block.heading(Words(en: "All runs", zh: "各次运行"))
      Block.table(summary(of: runs), name: Self.name)
      Block.figure(lossFigure(of: runs), name: Self.name)
      Block.figure(walkFigure(of: runs), name: "\(Self.name)-walks")
      Block.heading(Words(en: "Iteration by iteration", zh: "逐次迭代的数值"))
      for run in runs {
        "\(run.caption)\(outcome(of: run))"
        Block.table(table(of: run), name: "\(Self.name)-\(run.η)")
      }
    }
  }
}

extension LearningRateRun {
  /// A run with the lesson's options.
  init(η: Double, of lesson: LearningRateLesson) {
    self.η = η
    let factor = lesson.factor(η: η).value
    regime = lesson.start == 0 || factor == 1 ? .stays : Regime(factor: factor)
    let run = FiniteRun(lesson.trace(η: η, steps: lesson.iterations))
    rows = Array(run.finite)
    end = run.divergence == nil ? rows.last : nil
  }
}

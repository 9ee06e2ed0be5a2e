import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// Gradient descent on (2x)² with small and large learning rates: section 4.1 of the course.
public struct LearningRateLesson: Lesson {
  public static let name = "learning-rate"
  public static let abstract =
    "Gradient descent on 4x² with learning rates too small and too large."
  public static let section = "4.1"

  /// The learning rates that the course tries, where it starts and how far it goes.
  static let course = (
    learningRates: [0.01, 0.02, 0.03, 0.1, 0.125, 0.2, 0.3, 0.4], start: 2.0, iterations: 4
  )

  @Option(
    name: .customLong("learning-rate"), parsing: .unconditionalSingleValue,
    help: "A learning rate η, above 0. Give it up to 8 times for several runs.")
  public var learningRates = course.learningRates

  @Option(parsing: .unconditional, help: "Where x starts.")
  public var start = course.start

  @Option(parsing: .unconditional, help: "How many iterations to run, from 1 to 10000.")
  public var iterations = course.iterations

  public init() {}

  public func validate() throws {
    for rate in learningRates { try Self.requireAboveZero("--learning-rate", rate) }
    try Self.require(
      learningRates.count <= 8 && Set(learningRates).count == learningRates.count,
      en: "--learning-rate must be given at most 8 times, each time another one",
      zh: "--learning-rate 最多给出 8 次，且每次的值不同")
    try Self.require(
      objective.loss([start]).isFinite, en: "--start must be a number between -1e153 and 1e153",
      zh: "--start 必须是 -1e153 到 1e153 之间的数")
    try Self.require("--iterations", iterations, in: 1...10_000)
  }

  var objective: Objective { .fourSquare }

  /// The variable's symbol, x.
  var variable: Symbol { objective.variables[0] }

  /// The same descent with any number type.
  func trace<Number: Traceable>(η: Double, steps: Int) -> Trace<GradientDescent<Number>> {
    descend(on: objective, from: [Number(start)], with: GradientDescent(η: Number(η)), steps: steps)
  }

  public var document: Document {
    let runs = learningRates.map { LearningRateRun(η: $0, of: self) }
    return Document(title: Words(en: "Learning rates, too small and too large", zh: "学习率：过小与过大")) {
      Block.prose(introduction)
      Block.heading(Words(en: "The formulas", zh: "公式"))
      Block.formulas(formulas)
      Block.prose(whatTheFactorDoes)
      Block.heading(
        Words(en: "The first run of each kind, with its numbers", zh: "每种情形的第一次运行，代入计算"))
      derivations(of: runs)
      Block.heading(Words(en: "All runs", zh: "各次运行"))
      Block.table(summary(of: runs), name: Self.name)
      Block.figure(lossFigure(of: runs), name: Self.name)
      Block.figure(walkFigure(of: runs), name: "\(Self.name)-walks")
      Block.heading(Words(en: "Iteration by iteration", zh: "逐次迭代的数值"))
      tables(of: runs)
    }
  }
}

/// A descent with one learning rate.
struct LearningRateRun {
  /// The learning rate.
  let η: Double
  /// What each step multiplies x by, as calculated by differentiating the first step by the start.
  let factor: Traced
  let regime: Regime
  /// The start and each step, as far as all numbers are finite.
  let rows: ArraySlice<FiniteRun<GradientDescent<Double>>.Row>
  /// The first step with a number that is not finite.
  let divergence: Step?

  init(η: Double, of lesson: LearningRateLesson) {
    self.η = η
    factor = lesson.factor(η: η)
    regime = lesson.regime(η: η)
    let run = FiniteRun<GradientDescent<Double>>(lesson.trace(η: η, steps: lesson.iterations))
    rows = run.finite
    divergence = run.divergence?.step
  }
}

/// What becomes of x where each step multiplies it by the same factor.
enum Regime: CaseIterable {
  /// Where it started: at the minimum, or with a rate too small for a double to show a change.
  case stays
  /// Between 0 and 1: towards the minimum from one side.
  case approaches
  /// 0: at the minimum after one step.
  case arrives
  /// Between −1 and 0: across the minimum and back, each time closer.
  case swings
  /// −1: from side to side for ever.
  case bounces
  /// Below −1: further away with each step.
  case diverges

  init(factor: Double) {
    self =
      factor > 0
      ? .approaches
      : factor == 0 ? .arrives : factor > -1 ? .swings : factor == -1 ? .bounces : .diverges
  }
}

extension LearningRateLesson {
  /// dx₁/dx₀: as the loss is a parabola, this is what every step multiplies x by.
  func factor(η: Double) -> Traced {
    let run: Trace<GradientDescent<Traced>> = trace(η: η, steps: 1)
    return run.rows[1].point[0].gradient(by: run.rows[0].point)[0]
  }

  /// What becomes of x with a learning rate.
  func regime(η: Double) -> Regime {
    let factor = factor(η: η).value
    return start == 0 || factor == 1 ? .stays : Regime(factor: factor)
  }

  /// The learning rate at which one step arrives.
  var best: Double { 1 / objective.curvature }

  /// The learning rate from which on runs do not converge.
  var limit: Double { 2 / objective.curvature }
}

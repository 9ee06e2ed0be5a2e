import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// Nesterov's momentum on L(w) = w²/2, looking ahead and in PyTorch's form: the course's notes on CS231n, lecture 12.
public struct NesterovLesson: Lesson {
  public static let name = "nesterov"
  public static let abstract = "Nesterov’s momentum on w²/2: look ahead, then correct."
  public static let section = "3.3.2"

  @OptionGroup var options: DescentOptions

  @Option(parsing: .unconditional, help: "Decay β of the velocity, from 0 to below 1.")
  public var beta = 0.9

  public init() {}

  public func validate() throws {
    try Self.requireBelowOne("--beta", beta)
  }

  /// The lesson's runs.
  struct Runs {
    var lookAhead: WorkedExample<LookAheadNesterov<Double>, LookAheadNesterov<Traced>>
    var pyTorch: WorkedExample<Nesterov<Double>, Nesterov<Traced>>
    var momentum: WorkedExample<Momentum<Double>, Momentum<Traced>>
  }

  private var runs: Runs {
    func lookAhead<Number: Scalar>() -> LookAheadNesterov<Number> {
      LookAheadNesterov(η: Number(options.learningRate), β: Number(beta))
    }
    func pyTorch<Number: Scalar>() -> Nesterov<Number> {
      Nesterov(η: Number(options.learningRate), β: Number(beta))
    }
    func momentum<Number: Scalar>() -> Momentum<Number> {
      Momentum(η: Number(options.learningRate), β: Number(beta))
    }
    return Runs(
      lookAhead: WorkedExample(options, lookAhead(), lookAhead()),
      pyTorch: WorkedExample(options, pyTorch(), pyTorch()),
      momentum: WorkedExample(options, momentum(), momentum()))
  }

  public var document: Document {
    let runs = runs
    let (lookAhead, pyTorch) = (runs.lookAhead, runs.pyTorch)
    return Document(title: Words(en: "Nesterov’s momentum, step by step", zh: "Nesterov 动量逐步演算")) {
      introduction(to: lookAhead)
      Block.heading(Words(en: "Look ahead, then correct", zh: "先向前看，再修正"))
      Block.formulas(lookAhead.formulas(meaningOfVelocity))
      lookAhead.derivations
      Block.heading(Words(en: "PyTorch’s form", zh: "PyTorch 的写法"))
      Block.formulas(pyTorch.formulas(meaningOfSum))
      pyTorch.derivations
      Block.heading(Words(en: "One descent, seen from two points", zh: "同一次下降，两个观察点"))
      identity(of: runs)
      Block.table(Table(comparing: forms(of: runs)), name: "nesterov-forms")
      Block.heading(Words(en: "Beside plain descent and momentum", zh: "与梯度下降和动量法对照"))
      Block.table(Table(comparing: compared(runs)), name: Self.name)
      divergence(of: runs)
      ravineText
      Block.figure(figure(of: runs), name: Self.name)
      Block.figure(ravine, name: "nesterov-ravine")
    }
  }
}

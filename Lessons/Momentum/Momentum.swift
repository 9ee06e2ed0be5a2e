import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// Momentum on L(w) = w²/2, as PyTorch calculates it and as the course writes it: section 3.3.2 of the course.
public struct MomentumLesson: Lesson {
  public static let name = "momentum"
  public static let abstract = "Momentum on w²/2: the course’s formula and PyTorch’s code."
  public static let section = "3.3.2"

  @OptionGroup var options: DescentOptions

  @Option(parsing: .unconditional, help: "Decay β of the past gradients, from 0 to below 1.")
  public var beta = 0.9

  public init() {}

  public func validate() throws {
    try Self.requireBelowOne("--beta", beta)
  }

  typealias Sum = WorkedExample<Momentum<Double>, Momentum<Traced>>
  typealias Average = WorkedExample<AveragedMomentum<Double>, AveragedMomentum<Traced>>

  /// The lesson's three runs.
  struct Runs {
    /// PyTorch's code.
    var sum: Sum
    /// The course's formula.
    var average: Average
    /// The formula from zero with the learning rate η/(1 − β), which makes it PyTorch's code.
    var converted: Average
  }

  func runs() -> Runs {
    func sum<Number: Scalar>() -> Momentum<Number> {
      Momentum(η: Number(options.learningRate), β: Number(beta))
    }
    func average<Number: Scalar>() -> AveragedMomentum<Number> {
      AveragedMomentum(η: Number(options.learningRate), β: Number(beta))
    }
    func converted<Number: Scalar>() -> AveragedMomentum<Number> {
      AveragedMomentum(η: Number(options.learningRate / (1 - beta)), β: Number(beta), from: 0)
    }
    return Runs(
      sum: Sum(options, sum(), sum()), average: Average(options, average(), average()),
      converted: Average(options, converted(), converted()))
  }

  /// What the course prints below its formula, which is what its code gives.
  static var printed: PrintedByPyTorch<Momentum<Double>> {
    PrintedByPyTorch(optimizer: Momentum(η: 0.01, β: 0.9), weights: ["0.990000", "0.971100"])
  }

  public var document: Document {
    let runs = runs()
    let (sum, average) = (runs.sum, runs.average)
    return Document(title: Words(en: "Momentum, step by step", zh: "动量算法逐步演算")) {
      sum.introduction(to: "Momentum", section: Self.section)
      twoDialects
      Block.heading(Words(en: "PyTorch’s code: a sum", zh: "PyTorch 的代码：累加"))
      Block.formulas(sum.formulas(meaningsOfSum))
      sum.derivations
      Block.heading(Words(en: "The course’s formula: an average", zh: "课程的公式：加权平均"))
      Block.formulas(average.formulas(meaningsOfAverage))
      average.derivations
      Block.heading(Words(en: "Side by side", zh: "两种写法对照"))
      Block.table(table(of: runs), name: Self.name)
      comparison(of: runs)
      Block.heading(Words(en: "From one to the other", zh: "两种写法的换算"))
      conversion(of: runs)
      Block.table(Table(comparing: compared(runs)), name: "momentum-conversion")
      ravineText
      Block.figure(figure(of: runs), name: Self.name)
      Block.figure(ravine, name: "momentum-ravine")
    }
  }
}

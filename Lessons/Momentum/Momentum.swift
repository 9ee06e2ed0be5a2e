import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// Momentum on L(w) = w²/2, as PyTorch calculates it and as the course writes it: section 3.3.2 of the course.
public struct MomentumLesson: Lesson {
  public static let name = "momentum"

  @OptionGroup var options: DescentOptions

  @Option(Declaration.momentum["β"]) public var beta: Double

  public init() {}

  public func validate() throws {
    try Self.require(Declaration.momentum["β"], beta)
  }

  /// PyTorch's code.
  typealias Sum = WorkedExample<Momentum<Double>, Momentum<Traced>>
  /// The course's formula.
  typealias Average = WorkedExample<AveragedMomentum<Double>, AveragedMomentum<Traced>>

  public var document: Document {
    let sum = Sum(options, ["β": beta])
    let average = Average(options, ["β": beta])
    let compared = compared(sum, average)
    return Document(title: Words(en: "Momentum, step by step", zh: "动量算法逐步演算")) {
      sum.introduction(to: "Momentum", section: Self.section)
      twoDialects
      sum.workedOut(Words(en: "PyTorch’s code: a sum", zh: "PyTorch 的代码：累加"))
      average.workedOut(Words(en: "The course’s formula: an average", zh: "课程的公式：加权平均"))
      Block.heading(Words(en: "Side by side", zh: "两种写法对照"))
      Block.table(table(of: sum, average), name: Self.name)
      comparison(of: sum, average)
      Block.heading(Words(en: "From one to the other", zh: "两种写法的换算"))
      conversion(of: compared)
      Block.table(Table(comparing: compared), name: "momentum-conversion")
      ravineText
      Block.figure(figure(of: sum, average, compared), name: Self.name)
      sum.strip(of: "Momentum").map { Block.figure($0, name: "\(Self.name)-steps") }
      Block.figure(ravine, name: "momentum-ravine")
    }
  }

  /// The runs that the conversion is about: the sum, the average, and the average from zero with the learning rate
  /// η/(1 − β), which makes it the sum.
  private func compared(_ sum: Sum, _ average: Average) -> [ComparedRun] {
    let rate = Mathematics.fraction("η", .group(.difference("1", "β")))
    let converted = AveragedMomentum(η: options.learningRate / (1 - beta), β: beta, from: 0)
    return [
      (Words(en: "sum \(math: "v")", zh: "累加 \(math: "v")"), .momentum, sum.run.weights),
      (
        Words(en: "average \(math: "s")", zh: "平均 \(math: "s")"), .averagedMomentum,
        average.run.weights
      ),
      (
        Words(
          en: "average, \(math: rate), \(math: .equation("s0", "0"))",
          zh: "平均，\(math: rate)，\(math: .equation("s0", "0"))"),
        .plain, options.run(with: converted).weights
      ),
    ]
  }
}

/// What the lesson says in words and numbers of its own.
extension MomentumLesson {
  var twoDialects: Words {
    Words(
      en: """
        The course writes momentum as a weighted average of the gradients, s. Its code calls \
        PyTorch, where momentum is a sum, v, without the factor 1 − β. Both are in use; here they \
        are next to each other.
        """,
      zh: """
        课程的公式把动量写成梯度的指数加权平均 s，而课程的代码调用的是 PyTorch，其中动量是累加量 v，\
        没有因子 1 − β。两种写法都很常见，下面对照演算。
        """)
  }

  /// What both dialects calculate in each step.
  func table(of sum: Sum, _ average: Average) -> Table {
    func step(_ direction: Mathematics) -> Words {
      Words(math: .equation("w", .difference("w", .product("η", direction))))
    }
    return Table(overSteps: [
      Table.Column("v", [nil] + sum.run.steps.map { $0.optimizers[0].v }),
      Table.Column(step("v"), sum.run.weights),
      Table.Column("s", [nil] + average.run.steps.map { $0.optimizers[0].s }),
      Table.Column(step("s"), average.run.weights),
    ])
  }

  /// What the course's numbers below its formula are, and what that formula gives.
  @Document.Parts
  func comparison(of sum: Sum, _ average: Average) -> [Block] {
    let printed = ["0.990000", "0.971100"]
    let weights = average.printedWeights(printed.count)
    if let comparison = sum.comparison(withPrinted: printed) {
      comparison
      if weights != Array(printed.prefix(weights.count)) {
        Words(
          en: """
            The course prints these numbers below its formula with 1 − β. That formula as it stands \
            gives w = \(weights.listed) instead.
            """,
          zh: "课程把这些数字印在带有 1 − β 的公式之后；若严格按公式计算，得到的 w 是 \(weights.listed)。")
      }
    }
    sum.divergence ?? average.divergence
  }

  func conversion(of compared: [ComparedRun]) -> Words {
    guard beta > 0 else {
      return Words(
        en:
          "With β = 0 nothing is remembered: v and s are both the gradient of the step, and there is nothing to convert.",
        zh: "β = 0 时没有任何记忆：v 和 s 都等于当前一步的梯度，无需换算。")
    }
    let text = Numerals.rounded.text
    let difference = text(largestDifference(between: compared[0], and: compared[2]))
    let (β, η) = (text(beta), text(options.learningRate))
    let (factor, rate) = (text(1 / (1 - beta)), text(options.learningRate / (1 - beta)))
    return Words(
      en: """
        While the gradient stays the same, v grows to g/(1 − β), here \(factor) times g, and s \
        stays g. So the learning rate of the average is η/(1 − β), here \(η)/(1 − \
        \(β)) = \(rate): started from s₀ = 0 (v is then s/(1 − β) in \
        every step), the average walks as PyTorch’s sum does. The largest difference between the two, by \
        rounding, is \(difference) of the largest weight. Started from s₁ = g₁, as the course does, the first \
        gradient would count \(factor) times as much.
        """,
      zh: """
        梯度不变时，v 会增长到 g/(1 − β)，这里是 g 的 \(factor) 倍，而 s 始终等于 g。因此平均写法的学习率要换算成 \
        η/(1 − β)，这里是 \(η)/(1 − \(β)) = \(rate)：从 s₀ = 0 \
        出发（此时每一步都有 v = s/(1 − β)），平均写法就和 PyTorch 的累加写法走得一样，两者因舍入产生的最大差别是最大权重的 \
        \(difference)。若像课程那样从 s₁ = g₁ 出发，第一个梯度的权重就会是原来的 \(factor) 倍。
        """)
  }
}

/// What the lesson draws.
extension MomentumLesson {
  /// Both dialects with the same learning rate.
  func figure(of sum: Sum, _ average: Average, _ compared: [ComparedRun]) -> Figure {
    let (v, s) = (sum.bareFormula(of: "v"), average.bareFormula(of: "s"))
    let velocities = Chart(
      Words(en: "What \(math: "η") multiplies", zh: "与 \(math: "η") 相乘的量"),
      overSteps: Axis(Words(math: .list("v", "s"))),
      [
        LineMark(sum.run.overSteps(\.v), name: Words(math: "v"), color: Symbol("v").color),
        LineMark(average.run.overSteps(\.s), name: Words(math: "s"), color: Symbol("s").color),
      ])
    return sum.figure(
      of: "Momentum",
      columns: [
        [
          sum.walk(Words(en: "PyTorch’s code: \(v)", zh: "PyTorch 的代码：\(v)")),
          average.walk(Words(en: "The course’s formula: \(s)", zh: "课程的公式：\(s)")),
        ],
        [weights(of: compared), velocities],
      ])
  }

  /// The weights of the two dialects, and of the converted one as dots: they lie on the line of the sum.
  private func weights(of compared: [ComparedRun]) -> Chart {
    var chart = Chart(comparing: Array(compared.prefix(2)))
    let converted = compared[2]
    let distance = max(1, converted.weights.count / 12)
    let dots = converted.weights.overSteps().filter { Int($0.x) % distance == 0 }
    chart.marks.append(PointMark(dots, name: converted.name, color: converted.style.color))
    return chart
  }
}

import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// Nesterov's momentum on L(w) = w²/2, looking ahead and in PyTorch's form: the course's notes on CS231n, lecture 12.
public struct NesterovLesson: Lesson {
  public static let name = "nesterov"

  @OptionGroup var options: DescentOptions

  @Option(Declaration.nesterov["β"]) public var beta: Double

  public init() {}

  public func validate() throws {
    try Self.require(Declaration.nesterov["β"], beta)
  }

  typealias LookAhead = WorkedExample<LookAheadNesterov<Double>, LookAheadNesterov<Traced>>
  typealias PyTorch = WorkedExample<Nesterov<Double>, Nesterov<Traced>>
  typealias Plain = WorkedExample<Momentum<Double>, Momentum<Traced>>

  public var document: Document {
    let lookAhead = LookAhead(options, ["β": beta])
    let pyTorch = PyTorch(options, ["β": beta])
    let momentum = Plain(options, ["β": beta])
    let forms = forms(of: lookAhead, pyTorch)
    let compared: [ComparedRun] = [
      options.plainDescent, (Words(en: "momentum", zh: "动量法"), .momentum, momentum.run.weights),
      ("Nesterov", .nesterov, lookAhead.run.weights),
    ]
    return Document(title: Words(en: "Nesterov’s momentum, step by step", zh: "Nesterov 动量逐步演算")) {
      introduction(to: lookAhead)
      lookAhead.workedOut(Words(en: "Look ahead, then correct", zh: "先向前看，再修正"))
      pyTorch.workedOut(Words(en: "PyTorch’s form", zh: "PyTorch 的写法"))
      Block.heading(Words(en: "One descent, seen from two points", zh: "同一次下降，两个观察点"))
      identity(of: forms)
      Block.table(Table(comparing: forms), name: "nesterov-forms")
      Block.heading(Words(en: "Beside plain descent and momentum", zh: "与梯度下降和动量法对照"))
      Block.table(Table(comparing: compared), name: Self.name)
      lookAhead.divergence ?? pyTorch.divergence ?? momentum.divergence
      ravineText
      Block.figure(figure(of: lookAhead, forms, compared), name: Self.name)
      Block.figure(ravine, name: "nesterov-ravine")
    }
  }
}

/// What the lesson says in words and numbers of its own.
extension NesterovLesson {
  func introduction(to example: LookAhead) -> Words {
    let introduction = example.introduction(to: "Nesterov", section: nil)
    return Words(
      en: """
        \(introduction) The course’s notes on CS231n, lecture 12, add it to momentum (course section \
        \(Self.section)): the velocity will move the weight anyway, so the gradient is better taken \
        where it leads.
        """,
      zh: """
        \(introduction)课程的 CS231n 笔记（课时 12）在动量法（课程 \(Self.section) 节）之后提到它：既然速度总会把权重带向前方，\
        不如直接在那里计算梯度。
        """)
  }

  func identity(of forms: [ComparedRun]) -> Words {
    let difference = Numerals.rounded.text(largestDifference(between: forms[1], and: forms[2]))
    return Words(
      en: """
        PyTorch’s optimizers get the gradient at the weight itself, so its form follows the \
        points w̃ that the other looks ahead to, and calls them w; its v is −v/η of the other. \
        The largest difference between w̃ and PyTorch’s w, by rounding, is \(difference) of the \
        largest weight.
        """,
      zh: """
        PyTorch 的优化器只能得到权重所在处的梯度，因此它的写法跟踪的正是向前看的那些点 w̃，并把它们叫作 w；它的 v \
        等于另一种写法的 −v/η。w̃ 与 PyTorch 的 w 因舍入产生的最大差别是最大权重的 \(difference)。
        """)
  }

  /// The weight of the look-ahead form, where that looks, and PyTorch's weight.
  func forms(of lookAhead: LookAhead, _ pyTorch: PyTorch) -> [ComparedRun] {
    let ahead = lookAhead.run.finite.map { row in
      row.optimizers[0].vantage(from: row.point[0]) ?? row.point[0]
    }
    return [
      (
        Words(en: "\(math: "w"), looking ahead", zh: "\(math: "w")（向前看）"), .nesterov,
        lookAhead.run.weights
      ),
      (Words(math: .equation("w̃", .sum("w", .product("β", "v")))), .plain, ahead),
      (
        Words(en: "PyTorch’s \(math: "w")", zh: "PyTorch 的 \(math: "w")"),
        OptimizerStyle(color: Palette.skyBlue), pyTorch.run.weights
      ),
    ]
  }
}

/// What the lesson draws.
extension NesterovLesson {
  func figure(
    of lookAhead: LookAhead, _ forms: [ComparedRun], _ compared: [ComparedRun]
  ) -> Figure {
    let weights = Chart(comparing: compared)
    return lookAhead.figure(
      of: "Nesterov", columns: [[lookAhead.walk(), weights], [chart(of: forms)]])
  }

  /// The first steps of the two forms: enough to see that they are apart and yet the same.
  private func chart(of forms: [ComparedRun]) -> Chart {
    let forms = forms.map {
      (name: $0.name, style: $0.style, weights: Array($0.weights.prefix(25)))
    }
    var chart = Chart(
      Words(en: "One descent, two points of view", zh: "同一次下降，两个观察点"),
      comparing: [forms[0], forms[2]])
    chart.y.label = Words(math: .list("w", "w̃"))
    chart.marks.append(
      PointMark(
        forms[1].weights.overSteps(), name: forms[1].name, color: forms[1].style.color,
        shape: .diamond))
    return chart
  }
}

import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// RMSProp on L(w) = w²/2: section 3.3.4 of the course.
public struct RMSPropLesson: Lesson {
  public static let name = "rmsprop"

  @OptionGroup var options: DescentOptions

  @Option(Declaration.rmsProp["β"]) public var beta: Double
  @Option(Declaration.rmsProp["ε"]) public var epsilon: Double

  public init() {}

  public func validate() throws {
    try Self.require(Declaration.rmsProp["β"], beta)
    try Self.require(Declaration.rmsProp["ε"], epsilon)
  }

  typealias Example = WorkedExample<RMSProp<Double>, RMSProp<Traced>>

  /// The first weights that the course's code prints.
  static let printed = ["0.968377", "0.945788"]

  public var document: Document {
    let example = Example(options, ["β": beta, "ε": epsilon])
    let adaGrad = options.run(with: AdaGrad(η: options.learningRate, ε: epsilon))
    return Document(title: Words(en: "RMSProp, step by step", zh: "RMSProp 逐步演算")) {
      example.parts(
        of: Self.self, note: whatIsAveraged, table: example.table(), printed: Self.printed,
        remark: smallNumber(of: example))
      Block.heading(Words(en: "A sum that leaks", zh: "会遗忘的累计量"))
      leaking(example, beside: adaGrad)
      if options.start != 0 { resting }
      Block.figure(figure(of: example, beside: adaGrad), name: Self.name)
      example.strip(of: "RMSProp").map { Block.figure($0, name: "\(Self.name)-steps") }
    }
  }
}

/// What the lesson says in words and numbers of its own.
extension RMSPropLesson {
  /// The course's small constant, called σ there.
  static let courseSigma = 1e-10

  var whatIsAveraged: Words {
    Words(
      en: """
        What is averaged is the square of the gradient, in place of AdaGrad’s sum of squares. The \
        course writes η for the effective rate too; here that is η′, as η itself never changes.
        """,
      zh: """
        这里取指数加权平均的是梯度的平方，用它代替 AdaGrad 的平方和。课程把有效学习率也记作 η；这里记作 η′，\
        因为 η 本身始终不变。
        """)
  }

  /// The course's formula has another small constant than PyTorch, which its code calls.
  func smallNumber(of example: Example) -> Words? {
    guard epsilon != Self.courseSigma else { return nil }
    let other = Example(options, ["β": beta, "ε": Self.courseSigma])
    let count = Self.printed.count
    let same = example.printedWeights(count) == other.printedWeights(count)
    let (σ, ε) = (Numerals.rounded.text(Self.courseSigma), Numerals.rounded.text(epsilon))
    return Words(
      en: """
        The course’s formula has the small number σ = \(σ) where ε = \(ε) is used here (PyTorch’s default is 1e−8). The \
        first steps \(same ? "have the same six decimals with either" : "differ in the first six decimals").
        """,
      zh: """
        课程公式中的小常数是 σ = \(σ)，这里用 ε = \(ε)（PyTorch 的默认值是 1e−8）。\
        前几步的六位小数\(same ? "完全相同" : "有所不同")。
        """)
  }

  /// What the leak does to the effective rate; nil where the run has no step to speak of.
  func leaking(_ example: Example, beside adaGrad: FiniteRun<AdaGrad<Double>>) -> Words? {
    guard let first = example.run.steps.first, let last = example.run.steps.last else { return nil }
    guard options.start != 0 else { return example.stillness }
    let text = Numerals.rounded.text
    let length = first.optimizers[0].effectiveRate * first.gradient[0].magnitude
    let factors = [length / options.learningRate, 1 / (1 - beta).squareRoot()].map(text)
    let (t, rate) = (last.step.number, text(last.optimizers[0].effectiveRate))
    let other = adaGrad.steps.first { $0.step == last.step }.map { row in
      let rate = text(row.optimizers[0].effectiveRate)
      return Words(en: ", AdaGrad’s is \(rate)", zh: "，而 AdaGrad 的是 \(rate)")
    }
    return Words(
      en: """
        s starts at 0 and is not corrected for that: the first step is \(factors[0]) times as long as η; without ε the factor \
        would be 1/√(1 − β) = \(factors[1]). From then on s forgets: where the squared gradient falls, s follows, and the \
        effective rate can rise again. In step \(t) it is \(rate)\(other ?? "").
        """,
      zh: """
        s 从 0 开始且不做偏差校正：第一步的长度是 η 的 \(factors[0]) 倍，不计 ε 时是 1/√(1 − β) = \(factors[1]) 倍。\
        此后 s 会逐渐遗忘：梯度变小时它也随之变小，有效学习率可以回升。第 \(t) 步的有效学习率是 \(rate)\(other ?? "")。
        """)
  }

  /// Whether RMSProp comes to rest at the minimum of w²/2. There s goes to 0 and the effective rate to η/ε; a step multiplies
  /// the weight by 1 − η/ε then.
  var resting: Words {
    let rate = options.learningRate / epsilon
    let text = Numerals.rounded.text(rate)
    guard rate >= 2 else {
      return Words(
        en: """
          With an ε as large beside η as here, the effective rate is never above η/ε = \(text), so that RMSProp comes to rest at the \
          minimum like plain descent with that rate.
          """,
        zh: "ε 与 η 相比像这里这样大时，有效学习率不会超过 η/ε = \(text)，所以 RMSProp 像学习率为 η/ε 的梯度下降一样，会在最小值处停稳。")
    }
    return Words(
      en: """
        A gradient that stays the same, however small (if it is large beside ε), moves the weight by about η a step: its size \
        cancels. So at the minimum RMSProp does not come to rest unless η falls: with s near 0, a step would multiply w by \
        1 − η/ε, here \(Numerals.rounded.text(1 - rate)).
        """,
      zh: """
        不变的梯度无论多小（只要远大于 ε），每一步都把权重移动约 η：梯度的大小被约掉了。因此除非逐渐减小 η，\
        RMSProp 在最小值处停不稳：s 接近 0 时，一步会把 w 乘以 1 − η/ε，这里是 \(Numerals.rounded.text(1 - rate))。
        """)
  }
}

/// What the lesson draws.
extension RMSPropLesson {
  func figure(of example: Example, beside adaGrad: FiniteRun<AdaGrad<Double>>) -> Figure {
    func both(
      _ heading: Words, _ quantity: Words, _ rms: (RMSProp<Double>) -> Double,
      _ ada: (AdaGrad<Double>) -> Double
    ) -> Chart {
      Chart(
        heading, overSteps: Axis(quantity, scale: .logarithmic),
        [
          LineMark(example.run.overSteps(rms), name: "RMSProp", style: .rmsProp),
          LineMark(adaGrad.overSteps(ada), name: "AdaGrad", style: .adaGrad),
        ])
    }
    let weights = Chart(comparing: [
      ("RMSProp", .rmsProp, example.run.weights), ("AdaGrad", .adaGrad, adaGrad.weights),
      options.plainDescent,
    ])
    let squares = both(
      Words(en: "\(math: "s"): leaking and not", zh: "\(math: "s")：会遗忘与不会遗忘"), Words(math: "s"),
      \.s, \.s)
    let rates = both(
      Words(en: "The effective rate", zh: "有效学习率"), example.bareFormula(of: "η′"),
      \.effectiveRate, \.effectiveRate)
    return example.figure(of: "RMSProp", columns: [[example.walk(), weights], [squares, rates]])
  }
}

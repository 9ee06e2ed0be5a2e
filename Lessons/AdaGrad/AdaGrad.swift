import ArgumentParser
import Descent
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// AdaGrad on L(w) = w²/2: section 3.3.3 of the course.
public struct AdaGradLesson: Lesson {
  public static let name = "adagrad"

  @OptionGroup var options: DescentOptions

  @Option(Declaration.adaGrad["ε"]) public var epsilon: Double

  public init() {}

  public func validate() throws {
    try Self.require(Declaration.adaGrad["ε"], epsilon)
  }

  typealias Example = WorkedExample<AdaGrad<Double>, AdaGrad<Traced>>

  public var document: Document {
    let example = Example(options, ["ε": epsilon])
    return Document(title: Words(en: "AdaGrad, step by step", zh: "AdaGrad 逐步演算")) {
      example.parts(
        of: Self.self, note: twoRates, table: example.table(), printed: ["0.990000", "0.982965"],
        remark: smallNumber)
      Block.heading(Words(en: "Why it slows down", zh: "为什么越走越慢"))
      slowing(of: example)
      stalling
      Block.figure(figure(of: example), name: Self.name)
    }
  }
}

/// What the lesson says in words and numbers of its own.
extension AdaGradLesson {
  var twoRates: Words {
    Words(
      en:
        "The course writes η for the effective rate too; here that is η′, as η itself never changes.",
      zh: "课程把有效学习率也记作 η；这里记作 η′，因为 η 本身始终不变。")
  }

  var smallNumber: Words {
    Words(
      en:
        "The course’s small number is σ = 1e−10, which is PyTorch’s default too and called ε here.",
      zh: "课程中的小常数 σ = 1e−10 与 PyTorch 的默认值相同，这里记作 ε。")
  }

  /// What the effective rate has come to, and how far that has led; nil where the run has no step to speak of.
  func slowing(of example: Example) -> Words? {
    guard let first = example.run.steps.first, let last = example.run.steps.last else { return nil }
    guard options.start != 0 else { return example.stillness }
    let text = Numerals.rounded.text
    let (η1, η2) = (first.optimizers[0].effectiveRate, last.optimizers[0].effectiveRate)
    let (t, w) = (last.step.number, last.point[0])
    let plain = options.plainDescent.weights
    let comparison =
      plain.count > t
      ? Words(
        en: "plain descent with the same η to \(text(plain[t])).",
        zh: "而同样 η 的梯度下降走到 \(text(plain[t]))。")
      : Words(en: "plain descent with the same η diverges.", zh: "而同样 η 的梯度下降已经发散。")
    let rates =
      t == 1
      ? Words(en: "it is \(text(η1)) in step 1.", zh: "第 1 步是 \(text(η1))。")
      : Words(
        en: "from \(text(η1)) in step 1 it has come to \(text(η2)) in step \(t).",
        zh: "第 1 步是 \(text(η1))，第 \(t) 步是 \(text(η2))。")
    return Words(
      en: """
        Nothing is ever taken off s, so the effective rate can never rise: \(rates) While the gradient hardly changes, √s \
        grows like √t. AdaGrad has moved w to \(text(w)), \(comparison)
        """,
      zh: """
        s 只增不减，所以有效学习率不会回升：\(rates)梯度几乎不变时，√s 像 √t 那样增大。\
        此时 AdaGrad 走到 w = \(text(w))，\(comparison)
        """)
  }

  /// Where AdaGrad stops before it has come to a minimum, and where it does not.
  var stalling: Words {
    Words(
      en: """
        That each parameter has an s of its own is AdaGrad’s strength where parameters have very different gradients; that the \
        rate never recovers is its weakness in long trainings. On w²/2 it can get slow but never stops half-way: as the gradient \
        goes to 0, s comes to a limit, and the effective rate stays above 0. Where gradients keep their size, as by the noise \
        of mini-batches, s grows without end and the rate is used up.
        """,
      zh: """
        每个参数各有自己的 s，各参数的梯度相差悬殊时这是优点；学习率不再回升，在长时间的训练中就成了缺点。\
        在 w²/2 上它可能很慢，但不会停在半路：梯度趋于 0，s 便趋于一个极限，有效学习率不会降到 0。\
        如果梯度一直不变小（例如小批量带来的噪声），s 就会无限增大，学习率终将耗尽。
        """)
  }
}

/// What the lesson draws.
extension AdaGradLesson {
  func figure(of example: Example) -> Figure {
    /// One of the optimizer's quantities over the steps, with its formula as legend.
    func chart(_ heading: Words, of symbol: Symbol, _ value: (AdaGrad<Double>) -> Double) -> Chart {
      Chart(
        heading,
        overSteps: Axis(
          Words(math: symbol.mathematics),
          domain: Domain(around: example.run.overSteps(value).map(\.y) + [0], margin: 0.06)),
        [
          LineMark(
            example.run.overSteps(value), name: example.bareFormula(of: symbol), color: symbol.color
          )
        ])
    }
    let weights = Chart(comparing: [
      ("AdaGrad", .adaGrad, example.run.weights), options.plainDescent,
    ])
    let sum = chart(Words(en: "The sum only grows …", zh: "平方和只增不减……"), of: "s", \.s)
    let rate = chart(
      Words(en: "… so the rate only falls", zh: "……学习率就只减不增"), of: "η′", \.effectiveRate)
    return example.figure(of: "AdaGrad", columns: [[example.walk(), weights], [sum, rate]])
  }
}

import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the outputs of the course's second example tell, whose inputs it does not print.
extension BatchnormLesson {
  @Document.Parts
  var twoSamples: [Block] {
    let outputs = BatchnormCourse.twoSamplesOutput
    let list = outputs.map { "±\(Numerals.fixed(4).text($0))" }.listed
    let d = halfDifference(outputs[0])
    let forward = train([-d.value, d.value].numbered("x"))
    // What is printed with four decimals may be half a unit of the last one less or more.
    let bounds = [-0.00005, 0.00005].map { halfDifference(outputs[0] + $0).value }
    let least = halfDifference(0.99995).value
    let root = Declaration.batchnorm["ε"].course[0].squareRoot()
    Block.heading(Words(en: "Two samples", zh: "只有两个样本"))
    Words(
      en: """
        The course’s second example has 2 samples with 3 features. It prints outputs only: \
        \(list). That is enough to \
        tell something of the inputs, with the course’s γ, β and ε. Two numbers lie at the same distance d on both sides \
        of their mean, so σ² = d² and y = ±d/√(d² + ε). Solved for d:
        """,
      zh: """
        课程的第二个例子是 2 个样本、3 个特征，只打印了输出：\(list)。\
        由此（取课程的 γ、β、ε）也能看出输入的一些情况。两个数到均值的距离相同，记为 d，于是 σ² = d²，\
        y = ±d/√(d² + ε)。解出 d：
        """)
    Block.derivations(
      title: Words(en: "Feature 1, back from its output", zh: "特征 1：由输出倒推"), of: [d])
    Words(
      en: """
        Forward again, from these two inputs through the layer. The mean of the true inputs is not known, but \
        normalising takes it away; here it is 0:
        """,
      zh: "再从这两个输入出发，代入这一层的公式。真实输入的均值无从得知，但标准化会减去均值；这里取 0：")
    Block.derivations(
      title: Words(en: "Feature 1, forward", zh: "特征 1：正向计算"),
      of: [forward.mean, forward.variance] + forward.normalized + forward.outputs)
    Words(
      en: """
        So the two inputs of feature 1 were about \(2 * d.value, .fixed(3)) \
        apart (d from \(bounds[0], .fixed(3)) to \(bounds[1], .fixed(3)), the output being rounded), close enough \
        for ε to show. Features 2 and 3 had d above \(least, .fixed(3)), where ε is lost in the fourth \
        decimal. Unless d is as small as √ε = \(root, .rounded) or smaller, two samples come out near −1 and \
        1: all that is left of them is which one was larger, so a batch should have more.
        """,
      zh: """
        可见特征 1 的两个输入相差约 \(2 * d.value, .fixed(3))\
        （输出经过舍入，d 在 \(bounds[0], .fixed(3)) 与 \(bounds[1], .fixed(3)) 之间），近到能看出 ε 的影响。\
        特征 2 和 3 的 d 大于 \(least, .fixed(3))，ε 的影响在第四位小数上已看不出。\
        只要 d 远大于 √ε = \(root, .rounded)，两个样本归一化后就在 −1 和 1 附近，只剩下谁大谁小，所以批次应当大一些。
        """)
    Block.table(halfDifferences, name: "\(Self.name)-two-samples")
  }

  /// What a layer with the course's numbers makes of a batch.
  private func train<Number: Scalar>(_ inputs: [Number]) -> BatchNormalization<Number>.Batch {
    var layer = BatchNormalization<Number>()
    return layer.train(inputs)
  }

  /// The half difference d of two inputs whose outputs are ±y.
  private func halfDifference(_ y: Double) -> Traced {
    let (y, ε) = (Traced(y).named("y"), BatchNormalization<Traced>().ε)
    return (y * .sqrt(ε / (1 - .pow(y, 2)))).named("d")
  }

  /// What comes out of the layer for two inputs −d and d.
  private var halfDifferences: Table {
    // On both sides of where the fourth decimal of y changes, as six digits show it.
    let rows = [0.001, 0.01, 0.1, 0.158, 0.3, 0.32, 1, 10].map { d in
      (d: d, y: train([-d, d]).outputs[1])
    }
    return rows.table([
      "d": { .number($0.d) },
      "y": { .number($0.y) },
      Words(en: "y with four decimals", zh: "y（四位小数）"): { .text("\($0.y, .fixed(4))") },
    ])
  }
}

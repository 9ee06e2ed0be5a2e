import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says in words, formulas and numbers.
extension BatchnormLesson {
  /// Sums of more terms are written with an ellipsis.
  private static let longestSum = 3

  /// The number of elements that are shown with all their numbers filled in.
  private static let derivedElements = 2

  var introduction: Words {
    let (m, columns) = (BatchnormCourse.input[0].count, BatchnormCourse.columnCount)
    let shape = "\(m / columns) × \(columns)"
    return Words(
      en: """
        Batch normalisation gives each channel of a batch the mean 0 and, but for ε, the \
        variance 1, then scales it by γ and shifts it by β, which are learned (course section 5.3). The course’s \
        example is an image with two channels of \(shape) numbers: m = \(m) numbers a channel.
        """,
      zh: """
        批量归一化把一个批次中每个通道的数据变为均值 0、方差 1（ε 带来的差别除外），再用可学习的 γ 缩放、β 平移\
        （课程 5.3 节）。课程的例子是一张两通道的 \(shape) 图像：每个通道 m = \(m) 个数。
        """)
  }

  func formulas(of channel: TracedChannel) -> [Document.Formula] {
    let (batch, layer) = (channel.batch, channel.layer)
    let quantities = [
      batch.mean, batch.variance, batch.normalized[0], batch.outputs[0],
      batch.unbiasedVariance, layer.runningMean, layer.runningVariance,
    ]
    let meanings = [
      Words(en: "the mean of the batch", zh: "批次的均值"),
      Words(en: "its variance, divided by m", zh: "批次的方差（除以 m）"),
      Words(en: "normalised", zh: "标准化"),
      Words(en: "scaled and shifted", zh: "缩放和平移"),
      Words(en: "the unbiased variance, divided by m − 1", zh: "无偏方差（除以 m − 1）"),
      Words(en: "the running mean after t batches", zh: "均值的移动平均，t 是批次的序号"),
      Words(en: "the running variance, likewise", zh: "方差的移动平均"),
    ]
    let notation = Notation(.general(t: 1), longestSum: Self.longestSum)
    return zip(quantities, meanings).map { quantity, meaning in
      ("\(quantity.name(notation)) = \(quantity.formula(notation))", meaning)
    }
  }

  var names: Words {
    let (ε, α) = (Numerals.rounded.text(epsilon), Numerals.rounded.text(momentum))
    let (γ, β) = (Numerals.rounded.text(gamma), Numerals.rounded.text(beta))
    return Words(
      en: """
        Here γ = \(γ), β = \(β), ε = \(ε) and α = \(α). PyTorch calls γ weight, β bias and α \
        momentum; α is the weight of the new batch, where the β of section 3.3 is that of the old \
        average. The course writes λ for the scale in one place and γ in the others; both are the \
        same number.
        """,
      zh: """
        这里 γ = \(γ)，β = \(β)，ε = \(ε)，α = \(α)。PyTorch 把 γ 叫作 weight，β 叫作 bias，α 叫作 momentum；\
        α 是新批次的权重，而 3.3 节的 β 是旧平均值的权重。课程有一处把缩放系数写作 λ，其余各处写作 γ，是同一个数。
        """)
  }

  func derivations(of channels: [TracedChannel]) -> [Block] {
    zip(1..., channels).map { number, channel in
      let batch = channel.batch
      let elements = zip(batch.normalized, batch.outputs).prefix(Self.derivedElements)
      return .derivations(
        title: Words(en: "Channel \(number)", zh: "通道 \(number)"),
        ([batch.mean, batch.variance] + elements.flatMap { [$0, $1] }).map {
          $0.derivation(longestSum: Self.longestSum)
        })
    }
  }

  /// All elements, beside what the course prints where its γ, β and ε are taken.
  func elements(of channels: [ChannelRun]) -> [Block] {
    let places = channels[0].input.indices
    let width = BatchnormCourse.columnCount
    func column(_ heading: Words, _ value: (Int, Int) -> Double) -> Table.Column {
      Table.Column(
        heading,
        channels.indices.flatMap { channel in places.map { value(channel, $0) } })
    }
    var columns = [
      column(Words(en: "channel", zh: "通道")) { channel, _ in Double(channel + 1) },
      column(Words(en: "row", zh: "行")) { Double($1 / width + 1) },
      column(Words(en: "column", zh: "列")) { Double($1 % width + 1) },
      column("x") { channels[$0].input[$1] },
      column("x̂") { channels[$0].batch.normalized[$1] },
      column("y") { channels[$0].batch.outputs[$1] },
    ]
    let isCourse =
      (gamma, beta, epsilon) == (Self.course.gamma, Self.course.beta, Self.course.epsilon)
    if isCourse {
      columns.append(
        column(Words(en: "y in the course", zh: "课程打印的 y")) {
          BatchnormCourse.output[$0][$1]
        })
    }
    let table: Block = .table(Table(columns), name: Self.name)
    let figure: Block = .figure(distributions(of: channels), name: Self.name)
    return isCourse
      ? [table, .prose(comparison(of: channels)), figure] : [table, figure]
  }

  /// By how much the output may differ, as the course prints its input to four decimals.
  private static let tolerance = 2e-4

  private func comparison(of channels: [ChannelRun]) -> Words {
    let differences = zip(channels, BatchnormCourse.output).flatMap { channel, printed in
      zip(channel.batch.outputs, printed).map { abs($0 - $1) }
    }
    let largest = differences.max() ?? 0
    let text = Numerals.rounded.text((largest * 1e6).rounded() / 1e6)
    let agrees = largest <= Self.tolerance
    return Words(
      en: "The outputs differ from those that the course prints by at most \(text): "
        + (agrees
          ? "as much as is to be expected, since it prints its inputs to four decimals."
          : "more than four decimals of its inputs explain."),
      zh: "与课程打印的输出最多相差 \(text)："
        + (agrees ? "课程的输入只打印了四位小数，这样的差别是正常的。" : "超出了输入四位小数所能解释的范围。"))
  }

  /// What the layer remembers for evaluation, and how it is used there.
  func runningStatistics(_ traced: [TracedChannel], _ channels: [ChannelRun]) -> [Block] {
    let (channel, layer) = (traced[0], traced[0].layer)
    let isSame = channel.evaluated.output.value == channel.batch.outputs[0].value
    return [
      .heading(Words(en: "Running statistics and evaluation", zh: "移动平均与推理")),
      .prose(
        Words(
          en: """
            In training the layer also keeps running averages of mean and variance, which start \
            at 0 and 1. The batch itself is normalised by its biased variance σ²; into the running \
            variance goes the unbiased s² instead. The course does not mention the difference; \
            PyTorch makes it.
            """,
          zh: """
            训练时，这一层还记录均值和方差的移动平均，初值为 0 和 1。批次本身用有偏方差 σ² 归一化，\
            而计入方差移动平均的是无偏方差 s²。课程没有提到这一区别，PyTorch 是这样做的。
            """)),
      .derivations(
        title: Words(en: "Channel 1, after the first batch", zh: "通道 1，第一个批次之后"),
        [channel.batch.unbiasedVariance, layer.runningMean, layer.runningVariance].map {
          $0.derivation()
        }),
      .derivations(
        title: Words(
          en: "Channel 1, evaluation after that batch: the same x₁ gives "
            + (isSame ? "the same y₁" : "another y₁"),
          zh: "通道 1，此后的推理：同一个 x₁ 得到\(isSame ? "相同" : "不同")的 y₁"),
        [channel.evaluated.normalized, channel.evaluated.output].map { $0.derivation() }),
      .prose(approach),
      .table(running(channels), name: "\(Self.name)-running"),
      .figure(runningFigure(of: channels), name: "\(Self.name)-running"),
    ]
  }

  private var approach: Words {
    guard momentum < 1 else {
      return Words(
        en: "With α = 1 nothing is averaged: μ̄ and σ̄² are μ and s² of the last batch.",
        zh: "α = 1 时并没有做平均：μ̄ 和 σ̄² 就是最后一个批次的 μ 和 s²。")
    }
    let α = Numerals.rounded.text(momentum)
    return Words(
      en: """
        One batch takes μ̄ and σ̄² only α = \(α) of the way to μ and s². Where the same batch comes again and \
        again, μ̄ approaches μ and σ̄² approaches s²:
        """,
      zh: "一个批次只让 μ̄ 和 σ̄² 向 μ 和 s² 走了 α = \(α) 的路程。若同一批次反复出现，μ̄ 趋近 μ，σ̄² 趋近 s²：")
  }

  private func running(_ channels: [ChannelRun]) -> Table {
    let counts = Table.Column(
      Words(en: "batches", zh: "批次数"), channels[0].layers.indices.map { Double($0) })
    return Table(
      [counts]
        + zip(1..., channels).flatMap { number, channel in
          let note = Words(en: " channel \(number)", zh: "（通道 \(number)）")
          return [
            Table.Column("μ̄\(note)", channel.layers.map(\.runningMean)),
            Table.Column("σ̄²\(note)", channel.layers.map(\.runningVariance)),
            Table.Column(
              "y₁\(note)", channel.layers.map { $0.evaluate([channel.input[0]]).outputs[0] }),
          ]
        })
  }

  // MARK: Two samples

  /// What the outputs of the course's second example tell, whose inputs it does not print.
  var twoSamples: [Block] {
    let printed = BatchnormCourse.twoSamplesOutput[0]
    let d = halfDifference(Double(printed) ?? 0)
    // What is printed with four decimals may be half a unit of the last one less or more.
    let bounds = [-0.00005, 0.00005].map {
      Numerals.fixed(3).text(halfDifference(d.y + $0).d.value)
    }
    let root = Numerals.rounded.text(Self.course.epsilon.squareRoot())
    let least = Numerals.fixed(3).text(halfDifference(0.99995).d.value)
    return [
      .heading(Words(en: "Two samples", zh: "只有两个样本")),
      .prose(
        Words(
          en: """
            The course’s second example has 2 samples with 3 features. It prints outputs only: \
            ±\(BatchnormCourse.twoSamplesOutput.joined(separator: ", ±")). That is enough to \
            tell something of the inputs, with the course’s γ, β and ε. Two numbers lie at the same distance d on both sides \
            of their mean, so σ² = d² and y = ±d/√(d² + ε). Solved for d:
            """,
          zh: """
            课程的第二个例子是 2 个样本、3 个特征，只打印了输出：\
            ±\(BatchnormCourse.twoSamplesOutput.joined(separator: "、±"))。\
            由此（取课程的 γ、β、ε）也能看出输入的一些情况。两个数到均值的距离相同，记为 d，于是 σ² = d²，\
            y = ±d/√(d² + ε)。解出 d：
            """)),
      .derivations(
        title: Words(en: "Feature 1, back from its output", zh: "特征 1：由输出倒推"), [d.d.derivation()]
      ),
      .prose(
        Words(
          en: """
            Forward again, from these two inputs through the layer. The mean of the true inputs is not known, but \
            normalising takes it away; here it is 0:
            """,
          zh: "再从这两个输入出发，代入这一层的公式。真实输入的均值无从得知，但标准化会减去均值；这里取 0：")),
      .derivations(
        title: Words(en: "Feature 1, forward", zh: "特征 1：正向计算"),
        twoSamplesForward(inputs: [-d.d.value, d.d.value])),
      .prose(
        Words(
          en: """
            So the two inputs of feature 1 were about \(Numerals.fixed(3).text(2 * d.d.value)) \
            apart (d from \(bounds[0]) to \(bounds[1]), the output being rounded), close enough \
            for ε to show. Features 2 and 3 had d above \(least), where ε is lost in the fourth \
            decimal. Unless d is as small as √ε = \(root) or smaller, two samples come out near −1 and \
            1: all that is left of them is which one was larger, so a batch should have more.
            """,
          zh: """
            可见特征 1 的两个输入相差约 \(Numerals.fixed(3).text(2 * d.d.value))\
            （输出经过舍入，d 在 \(bounds[0]) 与 \(bounds[1]) 之间），近到能看出 ε 的影响。\
            特征 2 和 3 的 d 大于 \(least)，ε 的影响在第四位小数上已看不出。\
            只要 d 远大于 √ε = \(root)，两个样本归一化后就在 −1 和 1 附近，只剩下谁大谁小，所以批次应当大一些。
            """)),
      .table(halfDifferences, name: "\(Self.name)-two-samples"),
    ]
  }

  /// The half difference d of two inputs whose outputs are ±y.
  private func halfDifference(_ output: Double) -> (y: Double, d: Traced) {
    let y = Traced(output).named("y")
    let ε = Traced(Self.course.epsilon).named("ε")
    return (output, (y * .sqrt(ε / (1 - .pow(y, 2)))).named("d"))
  }

  /// A feature of two samples, with all numbers filled in.
  private func twoSamplesForward(inputs: [Double]) -> [Derivation] {
    var layer = BatchNormalization<Traced>(ε: Traced(Self.course.epsilon))
    let batch = layer.train(inputs.enumerated().map { Traced($1).named(Symbol("x\($0 + 1)")) })
    return ([batch.mean, batch.variance] + batch.normalized + batch.outputs).map {
      $0.derivation()
    }
  }

  /// What comes out of the layer for two inputs −d and d.
  private var halfDifferences: Table {
    // On both sides of where the fourth decimal of y changes, as six digits show it.
    let differences = [0.001, 0.01, 0.1, 0.158, 0.3, 0.32, 1, 10]
    let outputs = differences.map { d in
      var layer = BatchNormalization<Double>(ε: Self.course.epsilon)
      return layer.train([-d, d]).outputs[1]
    }
    return Table([
      Table.Column("d", differences),
      Table.Column("y", outputs),
      Table.Column(
        Words(en: "y with four decimals", zh: "y（四位小数）"),
        texts: outputs.map { Words(Numerals.fixed(4).text($0)) }),
    ])
  }
}

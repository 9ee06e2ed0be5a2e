import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says in words, formulas and numbers.
extension BatchnormLesson {
  /// Sums of more terms are written with an ellipsis.
  private static let longestSum = 3

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

  @Document.Parts
  func formulas(of channel: BatchnormChannel) -> [Block] {
    let (batch, layer) = (channel.batch, channel.layer)
    Block.heading(Words(en: "The formulas", zh: "公式"))
    Block.formulas(
      of: [
        batch.mean: Words(en: "the mean of the batch", zh: "批次的均值"),
        batch.variance: Words(en: "its variance, divided by m", zh: "批次的方差（除以 m）"),
        batch.normalized[0]: Words(en: "normalised", zh: "标准化"),
        batch.outputs[0]: Words(en: "scaled and shifted", zh: "缩放和平移"),
        batch.unbiasedVariance:
          Words(en: "the unbiased variance, divided by m − 1", zh: "无偏方差（除以 m − 1）"),
        layer.runningMean:
          Words(en: "the running mean after t batches", zh: "均值的移动平均，t 是批次的序号"),
        layer.runningVariance: Words(en: "the running variance, likewise", zh: "方差的移动平均"),
      ], Notation(.general(t: 1), longestSum: Self.longestSum))
    Words(
      en: """
        Here γ = \(gamma, .rounded), β = \(beta, .rounded), ε = \(epsilon, .rounded) and α = \(momentum, .rounded). \
        PyTorch calls γ weight, β bias and α \
        momentum; α is the weight of the new batch, where the β of section 3.3 is that of the old \
        average. The course writes λ for the scale in one place and γ in the others; both are the \
        same number.
        """,
      zh: """
        这里 γ = \(gamma, .rounded)，β = \(beta, .rounded)，ε = \(epsilon, .rounded)，α = \(momentum, .rounded)。\
        PyTorch 把 γ 叫作 weight，β 叫作 bias，α 叫作 momentum；\
        α 是新批次的权重，而 3.3 节的 β 是旧平均值的权重。课程有一处把缩放系数写作 λ，其余各处写作 γ，是同一个数。
        """)
  }

  /// The first elements with all their numbers, then all elements.
  @Document.Parts
  func training(_ channels: [BatchnormChannel]) -> [Block] {
    let isCourse =
      [gamma, beta, epsilon] == ["γ", "β", "ε"].flatMap { Declaration.batchnorm[$0].course }
    let printed = BatchnormCourse.output.flatMap(\.self)
    let heading = Words(en: "y in the course", zh: "课程打印的 y")
    Block.heading(Words(en: "A batch in training, with its numbers", zh: "训练时一个批次的代入计算"))
    for channel in channels {
      let batch = channel.batch
      let elements = zip(batch.normalized, batch.outputs).prefix(2).flatMap { [$0, $1] }
      Block.derivations(
        title: Words(en: "Channel \(channel.number)", zh: "通道 \(channel.number)"),
        of: [batch.mean, batch.variance] + elements, longestSum: Self.longestSum)
    }
    Block.table(
      Table(elements(of: channels).columns + (isCourse ? [Table.Column(heading, printed)] : [])),
      name: Self.name)
    if isCourse { comparison(of: channels.flatMap(\.outputs), with: printed) }
    Block.figure(distributions(of: channels), name: Self.name)
  }

  private func elements(of channels: [BatchnormChannel]) -> Table {
    let width = BatchnormCourse.columnCount
    let places = channels.flatMap { channel in channel.input.indices.map { (channel, $0) } }
    return places.table([
      Words(en: "channel", zh: "通道"): { .number($0.0.number) },
      Words(en: "row", zh: "行"): { .number($0.1 / width + 1) },
      Words(en: "column", zh: "列"): { .number($0.1 % width + 1) },
      "x": { .number($0.0.input[$0.1]) },
      "x̂": { .number($0.0.batch.normalized[$0.1].value) },
      "y": { .number($0.0.outputs[$0.1]) },
    ])
  }

  /// Says how near the outputs are; nil where that is not to be expected of inputs with four decimals.
  private func comparison(of outputs: [Double], with printed: [Double]) -> Words? {
    let difference = zip(outputs, printed).map { abs($0 - $1) }.max() ?? 0
    guard difference <= 2e-4 else { return nil }
    let text = Numerals.rounded.text((difference * 1e6).rounded() / 1e6)
    return Words(
      en: """
        The outputs differ from those that the course prints by at most \(text): as much as is \
        to be expected, since it prints its inputs to four decimals.
        """,
      zh: "与课程打印的输出最多相差 \(text)：课程的输入只打印了四位小数，这样的差别是正常的。")
  }

  /// What the layer remembers for evaluation, and how it is used there.
  @Document.Parts
  func evaluation(_ channels: [BatchnormChannel]) -> [Block] {
    let (batch, layer) = (channels[0].batch, channels[0].layer)
    let (x̂, y) = layer.evaluate(channels[0].input.prefix(1).numbered("x"))
    let isSame = y[0].value == batch.outputs[0].value
    Block.heading(Words(en: "Running statistics and evaluation", zh: "移动平均与推理"))
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
        """)
    Block.derivations(
      title: Words(en: "Channel 1, after the first batch", zh: "通道 1，第一个批次之后"),
      of: [batch.unbiasedVariance, layer.runningMean, layer.runningVariance])
    Block.derivations(
      title: Words(
        en:
          "Channel 1, evaluation after that batch: the same x₁ gives \(isSame ? "the same" : "another") y₁",
        zh: "通道 1，此后的推理：同一个 x₁ 得到\(isSame ? "相同" : "不同")的 y₁"),
      of: x̂ + y)
    if momentum < 1 {
      Words(
        en: """
          One batch takes μ̄ and σ̄² only α = \(momentum, .rounded) of the way to μ and s². Where the \
          same batch comes again and again, μ̄ approaches μ and σ̄² approaches s²:
          """,
        zh:
          "一个批次只让 μ̄ 和 σ̄² 向 μ 和 s² 走了 α = \(momentum, .rounded) 的路程。若同一批次反复出现，μ̄ 趋近 μ，σ̄² 趋近 s²："
      )
    } else {
      Words(
        en: "With α = 1 nothing is averaged: μ̄ and σ̄² are μ and s² of the last batch.",
        zh: "α = 1 时并没有做平均：μ̄ 和 σ̄² 就是最后一个批次的 μ 和 s²。")
    }
    Block.table(runningTable(of: channels), name: "\(Self.name)-running")
    Block.figure(runningFigure(of: channels), name: "\(Self.name)-running")
  }

  private func runningTable(of channels: [BatchnormChannel]) -> Table {
    let counts = channels[0].layers.indices.map(Double.init)
    return Table(
      [Table.Column(Words(en: "batches", zh: "批次数"), counts)]
        + channels.flatMap { channel in
          let note = Words(en: " channel \(channel.number)", zh: "（通道 \(channel.number)）")
          let outputs = channel.layers.map { $0.evaluate([channel.input[0]]).outputs[0] }
          return [
            Table.Column("μ̄\(note)", channel.layers.map(\.runningMean)),
            Table.Column("σ̄²\(note)", channel.layers.map(\.runningVariance)),
            Table.Column("y₁\(note)", outputs),
          ]
        })
  }
}

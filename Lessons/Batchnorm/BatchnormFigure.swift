import Drawing
import Formulas
import LessonsShared
import Networks
import Plot
import Words

/// What the lesson draws.
extension BatchnormLesson {
  /// The distribution of each channel, before the layer above and after it below, on one scale.
  func distributions(of channels: [BatchnormChannel]) -> Figure {
    let values = Numerals.typeset.equations([("γ", gamma), ("β", beta), ("ε", epsilon)])
    let (list, count) = (values.mathematics, channels[0].input.count)
    let deviation: Mathematics = gamma < 0 ? .magnitude("γ") : "γ"
    var figure = Figure(
      title: Words(
        en:
          "Batch normalization gives all channels the mean \(math: "β") and the deviation \(math: deviation)",
        zh: "批量归一化使各通道的均值为 \(math: "β")，标准差为 \(math: deviation)"),
      subtitle: Words(
        en:
          "\(list); curves: kernel estimates from \(count) points; dashed: mean; shaded: ± standard deviation \(math: "σ")",
        zh: "\(list)；曲线：由 \(count) 个点得到的核密度估计；虚线：均值；阴影：均值 ± 标准差 \(math: "σ")"),
      columns: channels.map { channel in
        let name = Words(en: "Channel \(channel.number)", zh: "通道 \(channel.number)")
        let (before, after) = (
          Distribution(values: channel.input), Distribution(values: channel.outputs)
        )
        return [
          chart(Words(en: "\(name), before", zh: "\(name)，归一化前"), before, channel.color),
          chart(Words(en: "\(name), after", zh: "\(name)，归一化后"), after, channel.color),
        ]
      })
    figure.sharesAxes = true
    return figure
  }

  /// The numbers as points on the axis, below their density; the part within a standard deviation of the mean is
  /// shaded.
  private func chart(_ title: Words, _ distribution: Distribution, _ color: Color) -> Chart {
    let thousandths = [distribution.mean, distribution.deviation].map { ($0 * 1000).rounded() }
    let (mean, σ) = (thousandths[0] / 1000, thousandths[1] / 1000)
    let deviation = Numerals.typeset.equations([("σ", σ)]).mathematics
    return Chart(
      heading: Words(
        en: "\(title): mean \(mean, .typeset), \(deviation)",
        zh: "\(title)：均值 \(mean, .typeset)，\(deviation)"),
      x: Axis(Words(math: .list("x", "y"))),
      y: Axis(Words(en: "estimated density", zh: "密度估计")),
      marks: [
        AreaMark(
          distribution.middle.map { AreaMark.Slice(x: $0.x, lower: 0, upper: $0.y) }, color: color),
        LineMark(distribution.curve, color: color),
        RuleMark(x: distribution.mean, color: Palette.black),
        PointMark(distribution.values.map { Datum(x: $0, y: 0) }, color: color.opacity(0.6)),
      ])
  }

  /// How the running statistics approach those of a batch that comes again and again.
  func runningFigure(of channels: [BatchnormChannel]) -> Figure {
    func chart(
      _ heading: Words, _ average: Mathematics, _ own: Mathematics,
      _ value: (BatchNormalization<Double>) -> Double, _ limit: (BatchnormChannel) -> Traced
    ) -> Chart {
      let limits = channels.map {
        RuleMark(y: limit($0).value, color: $0.color, dash: [4, 6])
      }
      let lines = channels.map { channel in
        LineMark(
          channel.layers.map(value).overSteps(),
          name: Words(
            en: "\(math: average) of channel \(channel.number)",
            zh: "通道 \(channel.number) 的 \(math: average)"),
          color: channel.color)
      }
      return Chart(
        heading: heading,
        x: Axis(Words(en: "batches \(math: "t")", zh: "批次数 \(math: "t")"), wholeNumbers: true),
        y: Axis(Words(math: .list(average, own))), marks: limits + lines)
    }
    let mean = chart(
      Words(en: "Running mean", zh: "均值的移动平均"), "μ̄", "μ", \.runningMean, \.batch.mean)
    let variance = chart(
      Words(en: "Running variance", zh: "方差的移动平均"), "σ̄²", "s²", \.runningVariance,
      \.batch.unbiasedVariance)
    let α = Numerals.typeset.equations([("α", momentum)]).mathematics
    return Figure(
      title: Words(
        en: "Running statistics approach those of the batch", zh: "移动平均逐渐接近批次的统计量"),
      subtitle: Words(
        en: "\(α); dotted: \(math: "μ") and \(math: "s²") of each channel",
        zh: "\(α)；点线：各通道的 \(math: "μ") 与 \(math: "s²")"),
      columns: [[mean], [variance]])
  }
}

extension BatchnormChannel {
  fileprivate var color: Color { [Palette.blue, Palette.vermilion][number - 1] }
}

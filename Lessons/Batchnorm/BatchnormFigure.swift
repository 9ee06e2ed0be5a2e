import Drawing
import Formulas
import Lecture
import LessonsShared
import Networks
import Plot
import Words

/// What the lesson draws.
extension BatchnormLesson {
  /// The distribution of each channel, before the layer above and after it below, on one scale.
  func distributions(of channels: [ChannelRun]) -> Figure {
    let numerals = Numerals.typeset
    let symbols: [Mathematics] = ["γ", "β", "ε"]
    let values = zip(symbols, [gamma, beta, epsilon]).map { symbol, value in
      Mathematics.equation(symbol, numerals.mathematics(value))
    }
    let list = values.mathematics
    let count = BatchnormCourse.input[0].count
    var figure = Figure(
      title: Words(en: "What batch normalisation does", zh: "批量归一化的作用"),
      subtitle: Words(
        en:
          "\(list); curves: kernel estimates from \(count) points; dashed: mean; shaded: ± standard deviation \(math: "σ")",
        zh: "\(list)；曲线：由 \(count) 个点得到的核密度估计；虚线：均值；阴影：均值 ± 标准差 \(math: "σ")"),
      columns: zip(channels, Self.colors).enumerated().map { index, pair in
        func chart(_ stage: Words, _ values: [Double]) -> Chart {
          distribution(
            Sample(values),
            title: Words(en: "Channel \(index + 1), \(stage)", zh: "通道 \(index + 1)，\(stage)"),
            color: pair.1)
        }
        return [
          chart(Words(en: "before", zh: "归一化前"), pair.0.input),
          chart(Words(en: "after", zh: "归一化后"), pair.0.batch.outputs),
        ]
      })
    figure.sharesAxes = true
    return figure
  }

  private static let colors = [Palette.blue, Palette.vermilion]

  /// Numbers with their mean, standard deviation and density.
  private struct Sample {
    let values: [Double]
    let mean: Double
    let deviation: Double

    init(_ values: [Double]) {
      let count = Double(values.count)
      let mean = values.reduce(0, +) / count
      let squares = values.map { ($0 - mean) * ($0 - mean) }
      self.values = values
      self.mean = mean
      deviation = (squares.reduce(0, +) / count).squareRoot()
    }

    /// The width of the kernel: Silverman, "Density Estimation for Statistics and Data Analysis", 1986, section 3.4.2.
    private var bandwidth: Double { 1.06 * deviation * .pow(Double(values.count), -0.2) }

    /// The density that a normal kernel at each value gives.
    func density(at x: Double) -> Double {
      let heights = values.map { value -> Double in
        let z = (x - value) / bandwidth
        return .exp(-z * z / 2) / (bandwidth * (2 * Double.pi).squareRoot())
      }
      return heights.reduce(0, +) / Double(values.count)
    }

    /// The density where it is not negligible.
    var curve: [Datum] {
      let reach = 3 * bandwidth
      return curve(from: (values.min() ?? 0) - reach, to: (values.max() ?? 0) + reach)
    }

    /// The density within a standard deviation of the mean.
    var middle: [Datum] { curve(from: mean - deviation, to: mean + deviation) }

    /// Empty where all values are equal, which have no density.
    private func curve(from lower: Double, to upper: Double) -> [Datum] {
      guard bandwidth > 0 else { return [] }
      return (0...160).map { index in
        let x = lower + (upper - lower) * Double(index) / 160
        return Datum(x: x, y: density(at: x))
      }
    }
  }

  /// The numbers as points on the axis, below their density; the part within a standard deviation of the mean is
  /// shaded.
  private func distribution(_ sample: Sample, title: Words, color: Color) -> Chart {
    func text(_ x: Double) -> String { Numerals.typeset.text((x * 1000).rounded() / 1000) }
    let (mean, deviation) = (text(sample.mean), text(sample.deviation))
    return Chart(
      heading: Words(
        en: "\(title): mean \(mean), \(math: .equation("σ", .number(deviation)))",
        zh: "\(title)：均值 \(mean)，\(math: .equation("σ", .number(deviation)))"),
      x: Axis(Words(math: .list("x", "y"))),
      y: Axis(Words(en: "estimated density", zh: "密度估计")),
      marks: [
        AreaMark(
          sample.middle.map { AreaMark.Slice(x: $0.x, lower: 0, upper: $0.y) }, color: color),
        LineMark(sample.curve, color: color),
        RuleMark(x: sample.mean, color: Palette.black),
        PointMark(sample.values.map { Datum(x: $0, y: 0) }, color: color.opacity(0.6)),
      ])
  }

  /// How the running statistics approach those of a batch that comes again and again.
  func runningFigure(of channels: [ChannelRun]) -> Figure {
    func chart(
      _ heading: Words, _ symbols: (running: Mathematics, batch: Mathematics),
      _ value: (BatchNormalization<Double>) -> Double,
      _ limit: (BatchNormalization<Double>.Batch) -> Double
    ) -> Chart {
      let lines = zip(1..., zip(channels, Self.colors)).map { number, pair in
        LineMark(
          pair.0.layers.enumerated().map { Datum(x: Double($0), y: value($1)) },
          name: Words(
            en: "\(math: symbols.running) of channel \(number)",
            zh: "通道 \(number) 的 \(math: symbols.running)"),
          color: pair.1)
      }
      let limits = zip(channels, Self.colors).map {
        RuleMark(y: limit($0.batch), color: $1, dash: [4, 6])
      }
      return Chart(
        heading: heading,
        x: Axis(Words(en: "batches \(math: "t")", zh: "批次数 \(math: "t")"), wholeNumbers: true),
        y: Axis(Words(math: .list(symbols.running, symbols.batch))), marks: limits + lines)
    }
    let α = Mathematics.equation("α", Numerals.typeset.mathematics(momentum))
    return Figure(
      title: Words(en: "Running statistics and the batch’s own", zh: "移动平均与批次自身的统计量"),
      subtitle: Words(
        en:
          "\(math: α); dotted: \(math: "μ") and \(math: "s²") of each channel",
        zh: "\(math: α)；点线：各通道的 \(math: "μ") 与 \(math: "s²")"
      ),
      columns: [
        [
          chart(
            Words(en: "Running mean", zh: "均值的移动平均"), ("μ̄", "μ"), { $0.runningMean },
            { $0.mean })
        ],
        [
          chart(
            Words(en: "Running variance", zh: "方差的移动平均"), ("σ̄²", "s²"), { $0.runningVariance },
            { $0.unbiasedVariance })
        ],
      ])
  }
}

import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension ScalingLesson {
  /// The loss over the weights with features as they are and as z-scores, and the walks down.
  func figure(of descents: [ScaledDescent]) -> Figure {
    let η = Words(math: "η_max")
    return Figure(
      title: Words(en: "Scaled features turn a ravine into a bowl", zh: "缩放特征，狭谷变成圆碗"),
      subtitle: Words(
        en:
          "\(counted(steps, "step")) of gradient descent each, by \(rate, .typeset) \(η), over contours of the loss; cross: the minimum",
        zh: "梯度下降各 \(steps) 步，学习率为 \(η) 的 \(rate, .typeset) 倍；等高线：损失；叉号：最小值"),
      columns: [[chart(of: descents[0])], [chart(of: descents[2])]])
  }

  private func chart(of descent: ScaledDescent) -> Chart {
    let (regression, end) = (descent.regression, descent.regression.minimum)
    // Both the start, 0, and the minimum lie well within.
    let reach = 0.85 * max(end[0].magnitude, end[1].magnitude)
    func range(_ i: Int) -> ClosedRange<Double> { end[i] / 2 - reach...end[i] / 2 + reach }
    // A descent that diverges leaves the picture.
    func domain(_ i: Int) -> Domain { Domain(range(i).lowerBound, range(i).upperBound) }
    let field = Field(x: range(0), y: range(1)) { regression.loss([$0, $1]) }
    // 1, 3, 10, 30 and so on, and the same below 1, so that they are written with few digits.
    let powers = (0...6).map { Double.pow(10, $0) }
    let levels =
      powers.dropFirst().reversed().flatMap { [1 / $0, 3 / $0] } + powers.flatMap { [$0, 3 * $0] }
    let digits: Double = regression.condition > 100 ? 1 : 100
    let κ = Numerals.typeset.equation("κ", (regression.condition * digits).rounded() / digits)
    var chart = Chart(
      heading: Words(
        en: "Features \(descent.name): \(math: κ)", zh: "特征\(descent.name)：\(math: κ)"),
      x: Axis(
        Words(en: "\(math: "w1") of the area", zh: "面积的权重 \(math: "w1")"), domain: domain(0)),
      y: Axis(
        Words(en: "\(math: "w2") of the distance", zh: "距离的权重 \(math: "w2")"), domain: domain(1)),
      marks: [
        ContourMark(field, levels: levels, lineColor: Palette.black.opacity(0.55)),
        WalkMark(descent.walk.map { Datum(x: $0[0], y: $0[1]) }, color: Symbol("w").color),
        PointMark([Datum(x: end[0], y: end[1])], color: Palette.vermilion, shape: .cross),
      ])
    chart.hasEqualScales = true
    return chart
  }

  /// Where the five flats land in each scale, without the outlier and with it.
  func figure(of outliers: Outliers) -> Figure {
    let names = outliers.ways.map(\.name)
    func points(_ values: (Outliers.Way) -> [Double], below: Double) -> [Datum] {
      outliers.ways.enumerated().flatMap { row, way in
        values(way).map { Datum(x: $0, y: Double(outliers.ways.count - 1 - row) - below) }
      }
    }
    return Figure(
      title: Words(
        en: "One outlier squeezes all others, unless the scale is robust",
        zh: "一个异常值会挤压其他所有值，除非用稳健缩放"),
      subtitle: Words(
        en:
          "the scaled areas of the five flats without and with an outlier of \(outlier) m², which is not drawn itself",
        zh: "五套房子缩放后的面积：不含与包含 \(outlier) m² 的异常值（异常值本身未画出）"),
      chart: Chart(
        x: Axis(Words(en: "scaled value", zh: "缩放后的值")),
        y: Axis("", categories: names.reversed()),
        marks: [
          PointMark(
            points(\.before, below: -0.14), name: Words(en: "without the outlier", zh: "不含异常值"),
            color: Palette.blue),
          PointMark(
            points(\.after, below: 0.14), name: Words(en: "with the outlier", zh: "包含异常值"),
            color: Palette.vermilion, shape: .diamond),
        ]))
  }
}

extension Outliers.Way {
  fileprivate var name: Words {
    switch kind {
    case .minMax: Words(en: "min-max \(math: "u")", zh: "归一化 \(math: "u")")
    case .standard: Words(en: "z-score \(math: "z")", zh: "z 分数 \(math: "z")")
    case .robust: Words(en: "robust \(math: "r")", zh: "稳健缩放 \(math: "r")")
    }
  }
}

import Drawing
import Formulas
import LessonsShared
import Networks
import Plot
import Words

/// What the lesson draws.
extension LossesLesson {
  /// The losses of a score whose right answer is yes, and their derivatives.
  var figure: Figure {
    let pulls = [crossEntropyGradient(score), squaredErrorGradient(score)].map(\.magnitude)
    let x = Numerals.typeset.equation("x", score)
    return Figure(
      title: Words(
        en:
          "At \(math: x) cross-entropy pulls with \(pulls[0], .short), squared error with \(pulls[1], .short)",
        zh: "\(math: x) 处：交叉熵的拉力为 \(pulls[0], .short)，平方误差为 \(pulls[1], .short)"),
      subtitle: Words(
        en:
          "yes is right; dashed: the score \(math: x) of the lesson; squared error: of the sigmoid",
        zh: "正确答案为“是”；虚线：本课的得分 \(math: x)；平方误差：sigmoid 的输出与 1 之差的平方"),
      columns: [
        [
          chart(Words(en: "Loss", zh: "损失"), Words(en: "loss", zh: "损失")) { x in
            (
              BinaryCrossEntropy.value([x], [1]), Self.squaredError.value([x]),
              HingeLoss.binary([x], [1], margin: margin)
            )
          }
        ],
        [
          chart(
            Words(en: "Gradient: 0 is no pull", zh: "梯度：0 就是没有拉力"),
            Words(math: Symbol.derivative(of: "L", by: "x").mathematics)
          ) { x in
            (
              crossEntropyGradient(x), squaredErrorGradient(x),
              HingeLoss.binaryGradient([x], [1], margin: margin)[0]
            )
          }
        ],
      ])
  }

  private func chart(
    _ heading: Words, _ y: Words,
    _ values: (Double) -> (entropy: Double, squared: Double, hinge: Double)
  ) -> Chart {
    let reach = max(6, score.magnitude + 1)
    let scale = Scale(.linear, Domain(-reach, reach))
    func curve(_ value: ((entropy: Double, squared: Double, hinge: Double)) -> Double) -> [Datum] {
      scale.curve { value(values($0)) }
    }
    return Chart(
      heading: heading,
      x: Axis(Words(en: "score \(math: "x")", zh: "得分 \(math: "x")"), domain: scale.domain),
      y: Axis(y),
      marks: [
        RuleMark(x: score, color: Palette.black),
        LineMark(
          curve { $0.entropy }, name: Words(en: "cross-entropy", zh: "交叉熵"), color: Palette.blue),
        LineMark(
          curve { $0.squared }, name: Words(en: "squared error", zh: "平方误差"),
          color: Palette.vermilion, dash: [18, 7]),
        LineMark(
          curve { $0.hinge }, name: Words(en: "hinge", zh: "合页损失"), color: Palette.green,
          dash: [4, 5]),
      ])
  }

  /// Where a step of each loss takes the three points.
  func figure(of points: ThreePoints) -> Figure {
    let (η, m) = (
      Numerals.typeset.equation("η", learningRate), Numerals.typeset.equation("m", distanceMargin)
    )
    let isNear = points.far.value < distanceMargin
    return Figure(
      title: isNear
        ? Words(
          en: "Center loss gathers a class; contrastive and triplet loss push others away, too",
          zh: "中心损失聚拢同类；对比损失和三元组损失还推开异类")
        : Words(
          en: "Center loss gathers a class; triplet loss pushes others away, too",
          zh: "中心损失聚拢同类；三元组损失还推开异类"),
      subtitle: Words(
        en:
          "arrows: one step against the gradient; dotted: \(math: "m") from \(math: "a"); \(math: "a") and \(math: "p") are of one class, \(math: "n") of another;   \(math: η),   \(math: m)",
        zh:
          "箭头：沿梯度反方向走一步；点线：到 \(math: "a") 的距离为 \(math: "m")；\(math: "a") 与 \(math: "p") 同类，\(math: "n") 异类；\(math: η)，\(math: m)"
      ),
      columns: [
        [plane(points, points.center.pulls, Words(en: "Center", zh: "中心损失"), around: nil)],
        [
          plane(
            points, points.contrastive.pulls, Words(en: "Contrastive", zh: "对比损失"),
            around: distanceMargin)
        ],
        [plane(points, points.triplet.pulls, Words(en: "Triplet", zh: "三元组损失"), around: nil)],
      ])
  }

  /// - Parameter radius: that of a circle around the anchor; nil for none.
  private func plane(
    _ points: ThreePoints, _ pulls: [ThreePoints.Pull], _ heading: Words, around radius: Double?
  ) -> Chart {
    func datum(_ point: [Double]) -> Datum { Datum(x: point[0], y: point[1]) }
    let places = [
      ("a", ThreePoints.anchor), ("p", ThreePoints.positive), ("n", ThreePoints.negative),
    ]
    let arrows = pulls.map { pull in
      ArrowMark(
        [(from: datum(pull.point), to: datum(points.moved(pull)))], color: Self.color(of: pull.name)
      )
    }
    let dots = places.map {
      PointMark([datum($0.1)], color: Self.color(of: $0.0), shape: $0.0 == "n" ? .square : .circle)
    }
    let circle = radius.map { radius in
      LineMark(
        (0...120).map { index in
          let angle = 2 * Double.pi * Double(index) / 120
          return Datum(
            x: ThreePoints.anchor[0] + radius * .cos(angle),
            y: ThreePoints.anchor[1] + radius * .sin(angle))
        }, color: Palette.black, dash: [3, 6])
    }
    let center =
      radius == nil && pulls.count == 2
      ? [PointMark([datum(points.c.map(\.value))], color: Palette.black, shape: .cross)] : []
    // All that moves in any of the charts; the circle may be larger.
    let losses = [points.center, points.contrastive, points.triplet]
    let reached = places.map { $0.1 } + losses.flatMap { $0.pulls.map(points.moved) }
    func axis(_ number: Int) -> Axis {
      Axis(
        Words(en: "feature \(number)", zh: "特征 \(number)"),
        domain: Domain(around: reached.map { $0[number - 1] }, margin: 0.25))
    }
    var chart = Chart(
      heading: heading, x: axis(1), y: axis(2),
      marks: [circle].compactMap(\.self) as [any Mark] + arrows + dots + center,
      annotations: places.map {
        Annotation(
          Words(math: Mathematics(name: $0.0)), at: datum($0.1), color: Self.color(of: $0.0))
      }
        + center.map {
          Annotation(Words(math: "c"), at: $0.data[0], color: Palette.black)
        })
    chart.hasEqualScales = true
    return chart
  }

  private static func color(of name: String) -> Color {
    name == "a" ? Palette.purple : name == "p" ? Palette.blue : Palette.vermilion
  }
}

extension Numerals {
  /// Three decimals, as a title has them.
  fileprivate static let short = Numerals.fixed(3)
}

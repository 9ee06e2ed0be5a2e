import Drawing
import Plot
import RealModule
import Words

extension Specimen {
  /// Points of all shapes, rules, a rectangle, and bars with names.
  static var pointsAndBars: Figure {
    let colors = [Palette.blue, Palette.vermilion, Palette.green, Palette.purple, Palette.orange]
    let shapes: [PointShape: Words] = [
      .circle: Words(en: "circle", zh: "圆"), .square: Words(en: "square", zh: "方"),
      .triangle: Words(en: "triangle", zh: "三角"), .diamond: Words(en: "diamond", zh: "菱形"),
      .cross: Words(en: "cross", zh: "叉"),
    ]
    let points = zip(PointShape.allCases, colors).enumerated().map { index, look in
      PointMark(
        (0..<9).map { place in
          let x = Double(place) + 0.18 * Double(index)
          return Datum(x: x, y: .sin(x * 0.7 + Double(index)) + 0.25 * Double(index))
        },
        name: shapes[look.0], color: look.1, shape: look.0)
    }
    let names: [Words] = ["SGD", "Momentum", "AdaGrad", "RMSProp", "Adam"]
    let before = [48.0, 31, 35, 22, 19]
    let after = [40.0, 24, 33, 20, 12]
    func bars(_ values: [Double], _ name: Words, _ color: Color, offset: Double) -> BarMark {
      BarMark(
        values.enumerated().map { Datum(x: Double($0.offset), y: $0.element) }, name: name,
        color: color, width: 0.36, offset: offset)
    }
    return Figure(
      title: Words(en: "Points and bars", zh: "散点与柱形"),
      subtitle: Words(en: "made-up numbers", zh: "数据为虚构"),
      columns: [
        [
          Chart(
            x: Axis(Words(math: "x")), y: Axis(Words(math: "y")),
            marks: [
              RectangleMark(y: -0.5...0.5, color: Palette.skyBlue),
              RuleMark(y: 0, color: Palette.black), RuleMark(x: 4, color: Palette.black),
            ] as [any Mark] + points)
        ],
        [
          Chart(
            x: Axis("", categories: names),
            y: Axis(Words(en: "steps", zh: "步数")),
            marks: [
              bars(before, Words(en: "before", zh: "调参前"), Palette.skyBlue, offset: -0.19),
              bars(after, Words(en: "after", zh: "调参后"), Palette.blue, offset: 0.19),
            ])
        ],
      ])
  }

  /// Data that break careless charts.
  static var edgeCases: Figure {
    func chart(_ heading: Words, _ data: [Datum]) -> Chart {
      Chart(
        heading: heading, x: Axis(Words(math: "x")), y: Axis(Words(math: "y")),
        marks: [LineMark(data, color: Palette.blue)])
    }
    let gaps = (0...30).map { (i: Int) -> Datum in
      Datum(x: Double(i), y: i % 8 == 0 ? .nan : Double.cos(Double(i) / 4))
    }
    let equal = (0...4).map { (i: Int) -> Datum in Datum(x: Double(i), y: 2.5) }
    return Figure(
      title: Words(en: "Edge cases", zh: "边界情形"), subtitle: "",
      columns: [
        [
          chart(Words(en: "No data", zh: "没有数据"), []),
          chart(Words(en: "One point", zh: "一个点"), [Datum(x: 3, y: 7)]),
        ],
        [
          chart(Words(en: "Equal values", zh: "数值相等"), equal),
          chart(Words(en: "Gaps", zh: "数据缺失"), gaps),
        ],
        [
          chart(
            Words(en: "Enormous", zh: "极大"),
            [Datum(x: -1e300, y: -1.7e308), Datum(x: 0, y: 1e307), Datum(x: 1e300, y: 1.7e308)]),
          chart(
            Words(en: "Tiny", zh: "极小"),
            (0...9).map { Datum(x: Double($0) * 1e-9, y: Double($0 * $0) * 1e-21) }),
        ],
      ])
  }
}

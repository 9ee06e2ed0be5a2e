import Descent
import Drawing
import Plot
import RealModule
import Words

extension Specimen {
  private static func field(
    _ objective: Objective, x: ClosedRange<Double>, y: ClosedRange<Double>, size: Int = 121
  ) -> Field {
    Field(x: x, y: y, columns: size, rows: size) { objective.loss([$0, $1]) }
  }

  private static func walk(
    _ objective: Objective, from start: [Double], η: Double, steps: Int
  ) -> [Datum] {
    descend(on: objective, from: start, with: Adam(η: η, β1: 0.9, β2: 0.999), steps: steps).rows
      .map { Datum(x: $0.point[0], y: $0.point[1]) }
  }

  /// Adam on contours: filled with levels that grow by powers of ten, and lines.
  static var contours: Figure {
    let rosenbrock = field(.rosenbrock, x: -2...2, y: -1...3)
    let levels = rosenbrock.logarithmicLevels()
    let ravine = field(.ravine, x: -4.5...4.5, y: -2...2)
    let (x, y) = (Axis(Words(math: "x")), Axis(Words(math: "y")))
    return Figure(
      title: Words(en: "Contours and walks", zh: "等高线与下降轨迹"),
      subtitle: Words(
        en: "Adam with \(math: "β₁ = 0.9, β₂ = 0.999")", zh: "Adam，\(math: "β₁ = 0.9, β₂ = 0.999")"),
      columns: [
        [
          Chart(
            heading: "Rosenbrock", x: x, y: y,
            marks: [
              ContourMark(rosenbrock, levels: levels, colors: .viridis, lineColor: Palette.black),
              WalkMark(
                walk(.rosenbrock, from: [-1.5, 2], η: 0.1, steps: 200),
                color: Palette.vermilion),
            ],
            colorBar: ColorBar(
              Words(math: .call("f", ["x", "y"])), colors: .viridis, levels: levels))
        ],
        [
          Chart(
            heading: Words(math: Objective.ravine.formula), x: x, y: y,
            marks: [
              ContourMark(
                ravine, levels: ravine.logarithmicLevels(powers: 2), lineColor: Palette.black),
              WalkMark(walk(.ravine, from: [-4, 1.5], η: 0.3, steps: 60), color: Palette.blue),
            ])
        ],
      ])
  }

  /// Colour maps for rising numbers and for numbers around a middle.
  static var heatmaps: Figure {
    let rings = Field(x: -3...3, y: -3...3, columns: 61, rows: 61) { x, y in
      .cos(x * x + y * y) * .exp(-(x * x + y * y) / 8)
    }
    let saddle = field(.saddle, x: -1...1, y: -1...1, size: 41)
    let valley = field(.rosenbrock, x: -2...2, y: -1...3, size: 61)
    func chart(_ field: Field, _ colors: ColorMap, _ scale: Scale, _ name: Words) -> Chart {
      Chart(
        heading: name, x: Axis(Words(math: "x")), y: Axis(Words(math: "y")),
        marks: [HeatmapMark(field, colors: colors, scale: scale)],
        colorBar: ColorBar(Words(math: .call("f", ["x", "y"])), colors: colors, scale: scale))
    }
    return Figure(
      title: Words(en: "Heatmaps", zh: "热力图"), subtitle: "",
      columns: [
        [
          chart(rings, .viridis, Scale(.linear, around: rings.values), Words(en: "Rings", zh: "环形"))
        ],
        [
          chart(saddle, .diverging, Scale(.linear, Domain(-1, 1)), Words(en: "Saddle", zh: "鞍面")),
          chart(valley, .cividis, Scale(.logarithmic, Domain(0.01, 3000)), "Rosenbrock"),
        ],
      ])
  }
}

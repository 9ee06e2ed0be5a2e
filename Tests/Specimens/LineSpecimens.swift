import Drawing
import Plot
import RealModule
import Words

extension Specimen {
  /// Lines with their names at their ends and an error band; the same with a legend.
  static var lines: Figure {
    func curve(_ rate: Double, floor: Double) -> [Datum] {
      (0...60).map { step in
        let t = Double(step)
        return Datum(x: t, y: floor + .exp(-rate * t) + 0.03 * .sin(1.7 * t) * .exp(-t / 20))
      }
    }
    let runs: [(Words, Color, [Datum])] = [
      ("SGD", Palette.blue, curve(0.03, floor: 0.1)),
      ("Momentum", Palette.vermilion, curve(0.07, floor: 0.06)),
      ("Adam", Palette.green, curve(0.15, floor: 0.02)),
    ]
    let band = AreaMark(
      runs[0].2.map { .init(x: $0.x, lower: $0.y * 0.88, upper: $0.y * 1.12) },
      color: Palette.blue)
    let lines = runs.map { LineMark($0.2, name: $0.0, color: $0.1) }
    let x = Axis(Words(en: "epoch", zh: "训练轮数"), wholeNumbers: true)
    let y = Axis(Words(en: "loss \(math: "L")", zh: "损失 \(math: "L")"))
    return Figure(
      title: Words(en: "Three runs", zh: "三次运行"),
      subtitle: Words(en: "the band is ±12 % around the first", zh: "阴影为第一次运行的 ±12 %"),
      columns: [
        [
          Chart(
            heading: Words(en: "Names at the ends", zh: "名称在线末"), x: x, y: y,
            legend: .atLineEnds, marks: [band] + lines)
        ],
        [
          Chart(
            heading: Words(en: "Names above", zh: "名称在上方"), x: x, y: y,
            marks: [band] + lines)
        ],
      ])
  }

  /// Logarithmic axes over few and over many powers of ten.
  static var logarithmic: Figure {
    let rates = [0.01, 0.03, 0.2]
    let colors = [Palette.blue, Palette.vermilion, Palette.green]
    let descents = zip(rates, colors).map { η, color in
      // Gradient descent on 4x² multiplies x by 1 − 8η in each step.
      LineMark(
        (0...40).map { Datum(x: Double($0), y: 16 * .pow(1 - 8 * η, 2 * $0)) },
        name: Words(math: .equation("η", .number("\(η)"))), color: color)
    }
    let powers = LineMark(
      (0...60).map { Datum(x: .pow(10, Double($0) / 10 - 3), y: .pow(10, Double($0) / 30)) },
      name: Words(math: "y"), color: Palette.purple)
    return Figure(
      title: Words(en: "Logarithmic axes", zh: "对数坐标"),
      subtitle: Words(
        math: .equation(.call("L", ["x"]), .row(["4", Mathematics("x").raised(to: "2")]))),
      columns: [
        [
          Chart(
            x: Axis(Words(en: "iteration", zh: "迭代次数"), wholeNumbers: true),
            y: Axis(Words(math: .call("L", ["x"])), scale: .logarithmic), marks: descents)
        ],
        [
          Chart(
            x: Axis(Words(math: "x"), scale: .logarithmic),
            y: Axis(Words(math: "y"), scale: .logarithmic), marks: [powers])
        ],
      ])
  }
}

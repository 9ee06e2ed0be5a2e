import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension BatchSizeLesson {
  /// From small batches to large ones.
  private static let styles: [(color: Color, dash: [Double])] = [
    (Palette.blue, [30, 8]), (Palette.skyBlue, [16, 6]), (Palette.green, [8, 5]),
    (Palette.orange, [3, 4]), (Palette.vermilion, [24, 6, 4, 6]),
    (Palette.purple, [10, 4, 3, 4]), (Palette.black, []),
  ]

  /// A style for each of several runs, the last always the same.
  private static func style(_ index: Int, of count: Int) -> (color: Color, dash: [Double]) {
    index == count - 1 ? styles[styles.count - 1] : styles[index % (styles.count - 1)]
  }

  func figure(of spreads: [GradientSpread], _ runs: [BatchRun]) -> Figure {
    let numbers = Numerals.typeset.equations([("N", Double(samples)), ("η", learningRate)])
    return Figure(
      title: Words(en: "Four times the batch, half the noise", zh: "批大小变为四倍，噪声减半"),
      subtitle: numbers.mathematics, columns: [[noise(spreads)], [losses(of: runs)]])
  }

  private func noise(_ spreads: [GradientSpread]) -> Chart {
    // Where the batch is the whole data set there is no error, and no place on a logarithmic axis.
    let shown = spreads.filter { $0.expected > 0 }
    func data(_ value: (GradientSpread) -> Double) -> [Datum] {
      shown.map { Datum(x: Double($0.size), y: value($0)) }
    }
    return Chart(
      heading: Words(en: "Standard error of the gradient", zh: "梯度的标准误差"),
      x: Axis(Words(en: "batch size \(math: "B")", zh: "批大小 \(math: "B")"), scale: .logarithmic),
      y: Axis(Words(en: "standard error", zh: "标准误差"), scale: .logarithmic),
      marks: [
        LineMark(
          data { _ in shown[0].expected / 1 }.enumerated().map { index, datum in
            Datum(x: datum.x, y: datum.y / datum.x.squareRoot())
          }, name: Words(math: .fraction("σ", .root("B"))), color: Palette.black, dash: [6, 6]),
        LineMark(
          data(\.expected), name: Words(en: "without replacement", zh: "不放回抽样"),
          color: Palette.vermilion),
        PointMark(
          data(\.measured), name: Words(en: "measured", zh: "实测"), color: Palette.blue),
      ])
  }

  private func losses(of runs: [BatchRun]) -> Chart {
    chart(
      Words(en: "The loss above its minimum", zh: "损失超出最小值的部分"),
      runs.map { ($0, Words(math: .equation("B", .number("\($0.batches.size)")))) })
  }

  /// The losses of runs over epochs.
  private func chart(_ heading: Words, _ runs: [(run: BatchRun, name: Words)]) -> Chart {
    Chart(
      heading: heading, x: Axis(Words(en: "epoch", zh: "轮"), counting: 0...epochs),
      y: Axis(Words(math: .difference("L", "L_min")), scale: .logarithmic),
      marks: runs.enumerated().map { index, run in
        let style = Self.style(index, of: runs.count)
        return LineMark(
          run.run.epochEnds.overSteps(), name: run.name, color: style.color, dash: style.dash)
      })
  }

  /// Runs whose learning rate is scaled with the batch.
  func scalingFigure(of runs: [BatchRun], _ line: LineFit) -> Figure {
    let limit = Self.limit(of: line)
    let fixed = Numerals.typeset.equations([("N", Double(samples))])
    let bounds = Mathematics.equation(
      .fraction("2", "h"), Numerals.typeset.mathematics((limit * 1000).rounded() / 1000))
    let breaks = runs.contains { $0.η >= limit }
    return Figure(
      title: breaks
        ? Words(
          en:
            "\(math: "k")·\(math: "B") with \(math: "k")·\(math: "η") is the same run, until \(math: "η") is too large",
          zh: "\(math: "k")·\(math: "B") 配 \(math: "k")·\(math: "η")：过程相同，直到 \(math: "η") 过大")
        : Words(
          en: "\(math: "k")·\(math: "B") with \(math: "k")·\(math: "η") is nearly the same run",
          zh: "\(math: "k")·\(math: "B") 配 \(math: "k")·\(math: "η")：过程几乎相同"),
      subtitle: [
        fixed.mathematics,
        Words(en: "stable below \(math: bounds)", zh: "稳定的界限 \(math: bounds)"),
      ].list,
      chart: chart(
        Words(en: "The loss above its minimum", zh: "损失超出最小值的部分"),
        runs.map { run in
          let values: [Mathematics] = [
            .equation("B", .number("\(run.batches.size)")),
            .equation("η", Numerals.typeset.mathematics(run.η)),
          ]
          return (run, Words(math: .joined(values, by: .comma)))
        }))
  }
}

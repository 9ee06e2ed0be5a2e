import Formulas
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension BatchesLesson {
  func figure(of experiment: BatchExperiment) -> Figure {
    let example = example
    let values = Numerals.typeset.equations([("N", Double(example.samples)), ("η", example.η)])
    let paths = paths(of: experiment)
    let epochs = Words(en: "\(counted(example.epochs, "epoch")) each", zh: "各 \(example.epochs) 轮")
    return Figure(
      title: Words(
        en: "The fewer samples a step sees, the more steps and the noisier",
        zh: "每一步看的样本越少，步数越多，噪声越大"),
      subtitle: [values.mathematics, epochs].list,
      columns: [[paths[0], paths[2]], [paths[1], losses(of: experiment)]])
  }

  /// A colour for each way.
  private static let colors = [Palette.black, Palette.vermilion, Palette.blue]

  /// The path of each way on the contours of the loss of all samples.
  private func paths(of experiment: BatchExperiment) -> [Chart] {
    let paths = experiment.ways.map { way in way.path.map { Datum(x: $0[0], y: $0[1]) } }
    let x = Domain(around: paths.joined().map(\.x), margin: 0.06)
    let y = Domain(around: paths.joined().map(\.y), margin: 0.06)
    let line = experiment.line
    let field = Field(x: x.lower...x.upper, y: y.lower...y.upper, columns: 81, rows: 81) {
      line.excess(at: [$0, $1])
    }
    let contours = ContourMark(
      field, levels: field.logarithmicLevels(powers: 2), lineColor: Palette.black)
    let minimum = Datum(x: line.minimum[0], y: line.minimum[1])
    return experiment.ways.indices.map { index in
      let (name, count) = (Self.names[index], experiment.ways[index].path.count - 1)
      var chart = Chart(
        heading: Words(
          en: "\(name): \(counted(count, "step"))", zh: "\(name)：\(count) 步"),
        x: Axis(Words(math: "w"), domain: x), y: Axis(Words(math: "b"), domain: y),
        marks: [
          contours, WalkMark(paths[index], color: Self.colors[index]),
          PointMark([minimum], color: Palette.black, shape: .cross),
        ])
      chart.hasEqualScales = true
      return chart
    }
  }

  /// How far each is above the least loss, over epochs.
  private func losses(of experiment: BatchExperiment) -> Chart {
    let lines = zip(experiment.ways, Self.colors).map { way, color in
      LineMark(
        way.epochEnds.map(experiment.line.excess).overSteps(),
        name: Words(math: .equation("B", .number("\(way.batches.size)"))), color: color)
    }
    return Chart(
      heading: Words(en: "The loss above its minimum", zh: "损失超出最小值的部分"),
      x: Axis(Words(en: "epoch", zh: "轮"), counting: 0...example.epochs),
      y: Axis(Words(math: .difference("L", "L_min")), scale: .logarithmic),
      legend: .atLineEnds, marks: lines.reversed())
  }
}

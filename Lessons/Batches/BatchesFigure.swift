import Formulas
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension BatchesLesson {
  func figure(of experiment: BatchExperiment) -> Figure {
    let example = Self.example
    let values = Numerals.typeset.equations([("N", Double(example.samples)), ("η", example.η)])
    let epochs = Words(en: "\(example.epochs) epochs each", zh: "各 \(example.epochs) 轮")
    return Figure(
      title: Words(en: "How many samples a step sees", zh: "每一步看多少个样本"),
      subtitle: [values.mathematics, epochs].list,
      columns: [[paths(of: experiment)], [losses(of: experiment)]])
  }

  /// A colour for each way.
  private static let colors = [Palette.black, Palette.vermilion, Palette.blue]

  /// The paths on the contours of the loss of all samples.
  private func paths(of experiment: BatchExperiment) -> Chart {
    func data(_ path: [[Double]]) -> [Datum] { path.map { Datum(x: $0[0], y: $0[1]) } }
    let paths = experiment.ways.map { data($0.path) }
    let x = Domain(around: paths.joined().map(\.x), margin: 0.1)
    let y = Domain(around: paths.joined().map(\.y), margin: 0.1)
    let field = Field(x: x.lower...x.upper, y: y.lower...y.upper, columns: 81, rows: 81) {
      experiment.line.excess(at: [$0, $1])
    }
    let contours = ContourMark(
      field, levels: field.logarithmicLevels(powers: 2), lineColor: Palette.black)
    let lines = zip(paths, zip(Self.names, Self.colors)).map { path, way in
      LineMark(path, name: way.0, color: way.1)
    }
    let steps = PointMark(
      paths[0], name: Words(en: "a step of the full batch", zh: "全批量的一步"), color: Palette.black,
      shape: .diamond)
    let minimum = PointMark(
      data([experiment.line.minimum]), name: Words(en: "minimum", zh: "最小点"),
      color: Palette.black, shape: .cross)
    return Chart(
      heading: Words(en: "The paths", zh: "下降轨迹"),
      x: Axis(Words(math: "w"), domain: x), y: Axis(Words(math: "b"), domain: y),
      // From few samples a step to many, so that the calmest path is drawn on top.
      marks: [contours] + lines.reversed() + [steps, minimum])
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
      x: Axis(Words(en: "epoch", zh: "轮"), counting: 0...Self.example.epochs),
      y: Axis(Words(math: .difference("L", "L_min")), scale: .logarithmic),
      marks: lines.reversed())
  }
}

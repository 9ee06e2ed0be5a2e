import Descent
import Drawing
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension BatchesLesson {
  func figure(of experiment: BatchExperiment) -> Figure {
    let example = Self.example
    let values = [("N", .number("\(example.samples)")), ("η", .number("\(example.η)"))].map {
      (symbol: Mathematics, value: Mathematics) in Words(math: .equation(symbol, value))
    }
    let epochs = Words(en: "\(example.epochs) epochs each", zh: "各 \(example.epochs) 轮")
    return Figure(
      title: Words(en: "How many samples a step sees", zh: "每一步看多少个样本"),
      subtitle: (values + [epochs]).list,
      columns: [[paths(of: experiment)], [losses(of: experiment)]])
  }

  /// The ways from few samples a step to many, so that the calmest path is drawn on top.
  private func ways(
    of experiment: BatchExperiment
  ) -> [(descent: BatchDescent, name: Words, color: Color)] {
    [
      (experiment.stochastic, Words(en: "stochastic", zh: "随机"), Palette.blue),
      (experiment.miniBatch, Words(en: "mini-batch", zh: "小批量"), Palette.vermilion),
      (experiment.fullBatch, Words(en: "full batch", zh: "全批量"), Palette.black),
    ]
  }

  /// The paths on the contours of the loss of all samples.
  private func paths(of experiment: BatchExperiment) -> Chart {
    let ways = ways(of: experiment)
    func data(_ descent: BatchDescent) -> [Datum] {
      descent.path.map { Datum(x: $0[0], y: $0[1]) }
    }
    let points = ways.flatMap { data($0.descent) }
    let x = Domain(around: points.map(\.x), margin: 0.1)
    let y = Domain(around: points.map(\.y), margin: 0.1)
    let field = Field(x: x.lower...x.upper, y: y.lower...y.upper, columns: 81, rows: 81) {
      experiment.excess([$0, $1])
    }
    let contours = ContourMark(
      field, levels: field.logarithmicLevels(powers: 2), lineColor: Palette.black)
    let minimum = Datum(x: experiment.minimum[0], y: experiment.minimum[1])
    return Chart(
      heading: Words(en: "The paths", zh: "下降轨迹"),
      x: Axis(Words(math: "w"), domain: x), y: Axis(Words(math: "b"), domain: y),
      marks: [contours] + ways.map { LineMark(data($0.descent), name: $0.name, color: $0.color) }
        + [
          PointMark(
            data(experiment.fullBatch),
            name: Words(en: "a step of the full batch", zh: "全批量的一步"), color: Palette.black,
            shape: .diamond),
          PointMark(
            [minimum], name: Words(en: "minimum", zh: "最小点"), color: Palette.black,
            shape: .cross),
        ])
  }

  /// How far each is above the least loss, over epochs.
  private func losses(of experiment: BatchExperiment) -> Chart {
    let lines = ways(of: experiment).map { descent, _, color in
      LineMark(
        descent.epochEnds.enumerated().map { epoch, point in
          Datum(x: Double(epoch), y: experiment.excess(point))
        }, name: Words(math: .equation("B", .number("\(descent.batches.size)"))), color: color)
    }
    return Chart(
      heading: Words(en: "The loss above its minimum", zh: "损失超出最小值的部分"),
      x: Axis(
        Words(en: "epoch", zh: "轮"),
        domain: Domain(around: [0, Double(Self.example.epochs)], margin: 0.03),
        wholeNumbers: true),
      y: Axis(Words(math: .difference("L", "L_min")), scale: .logarithmic), marks: lines)
  }
}

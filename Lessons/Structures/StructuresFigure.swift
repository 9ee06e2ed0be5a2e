import Drawing
import Formulas
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension StructuresLesson {
  /// The image, the filter, what it finds, and what pooling leaves, as cells with their numbers.
  func figure(of image: EdgeImage) -> Figure {
    func cells(
      _ heading: Words, _ values: [[Double]], _ colors: ColorMap = .blues, from least: Double = 0,
      to most: Double = 3
    ) -> Chart {
      let size = "\(values.count) × \(values.count)"
      var chart = Chart(
        heading: Words(en: "\(heading), \(size)", zh: "\(heading)，\(size)"), x: Axis(""),
        y: Axis(""),
        marks: [
          MatrixMark(
            values, labels: values.map { $0.map { Words(Numerals.rounded.text($0)) } },
            colors: colors, scale: Scale(.linear, Domain(least, most)))
        ])
      (chart.hasEqualScales, chart.showsAxes) = (true, false)
      return chart
    }
    func values(_ numbers: [[Traced]]) -> [[Double]] { numbers.map { $0.map(\.value) } }
    return Figure(
      title: Words(
        en: "The filter answers at the edge, and pooling keeps the answer", zh: "卷积核在边缘处响应，池化保留了响应"),
      subtitle: Words(
        en: "the filter moves over the image; pooling takes the largest of each square of 2 × 2",
        zh: "卷积核在图像上移动；池化取每个 2 × 2 方块的最大值"),
      columns: [
        [
          cells(Words(en: "Image", zh: "图像"), values(image.pixels)),
          cells(Words(en: "Filter", zh: "卷积核"), EdgeImage.filter, .diverging, from: -1, to: 1),
        ],
        [
          cells(Words(en: "Output", zh: "输出"), values(image.found)),
          cells(Words(en: "Pooled", zh: "池化"), values(image.pooled)),
        ],
      ])
  }

  /// What is left of the gradient, through layers and through steps.
  func figure(of paths: GradientPaths) -> Figure {
    let w = Numerals.typeset.equation("w", weight)
    let bias = Numerals.typeset.equation("b", forgetBias)
    let keeps = [
      (paths.plain, paths.residual), (paths.recurrent, paths.cell),
    ].allSatisfy { $0.whole.magnitude < 0.1 * $1.whole.magnitude }
    return Figure(
      title: keeps
        ? Words(
          en: "Shortcut and forget gate keep the gradient that others lose",
          zh: "捷径与遗忘门留住了其他网络丢失的梯度")
        : Words(
          en: "What is left of the gradient after many layers and steps",
          zh: "经过许多层和许多步之后，梯度还剩多少"),
      subtitle: Words(
        en: "one neuron a layer; recurrent weight \(math: w), forget gate’s bias \(math: bias)",
        zh: "每层一个神经元；循环权重 \(math: w)，遗忘门的偏置 \(math: bias)"),
      columns: [
        [
          chart(
            Words(en: "Through layers", zh: "逐层往回"), Words(en: "layers back", zh: "往回的层数"),
            [
              (Words(en: "without a shortcut", zh: "没有捷径"), paths.plain, Palette.vermilion, []),
              (Words(en: "with a shortcut", zh: "有捷径"), paths.residual, Palette.blue, [14, 6]),
            ])
        ],
        [
          chart(
            Words(en: "Through steps", zh: "逐步往回"), Words(en: "steps back", zh: "往回的步数"),
            [
              (Words(en: "recurrent", zh: "循环网络"), paths.recurrent, Palette.vermilion, []),
              (Words(en: "LSTM’s cell", zh: "LSTM 的单元"), paths.cell, Palette.blue, [14, 6]),
            ])
        ],
      ])
  }

  private func chart(
    _ heading: Words, _ distance: Words,
    _ paths: [(name: Words, path: GradientPaths.Path, color: Color, dash: [Double])]
  ) -> Chart {
    let count = paths[0].path.values.count - 1
    return Chart(
      heading: heading, x: Axis(distance, counting: 0...count),
      y: Axis(Words(en: "size of the derivative", zh: "导数的大小"), scale: .logarithmic),
      legend: .above,
      marks: paths.map { path in
        LineMark(
          path.path.derivatives.reversed().map(\.value.magnitude).overSteps(), name: path.name,
          color: path.color, dash: path.dash)
      })
  }
}

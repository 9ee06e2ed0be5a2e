import Drawing
import Formulas
import Lecture
import LessonsShared
import Networks
import Plot
import Words

/// What the lesson draws.
extension DropoutLesson {
  func figure(of drawn: DrawnLayer, _ means: MaskMeans) -> Figure {
    let values: Words =
      [Words(math: .equation("p", Numerals.typeset.mathematics(p))), "torch.manual_seed(\(seed))"]
      .list
    let x = Mathematics.equation("x", Numerals.typeset.mathematics(activation))
    return Figure(
      title: Words(en: "Dropout leaves the mean as it is", zh: "Dropout：均值不变"),
      subtitle: Words(
        en: "\(values);   left: the layer with this seed, right: \(math: x) from the course",
        zh: "\(values)；左：该种子下的一层，右：课程例子中的 \(math: x)"),
      columns: [[layer(drawn)], [mean(means)]])
  }

  /// Far enough apart on paper without colours, too.
  private static let (evaluationColor, trainingColor) = (Palette.skyBlue, Palette.vermilion)

  /// The layer's outputs in evaluation and with the mask that was drawn.
  private func layer(_ drawn: DrawnLayer) -> Chart {
    let dropout = Dropout(p: p)
    func bars(_ values: [Double], _ name: Words, _ color: Color, offset: Double) -> BarMark {
      BarMark(
        values.enumerated().map { Datum(x: Double($0), y: $1) }, name: name, color: color,
        width: 0.36, offset: offset)
    }
    let training = dropout.train(drawn.activations, mask: drawn.mask)
    return Chart(
      heading: Words(en: "One layer, one mask", zh: "一层，一个掩码"),
      x: Axis(
        Words(en: "neuron (in parentheses: dropped)", zh: "神经元（括号：置零）"),
        categories: drawn.mask.enumerated().map { index, kept in
          kept == 0 ? "(\(index + 1))" : "\(index + 1)"
        }),
      y: Axis(Words(en: "output", zh: "输出")),
      marks: [
        bars(
          dropout.evaluate(drawn.activations), Words(en: "evaluation", zh: "推理"),
          Self.evaluationColor, offset: -0.19),
        bars(training, Words(en: "training", zh: "训练"), Self.trainingColor, offset: 0.19),
      ])
  }

  /// The mean output of one neuron over more and more masks, with and without the scale.
  private func mean(_ means: MaskMeans) -> Chart {
    let x = means.activation
    func line(_ values: [Double], _ name: Words, _ color: Color) -> LineMark {
      LineMark(
        values.enumerated().map { Datum(x: Double($0 + 1), y: $1) }, name: name, color: color)
    }
    let band = AreaMark(
      (1...masks).map { n in
        let half = halfWidth(masks: n)
        return AreaMark.Slice(x: Double(n), lower: x - half, upper: x + half)
      },
      name: Words(math: .joined(["x", .fraction(.row(["2", "σ"]), .root("n"))], by: .plusMinus)),
      color: Self.trainingColor)
    return Chart(
      heading: Words(en: "One neuron, many masks", zh: "一个神经元，许多掩码"),
      x: Axis(
        Words(en: "masks \(math: "n")", zh: "掩码数 \(math: "n")"), scale: .logarithmic,
        domain: Domain(1, Double(masks))),
      y: Axis(Words(en: "mean output", zh: "输出的平均值")),
      marks: [
        band, RuleMark(y: x, name: Words(math: "x"), color: Palette.black),
        RuleMark(
          y: (1 - p) * x, name: Words(math: .product(.parentheses(.difference("1", "p")), "x")),
          color: Palette.black, dash: [3, 6]),
        line(means.means, Words(en: "training", zh: "训练"), Self.trainingColor),
        line(means.unscaled, Words(en: "training, not scaled", zh: "训练，不缩放"), Palette.green),
      ])
  }
}

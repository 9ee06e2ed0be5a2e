import Drawing
import Formulas
import Lecture
import LessonsShared
import Networks
import Plot
import Words

/// What the lesson draws.
extension DropoutLesson {
  func figure(of drawn: DrawnLayer, _ means: MaskMeans, in language: Language) -> Figure {
    let values: Label =
      [Label(math: .equation("p", Numerals.typeset.mathematics(p))), "torch.manual_seed(\(seed))"]
      .list(in: language)
    let x = Mathematics.equation("x", Numerals.typeset.mathematics(activation))
    return Figure(
      title: language(en: "Dropout leaves the mean as it is", zh: "Dropout：均值不变"),
      subtitle: language(
        en: "\(values);   left: the layer with this seed, right: \(math: x) from the course",
        zh: "\(values)；左：该种子下的一层，右：课程例子中的 \(math: x)"),
      columns: [[layer(drawn, in: language)], [mean(means, in: language)]])
  }

  /// Far enough apart on paper without colours, too.
  private static let (evaluationColor, trainingColor) = (Palette.skyBlue, Palette.vermilion)

  /// The layer's outputs in evaluation and with the mask that was drawn.
  private func layer(_ drawn: DrawnLayer, in language: Language) -> Chart {
    let dropout = Dropout(p: p)
    func bars(_ values: [Double], _ name: Label, _ color: Color, offset: Double) -> BarMark {
      BarMark(
        values.enumerated().map { Datum(x: Double($0), y: $1) }, name: name, color: color,
        width: 0.36, offset: offset)
    }
    let training = dropout.train(drawn.activations, mask: drawn.mask)
    return Chart(
      heading: language(en: "One layer, one mask", zh: "一层，一个掩码"),
      x: Axis(
        language(en: "neuron (in parentheses: dropped)", zh: "神经元（括号：置零）"),
        categories: drawn.mask.enumerated().map { index, kept in
          kept == 0 ? "(\(index + 1))" : "\(index + 1)"
        }),
      y: Axis(language(en: "output", zh: "输出")),
      marks: [
        bars(
          dropout.evaluate(drawn.activations), language(en: "evaluation", zh: "推理"),
          Self.evaluationColor, offset: -0.19),
        bars(training, language(en: "training", zh: "训练"), Self.trainingColor, offset: 0.19),
      ])
  }

  /// The mean output of one neuron over more and more masks, with and without the scale.
  private func mean(_ means: MaskMeans, in language: Language) -> Chart {
    let x = means.activation
    func line(_ values: [Double], _ name: Label, _ color: Color) -> LineMark {
      LineMark(
        values.enumerated().map { Datum(x: Double($0 + 1), y: $1) }, name: name, color: color)
    }
    let band = AreaMark(
      (1...masks).map { n in
        let half = halfWidth(masks: n)
        return AreaMark.Slice(x: Double(n), lower: x - half, upper: x + half)
      },
      name: Label(math: .joined(["x", .fraction(.row(["2", "σ"]), .root("n"))], by: .plusMinus)),
      color: Self.trainingColor)
    return Chart(
      heading: language(en: "One neuron, many masks", zh: "一个神经元，许多掩码"),
      x: Axis(
        language(en: "masks \(math: "n")", zh: "掩码数 \(math: "n")"), scale: .logarithmic,
        domain: Domain(1, Double(masks))),
      y: Axis(language(en: "mean output", zh: "输出的平均值")),
      marks: [
        band, RuleMark(y: x, name: Label(math: "x"), color: Palette.black),
        RuleMark(
          y: (1 - p) * x, name: Label(math: .product(.parentheses(.difference("1", "p")), "x")),
          color: Palette.black, dash: [3, 6]),
        line(means.means, language(en: "training", zh: "训练"), Self.trainingColor),
        line(means.unscaled, language(en: "training, not scaled", zh: "训练，不缩放"), Palette.green),
      ])
  }
}

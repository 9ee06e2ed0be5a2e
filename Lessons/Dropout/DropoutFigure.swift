import Formulas
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension DropoutLesson {
  func figure(of drawn: DrawnLayer, _ means: MaskMeans) -> Figure {
    let p = Numerals.typeset.equations([("p", p)]).mathematics
    let values = [p, "torch.manual_seed(\(seed))"].list
    let x = Numerals.typeset.equations([("x", activation)]).mathematics
    return Figure(
      title: Words(
        en: "Scaled by \(math: Self.scale), dropout keeps the mean",
        zh: "乘以 \(math: Self.scale)，Dropout 保持均值不变"),
      subtitle: Words(
        en: "\(values);   left: the layer with this seed, right: \(x) from the course",
        zh: "\(values)；左：该种子下的一层，右：课程例子中的 \(x)"),
      columns: [[layer(drawn)], [mean(means)]])
  }

  private static let scale = Mathematics.fraction("1", .group(.difference("1", "p")))

  /// Far enough apart on paper without colours, too.
  private static let (evaluationColor, trainingColor) = (Palette.skyBlue, Palette.vermilion)

  /// The layer's outputs in evaluation and with the mask that was drawn.
  private func layer(_ drawn: DrawnLayer) -> Chart {
    // Just above the axis.
    let height = 0.025 * ((drawn.activations + drawn.outputs).max() ?? 0)
    return Chart(
      heading: Words(en: "One layer, one mask", zh: "一层，一个掩码"),
      x: Axis(
        Words(en: "neuron", zh: "神经元"),
        categories: drawn.mask.indices.map { Words(String($0 + 1)) }),
      y: Axis(Words(en: "output", zh: "输出")),
      marks: [
        BarMark(
          drawn.activations.overSteps(), name: Words(en: "evaluation", zh: "推理"),
          color: Self.evaluationColor, width: 0.36, offset: -0.19),
        BarMark(
          drawn.outputs.overSteps(), name: Words(en: "training", zh: "训练"),
          color: Self.trainingColor, width: 0.36, offset: 0.19),
        PointMark(
          drawn.mask.indices.filter { drawn.mask[$0] == 0 }.map {
            Datum(x: Double($0) + 0.19, y: height)
          },
          name: Words(en: "dropped", zh: "置零"), color: Palette.black, shape: .cross),
      ])
  }

  /// The mean output of one neuron over more and more masks, with and without the scale.
  private func mean(_ means: MaskMeans) -> Chart {
    let x = activation
    let band = (1...masks).map { n in
      AreaMark.Slice(x: Double(n), lower: x - halfWidth(masks: n), upper: x + halfWidth(masks: n))
    }
    return Chart(
      heading: Words(en: "One neuron, many masks", zh: "一个神经元，许多掩码"),
      x: Axis(
        Words(en: "masks \(math: "n")", zh: "掩码数 \(math: "n")"), scale: .logarithmic,
        domain: Domain(1, Double(masks))),
      y: Axis(Words(en: "mean output", zh: "输出的平均值")), legend: .atLineEnds,
      marks: [
        AreaMark(
          band,
          name: Words(
            math: .joined(["x", .fraction(.row(["2", "σ"]), .root("n"))], by: .plusMinus)),
          color: Self.trainingColor),
        RuleMark(y: x, name: Words(math: "x"), color: Palette.black),
        RuleMark(
          y: (1 - p) * x, name: Words(math: .product(.parentheses(.difference("1", "p")), "x")),
          color: Palette.black, dash: [3, 6]),
        LineMark(
          means.means.overSteps(from: 1), name: Words(en: "training", zh: "训练"),
          color: Self.trainingColor),
        LineMark(
          means.unscaled.overSteps(from: 1),
          name: Words(en: "training, not scaled", zh: "训练，不缩放"), color: Palette.green),
      ])
  }
}

import Drawing
import Formulas
import LessonsShared
import Perceptrons
import Plot
import Words

/// What the lesson draws.
extension SoftmaxLesson {
  private static let colors = [Palette.blue, Palette.vermilion, Palette.green]
  private static let shapes = [PointShape.circle, .square, .triangle]

  /// The sample's probabilities before and after a step, and the gradient that the step goes against.
  func figure(of example: SoftmaxExample) -> Figure {
    let (before, after) = example.rightProbabilities
    let η = Numerals.typeset.equation("η", learningRate)
    let y = example.right + 1
    return Figure(
      title: Words(
        en:
          "One step: \(math: .p(y)) of the right class rises from \(before, .fixed(3)) to \(after, .fixed(3))",
        zh: "一步更新：正确类别的 \(math: .p(y)) 从 \(before, .fixed(3)) 升到 \(after, .fixed(3))"),
      subtitle: Words(
        en: "a sample of class \(y),   \(math: η); the step goes against the gradient",
        zh: "类别 \(y) 的一个样本，\(math: η)；更新沿梯度的反方向"),
      columns: [[probabilities(of: example)], [gradient(of: example)]])
  }

  private func classAxis(of example: SoftmaxExample) -> Axis {
    Axis(
      Words(en: "class", zh: "类别"),
      categories: example.softmax.probabilities.indices.map { k in
        k == example.right ? Words(en: "\(k + 1) (right)", zh: "\(k + 1)（正确）") : "\(k + 1)"
      })
  }

  private func probabilities(of example: SoftmaxExample) -> Chart {
    func bars(_ probabilities: [Traced], _ name: Words, _ color: Color, _ offset: Double) -> BarMark
    {
      BarMark(
        probabilities.map(\.value).overSteps(), name: name, color: color, width: 0.36,
        offset: offset)
    }
    return Chart(
      heading: Words(en: "Probabilities of the classes", zh: "各类别的概率"),
      x: classAxis(of: example),
      y: Axis(Words(math: "p"), domain: Domain(0, 1)),
      marks: [
        bars(
          example.softmax.probabilities, Words(en: "before the step", zh: "更新前"), Palette.skyBlue,
          -0.19),
        bars(
          example.next.softmax[0].probabilities, Words(en: "after it", zh: "更新后"), Palette.blue,
          0.19),
      ])
  }

  private func gradient(of example: SoftmaxExample) -> Chart {
    Chart(
      heading: Words(
        en: "Gradient \(math: .difference("p", "y")) of each score",
        zh: "各得分的梯度 \(math: .difference("p", "y"))"),
      x: classAxis(of: example),
      y: Axis(Words(math: Symbol.gradient(by: "z").mathematics), domain: Domain(-1, 1)),
      marks: [
        BarMark(
          example.pass.byScores[0].map(\.value).overSteps(), color: Symbol("g").color, width: 0.36),
        RuleMark(y: 0, color: Palette.black, dash: []),
      ])
  }

  /// Where each classifier chooses which class.
  func regions(of contest: SpiralContest) -> Figure {
    let shares = [contest.linear, contest.network].map { 100 * ($0.accuracies.last ?? 0) }
    return Figure(
      title: Words(
        en:
          "Straight borders: \(shares[0], .fixed(0)) % right; a hidden layer: \(shares[1], .fixed(0)) %",
        zh: "直线边界：分对 \(shares[0], .fixed(0)) %；加一个隐藏层：\(shares[1], .fixed(0)) %"),
      subtitle: Words(
        en:
          "the class with the largest score at each place, after \(counted(steps, "step")); points: \(contest.data.count) samples of \(SpiralContest.classes) classes",
        zh: "训练 \(steps) 步之后，各处得分最大的类别；点：\(SpiralContest.classes) 个类别共 \(contest.data.count) 个样本"),
      columns: [
        [
          plane(
            of: contest.linear, contest.data, Words(en: "Softmax regression", zh: "Softmax 回归"))
        ],
        [
          plane(
            of: contest.network, contest.data,
            Words(
              en: "Network, \(counted(hidden, "hidden neuron"))", zh: "网络，\(hidden) 个隐藏神经元"))
        ],
      ])
  }

  private func plane(
    of run: SpiralContest.Run, _ data: DataSet, _ heading: Words
  ) -> Chart {
    let points = (0..<SpiralContest.classes).map { label in
      PointMark(
        data.classes.indices.filter { data.classes[$0] == label }.map {
          Datum(x: data.inputs[$0, 0], y: data.inputs[$0, 1])
        },
        name: Words(en: "class \(label + 1)", zh: "类别 \(label + 1)"), color: Self.colors[label],
        shape: Self.shapes[label])
    }
    var chart = Chart(
      heading: heading,
      x: Axis(Words(math: "x1"), domain: Domain(-1.12, 1.12)),
      y: Axis(Words(math: "x2"), domain: Domain(-1.12, 1.12)),
      // Beyond the frame of any size.
      marks: [RegionMark(leads: run.leads(x: -2.4...2.4, y: -1.6...1.6), colors: Self.colors)]
        + points)
    chart.hasEqualScales = true
    return chart
  }
}

extension Mathematics {
  /// The probability of a class.
  fileprivate static func p(_ number: Int) -> Mathematics { Mathematics(name: "p\(number)") }
}

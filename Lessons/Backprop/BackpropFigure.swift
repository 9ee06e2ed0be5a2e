import Drawing
import Formulas
import Lecture
import LessonsShared
import Networks
import Plot
import Words

/// What the lesson draws.
extension BackpropLesson {
  /// The network with its values, and all ways from a weight to the error highlighted with their factors.
  func figure(of weight: Weight, in pass: TracedPass) -> Figure {
    let rule = pass.chainRule(of: weight)
    let derivative = rule.derivative.derivation()
    let products = rule.paths.map(\.product)
    // The products of four paths would not fit.
    let sum =
      products.count > 2
      ? derivative.numbers
      : products.dropFirst().reduce(products[0], +).mathematics(Notation(.values))
    let name = weight.symbol.mathematics
    let title =
      rule.paths.count == 1
      ? Words(
        en: "The path from \(math: name) to the error \(math: "E")",
        zh: "从 \(math: name) 到误差 \(math: "E") 的路径")
      : Words(
        en: "All paths from \(math: name) to the error \(math: "E")",
        zh: "从 \(math: name) 到误差 \(math: "E") 的所有路径")
    return Figure(
      title: title,
      subtitle: Words(
        math: .equation(
          rule.derivative.mathematicalName(Notation(.numbered)), sum, derivative.value)),
      columns: [[chart(of: rule, pass)]])
  }

  private func chart(of rule: ChainRule, _ pass: TracedPass) -> Chart {
    let diagram = NetworkDiagram(pass, highlighting: rule)
    var chart = Chart(
      heading: Words(
        en:
          "Values in nodes, factors of the chain rule along the highlighted \(rule.paths.count == 1 ? "path" : "paths")",
        zh: "节点内为取值，高亮路径上为链式法则的各个因子"),
      x: Axis("", domain: NetworkDiagram.x), y: Axis("", domain: NetworkDiagram.y),
      marks: [
        NetworkMark(
          nodes: diagram.nodes, edges: diagram.edges, color: Palette.skyBlue,
          highlight: Palette.vermilion)
      ])
    chart.showsAxes = false
    return chart
  }

  /// The error over the steps, both axes logarithmic.
  func trainingFigure(of runs: TrainingRuns) -> Figure {
    func data(_ rows: [TrainingRuns.Row], at steps: [Int]) -> [Datum] {
      steps.map { Datum(x: Double($0), y: rows[$0].pass.error) }
    }
    let drawn = Self.drawnSteps(to: steps)
    let shown = data(runs.weightsOnly, at: runs.shownSteps.dropFirst().filter { $0 != 2 })
    let start = Self.course
    let symbols: [Mathematics] = ["η", "t1", "t2"]
    let values = zip(symbols, [learningRate] + start.sample.targets).map { symbol, value in
      Mathematics.equation(symbol, Numerals.typeset.mathematics(value))
    }
    return Figure(
      title: Words(en: "The error in training", zh: "训练中的误差"),
      subtitle: values.mathematics,
      columns: [
        [
          Chart(
            x: Axis(
              Words(en: "step \(math: "t")", zh: "步数 \(math: "t")"), scale: .logarithmic,
              // With room for the last value.
              domain: Domain(0.75, 6 * Double(steps))),
            y: Axis(Words(en: "error \(math: "E")", zh: "误差 \(math: "E")"), scale: .logarithmic),
            marks: [
              LineMark(
                data(runs.withBiases, at: drawn),
                name: Words(en: "weights and biases learn", zh: "权重和偏置都更新"),
                color: Palette.blue),
              LineMark(
                data(runs.weightsOnly, at: drawn),
                name: Words(en: "only weights learn", zh: "只更新权重"),
                color: Palette.vermilion),
              PointMark(shown, color: Palette.vermilion, shape: .triangle),
            ],
            annotations: shown.map {
              Annotation(
                Words(math: Numerals.typeset.mathematics($0.y)), at: $0, color: Palette.vermilion)
            })
        ]
      ])
  }

  /// The steps that a line on a logarithmic axis is drawn through: all the early ones, later ones at equal distances on
  /// that axis, a few pixels, where thousands would lie on each other.
  static func drawnSteps(to last: Int) -> [Int] {
    let count = 400
    let steps = (0...count).map { place in
      Int(Double.exp(.log(Double(last)) * Double(place) / Double(count)).rounded())
    }
    return Set(steps).sorted()
  }
}

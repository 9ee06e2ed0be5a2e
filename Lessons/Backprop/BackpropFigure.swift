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
    let (name, isOne) = (weight.symbol.mathematics, products.count == 1)
    var chart = Chart(
      heading: Words(
        en:
          "Values in nodes, factors of the chain rule along the highlighted \(isOne ? "path" : "paths")",
        zh: "节点内为取值，高亮路径上为链式法则的各个因子"),
      x: Axis("", domain: NetworkDiagram.x), y: Axis("", domain: NetworkDiagram.y),
      marks: [NetworkDiagram(pass, highlighting: rule).mark])
    chart.showsAxes = false
    return Figure(
      title: Words(
        en: "\(isOne ? "The path" : "All paths") from \(math: name) to the error \(math: "E")",
        zh: "从 \(math: name) 到误差 \(math: "E") 的\(isOne ? "路径" : "所有路径")"),
      subtitle: Words(
        math: .equation(
          rule.derivative.mathematicalName(Notation(.numbered)), sum, derivative.value)),
      chart: chart)
  }

  /// The error over the steps, both axes logarithmic.
  func trainingFigure(_ weightsOnly: [Row], _ withBiases: [Row]) -> Figure {
    func errors(_ rows: [Row], at steps: [Int]) -> [Datum] {
      steps.map { Datum(x: Double($0), y: rows[$0].pass.error) }
    }
    let ends = [weightsOnly.first, weightsOnly.last].map { short($0?.pass.error ?? .nan) }
    let points = errors(weightsOnly, at: shownSteps.filter { ![0, 2].contains($0) })
    let training: Training<Double> = training()
    let values = zip(["η", "t1", "t2"], [training.η] + training.sample.targets).map {
      Numerals.typeset.equation($0, $1)
    }
    return Figure(
      title: Words(
        en: "The error goes from \(ends[0]) to \(ends[1]) in \(counted(steps, "step"))",
        zh: "\(steps) 步训练使误差从 \(ends[0]) 变为 \(ends[1])"),
      subtitle: values.mathematics,
      chart: Chart(
        x: Axis(
          Words(en: "step \(math: "t")", zh: "步数 \(math: "t")"), scale: .logarithmic,
          // With room for the last value.
          domain: Domain(0.75, 6 * Double(steps))),
        y: Axis(Words(en: "error \(math: "E")", zh: "误差 \(math: "E")"), scale: .logarithmic),
        marks: [
          LineMark(
            errors(withBiases, at: drawnSteps),
            name: Words(en: "weights and biases learn", zh: "权重和偏置都更新"), color: Palette.blue),
          LineMark(
            errors(weightsOnly, at: drawnSteps),
            name: Words(en: "only weights learn", zh: "只更新权重"), color: Palette.vermilion),
          PointMark(points, color: Palette.vermilion, shape: .triangle),
        ],
        annotations: points.map {
          Annotation(
            Words(math: Numerals.typeset.mathematics($0.y)), at: $0, color: Palette.vermilion)
        }))
  }

  /// The steps that a line on a logarithmic axis is drawn through: all the early ones, later ones at equal distances on
  /// that axis, a few pixels, where thousands would lie on each other.
  private var drawnSteps: [Int] {
    let count = 400
    let drawn = (0...count).map { place in
      Int(Double.exp(.log(Double(steps)) * Double(place) / Double(count)).rounded())
    }
    return Set(drawn).sorted()
  }
}

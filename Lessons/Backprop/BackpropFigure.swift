import Drawing
import Formulas
import Lecture
import Networks
import Plot

/// What the lesson draws.
extension BackpropLesson {
  /// The network with its values, and all ways from a weight to the error highlighted with their factors.
  func figure(of weight: Weight, in pass: TracedPass, _ language: Language) -> Figure {
    let rule = pass.chainRule(of: weight)
    let derivative = rule.derivative.derivation()
    let products = rule.paths.map(\.product)
    // The products of four paths would not fit.
    let sum =
      products.count > 2
      ? derivative.numbers
      : products.dropFirst().reduce(products[0], +).formula(Notation(.values))
    let name = weight.symbol.text
    let title: Label =
      rule.paths.count == 1
      ? language(
        en: "The path from \(math: name) to the error \(math: "E")",
        zh: "从 \(math: name) 到误差 \(math: "E") 的路径")
      : language(
        en: "All paths from \(math: name) to the error \(math: "E")",
        zh: "从 \(math: name) 到误差 \(math: "E") 的所有路径")
    return Figure(
      title: title,
      subtitle: Label(math: "\(derivative.name) = \(sum) = \(derivative.value)"),
      columns: [[chart(of: rule, pass, language)]])
  }

  private func chart(of rule: ChainRule, _ pass: TracedPass, _ language: Language) -> Chart {
    let diagram = NetworkDiagram(pass, highlighting: rule)
    var chart = Chart(
      heading: language(
        en: "Values beside nodes, factors of the chain rule along the highlighted path",
        zh: "节点旁为取值，高亮路径上为链式法则的各个因子"),
      x: Axis("", domain: Domain(-0.35, 5.35)), y: Axis("", domain: Domain(-1.4, 1)),
      marks: [
        NetworkMark(
          nodes: diagram.nodes, edges: diagram.edges, color: Palette.skyBlue,
          highlight: Palette.vermilion)
      ])
    chart.showsAxes = false
    return chart
  }

  /// The error over the steps, both axes logarithmic.
  func trainingFigure(of runs: TrainingRuns, in language: Language) -> Figure {
    func data(_ rows: [TrainingRuns.Row]) -> [Datum] {
      rows.dropFirst().map { Datum(x: Double($0.step.number), y: $0.pass.error) }
    }
    let errors = data(runs.weightsOnly)
    let shown = runs.shownSteps.dropFirst().filter { $0 != 2 }.map { errors[$0 - 1] }
    let start = Self.course
    let numerals = Numerals.typeset
    return Figure(
      title: language(en: "The error while the network learns", zh: "训练中的误差"),
      subtitle: Label(
        math: "η = \(numerals.text(learningRate)),   "
          + zip(["t₁", "t₂"], start.sample.targets).map { "\($0) = \(numerals.text($1))" }
          .joined(separator: ",   ")),
      columns: [
        [
          Chart(
            x: Axis(
              language(en: "step \(math: "t")", zh: "步数 \(math: "t")"), scale: .logarithmic,
              // With room for the last value.
              domain: Domain(0.75, 6 * Double(steps))),
            y: Axis(language(en: "error \(math: "E")", zh: "误差 \(math: "E")"), scale: .logarithmic),
            marks: [
              LineMark(
                data(runs.withBiases),
                name: language(en: "weights and biases learn", zh: "权重和偏置都更新"),
                color: Palette.blue),
              LineMark(
                errors, name: language(en: "only weights learn", zh: "只更新权重"),
                color: Palette.vermilion),
              PointMark(shown, color: Palette.vermilion),
            ],
            annotations: shown.map {
              Annotation(Label(numerals.text($0.y)), at: $0, color: Palette.vermilion)
            })
        ]
      ])
  }
}

/// The nodes and edges of the course's network, net and out of each neuron apart.
private struct NetworkDiagram {
  private(set) var nodes: [NetworkMark.Node] = []
  private(set) var edges: [NetworkMark.Edge] = []
  /// The places of the nodes by their names.
  private var places: [String: Int] = [:]
  /// The factor of each highlighted edge, by the names of what it joins.
  private var factors: [[String]: Double] = [:]
  /// What the explained weight is multiplied with, whose value is the last factor.
  private var explained: Set<String> = []
  private let notation = Notation(.numbered)

  init(_ pass: TracedPass, highlighting rule: ChainRule) {
    let (forward, parameters) = (pass.forward, pass.parameters)
    for path in rule.paths {
      explained.formUnion(path.factors.suffix(1).map { $0.formula(notation) })
      for (pair, factor) in zip(zip(path.quantities, path.quantities.dropFirst()), path.factors) {
        factors[[pair.1.name(notation), pair.0.name(notation)]] = factor.value
      }
    }
    let columns =
      [pass.sample.inputs] + zip(forward.net, forward.out).flatMap { [$0, $1] }
    for (layer, column) in columns.enumerated() {
      for (row, quantity) in column.enumerated() { add(quantity, Double(layer), row: Double(row)) }
    }
    // Biases stand above the weights of their layer, out of the way of the values below nodes.
    for (layer, bias) in parameters.biases.enumerated() {
      add(bias, Double(2 * layer) + 0.55, row: -0.75)
      nodes[nodes.count - 1].hasValueAbove = true
    }
    add(forward.error, Double(columns.count), row: 0.5)

    let signals = [pass.sample.inputs, forward.out[0]]
    for (index, layer) in BackpropLesson.network.layers.enumerated() {
      for neuron in layer.neurons.indices {
        let net = forward.net[index][neuron]
        for (signal, place) in zip(signals[index], layer.weights(of: neuron)) {
          join(signal, net, by: parameters.weights[place])
        }
        join(parameters.biases[index], net)
        join(net, forward.out[index][neuron])
      }
    }
    for out in forward.outputs { join(out, forward.error) }
  }

  /// Adds a quantity; given ones have their value in full, calculated ones with four decimals.
  private mutating func add(_ quantity: Traced, _ layer: Double, row: Double) {
    let name = quantity.name(notation)
    let isOnPath = factors.keys.contains { $0.contains(name) } || explained.contains(name)
    places[name] = nodes.count
    nodes.append(
      NetworkMark.Node(
        Label(math: name), value: Label(text(quantity.value)), layer: layer, row: row,
        isHighlighted: isOnPath))
  }

  /// Joins two quantities; on a highlighted edge stands its factor, on that of a weight the weight. A factor of 1 is left out.
  private mutating func join(_ from: Traced, _ to: Traced, by weight: Traced? = nil) {
    let (start, end) = (from.name(notation), to.name(notation))
    let factor = factors[[start, end]]
    let weightLabel = weight.map {
      Label(math: "\($0.name(notation)) = \(text($0.value))")
    }
    let isExplained = weight.map { factors[[$0.name(notation), end]] != nil } ?? false
    edges.append(
      NetworkMark.Edge(
        from: places[start] ?? 0, to: places[end] ?? 0,
        label: weightLabel ?? factor.flatMap { $0 == 1 ? nil : Label(text($0)) },
        isHighlighted: factor != nil || isExplained))
  }

  private func text(_ value: Double) -> String {
    let short = Numerals.rounded.text(value)
    return short.count <= 6 ? short : Numerals.fixed(4).text(value)
  }
}

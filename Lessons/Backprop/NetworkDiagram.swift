import Drawing
import Formulas
import LessonsShared
import Networks
import Plot
import Words

/// The nodes and edges of the course's network, net and out of each neuron apart.
struct NetworkDiagram {
  private(set) var mark = NetworkMark(
    nodes: [], edges: [], color: Palette.skyBlue, highlight: Palette.vermilion)
  /// The places of the nodes by their names.
  private var places: [String: Int] = [:]
  /// The factor of each highlighted edge, by the names of what it joins.
  private var factors: [[String]: Double] = [:]
  /// The names of all quantities on the paths.
  private var highlighted: Set<String> = []
  private let notation = Notation(.numbered)

  /// Where biases stand, below the first row of nodes if it were above 0.
  private static let biasRow = -0.62
  /// What an axis shows so that all nodes are whole.
  static let (x, y) = (Domain(-0.35, 5.35), Domain(-1.95, 0.85))

  init(_ pass: TracedPass, highlighting rule: ChainRule) {
    let (forward, parameters) = (pass.forward, pass.parameters)
    for path in rule.paths {
      let names = path.quantities.map { $0.name(notation) }
      for (index, factor) in path.factors.enumerated() {
        factors[[names[index + 1], names[index]]] = factor.value
      }
      // The last factor is what the explained weight is multiplied with.
      highlighted.formUnion(names + path.factors.suffix(1).map { $0.formula(notation) })
    }
    let columns = [pass.sample.inputs] + zip(forward.net, forward.out).flatMap { [$0, $1] }
    for (layer, column) in columns.enumerated() {
      for (row, quantity) in column.enumerated() { add(quantity, Double(layer), row: Double(row)) }
    }
    // Biases stand above the weights of their layer.
    for (layer, bias) in parameters.biases.enumerated() {
      add(bias, Double(2 * layer) + 0.55, row: Self.biasRow)
    }
    add(forward.error, Double(columns.count), row: 0.5)
    // What the outputs should be, above and below the error that they make.
    for (target, row) in zip(pass.sample.targets, [Self.biasRow, 1 - Self.biasRow]) {
      add(target, Double(columns.count), row: row)
    }

    let signals = [pass.sample.inputs] + forward.out
    for (index, layer) in DenseNetwork.course.layers.enumerated() {
      for (neuron, net) in forward.net[index].enumerated() {
        for (signal, place) in zip(signals[index], layer.weights(of: neuron)) {
          join(signal, net, by: parameters.weights[place])
        }
        join(parameters.biases[index], net)
        join(net, forward.out[index][neuron])
      }
    }
    for part in forward.outputs + pass.sample.targets { join(part, forward.error) }
  }

  /// Adds a quantity; given ones have their value in full, calculated ones with four decimals.
  private mutating func add(_ quantity: Traced, _ layer: Double, row: Double) {
    let name = quantity.mathematicalName(notation)
    places[name.text] = mark.nodes.count
    mark.nodes.append(
      NetworkMark.Node(
        Words(math: name), value: Words(text(quantity.value)), layer: layer, row: row,
        isHighlighted: highlighted.contains(name.text)))
  }

  /// Joins two quantities. On a highlighted edge stands its factor. That of the explained weight's edge is the signal that
  /// the weight is multiplied with; the weight itself, which is no factor, stands below.
  private mutating func join(_ from: Traced, _ to: Traced, by weight: Traced? = nil) {
    let (start, end) = (from.name(notation), to.name(notation))
    let explained = weight.flatMap { factors[[$0.name(notation), end]] }
    let factor = explained ?? factors[[start, end]]
    let number = weight == nil ? factor : explained
    let weightLabel = weight.map {
      Words(math: .equation($0.mathematicalName(notation), .number(text($0.value))))
    }
    // The derivative of the one node by the other, without their numbers: both stand beside it.
    let slope = factor.flatMap { _ in
      weight == nil
        ? Words(
          math: .fraction(
            .row([.word("∂"), letter(of: to)]), .row([.word("∂"), letter(of: from)]))) : nil
    }
    let lines = [number.map { Words(text($0)) }, slope ?? weightLabel].compactMap(\.self)
    mark.edges.append(
      NetworkMark.Edge(
        from: places[start] ?? 0, to: places[end] ?? 0, label: lines.first,
        detail: lines.dropFirst().first, isHighlighted: factor != nil))
  }

  private func letter(of quantity: Traced) -> Mathematics {
    Mathematics(name: Mathematics.parts(of: quantity.name(notation)).letter)
  }

  private func text(_ value: Double) -> String {
    let short = Numerals.rounded.text(value)
    return short.count <= 6 ? short : Numerals.fixed(4).text(value)
  }
}

import Drawing
import Formulas
import LessonsShared
import Networks
import Plot
import Words

/// The nodes and edges of the course's network, net and out of each neuron apart.
struct NetworkDiagram {
  private(set) var nodes: [NetworkMark.Node] = []
  private(set) var edges: [NetworkMark.Edge] = []
  /// The places of the nodes by their names.
  private var places: [String: Int] = [:]
  /// The factor of each highlighted edge, by the names of what it joins.
  private var factors: [[String]: Double] = [:]
  /// What the explained weight is multiplied with, whose value is the last factor.
  private var explained: Set<String> = []
  private let notation = Notation(.numbered)

  /// Where biases stand, below the first row of nodes if it were above 0.
  private static let biasRow = -0.62
  /// What an axis shows so that all nodes are whole.
  static let (x, y) = (Domain(-0.35, 5.35), Domain(-1.25, 0.85))

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
    // Biases stand above the weights of their layer.
    for (layer, bias) in parameters.biases.enumerated() {
      add(bias, Double(2 * layer) + 0.55, row: Self.biasRow)
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
        Words(math: quantity.mathematicalName(notation)), value: Words(text(quantity.value)),
        layer: layer, row: row,
        isHighlighted: isOnPath))
  }

  /// Joins two quantities. On a highlighted edge stands its factor. That of the explained weight's edge is the signal that
  /// the weight is multiplied with; the weight itself, which is no factor, stands below.
  private mutating func join(_ from: Traced, _ to: Traced, by weight: Traced? = nil) {
    let (start, end) = (from.name(notation), to.name(notation))
    let explained = weight.flatMap { factors[[$0.name(notation), end]] }
    let factor = explained ?? factors[[start, end]]
    let number = factor.map { Words(text($0)) }
    let weightLabel = weight.map {
      Words(math: .equation($0.mathematicalName(notation), .number(text($0.value))))
    }
    edges.append(
      NetworkMark.Edge(
        from: places[start] ?? 0, to: places[end] ?? 0,
        label: explained == nil ? weightLabel ?? number : number,
        detail: explained == nil ? nil : weightLabel, isHighlighted: factor != nil))
  }

  private func text(_ value: Double) -> String {
    let short = Numerals.rounded.text(value)
    return short.count <= 6 ? short : Numerals.fixed(4).text(value)
  }
}

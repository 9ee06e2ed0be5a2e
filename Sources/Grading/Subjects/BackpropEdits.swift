import Formulas
import Networks

extension Edit {
  /// What a quantity of each of several neurons, or of several connections, is calculated as.
  static func each<Part: Sendable>(
    _ parts: [Part], _ symbol: (Part) -> Symbol,
    by formula: @escaping @Sendable (Scope, Part) -> Traced
  ) -> Edit {
    let symbols = parts.map(symbol)
    let known = Dictionary(zip(symbols, parts)) { first, _ in first }
    return .quantities(symbols) { scope in
      known[scope.symbol].map { formula(scope, $0) } ?? scope.right
    }
  }
}

/// Edits of backpropagation that several mistakes have in common.
enum BackpropEdits {
  static let hidden = DenseNetwork.course.layers[0]
  static let output = DenseNetwork.course.layers[1]
  static let neurons = output.neurons + hidden.neurons

  static let uphill = Edit.quantities(DenseNetwork.course.weights) {
    $0.right.operands[0] + $0.right.operands[1]
  }

  static let targetMinusOutput = errorSlopes { $0.right.operands[1] - $0.right.operands[0] }

  /// (t − out)² in place of its half.
  static let errorDoubled = Edit.quantities(output.neurons.map(\.error)) { $0.right.operands[0] }

  /// The derivatives of the error by what comes out of the outputs.
  static func errorSlopes(by formula: @escaping Edit.Formula) -> Edit {
    .quantities(output.neurons.map(\.errorByOut), formula)
  }

  /// What hidden neurons have of the paths to the error: the sum of two.
  static func paths(by formula: @escaping Edit.Formula) -> Edit {
    .quantities(hidden.neurons.map(\.errorByOut), formula)
  }

  static func slopes(
    of neurons: [DenseNetwork.Neuron] = neurons,
    by formula: @escaping @Sendable (Scope, DenseNetwork.Neuron) -> Traced
  ) -> Edit {
    .each(neurons, \.slope, by: formula)
  }

  static func slopesAtNet(_ neurons: [DenseNetwork.Neuron]) -> Edit {
    slopes(of: neurons) { $0.right.replacing($1.out, by: $0[$1.net]) }
  }

  static func withoutSlope(_ neurons: [DenseNetwork.Neuron]) -> Edit {
    .quantities(neurons.map(\.δ)) { $0.right.operands[0] }
  }
}

/// Weights laid out the other way: w₂ and w₃ are exchanged, or w₆ and w₇.
extension BackpropEdits {
  private static let exchanged: [Symbol: Symbol] = [
    "w2": "w3", "w3": "w2", "w6": "w7", "w7": "w6",
  ]

  static func transposedForward(_ layer: DenseNetwork.Layer) -> Edit {
    .quantities(layer.neurons.map(\.net)) { scope in
      scope.right.rewriting { part in
        part.symbol.flatMap { exchanged[$0] }.map { scope[$0] }
      }
    }
  }

  static let transposedBackward = Edit.each(Array(output.connections[1...2]), \.netBySource) {
    $0[exchanged[$1.weight] ?? $1.weight]
  }

  static func transposedGradient(_ layer: DenseNetwork.Layer) -> Edit {
    let pair = layer.connections[1...2]
    return .each(Array(zip(pair, pair.reversed())), \.0.errorByWeight) {
      $0[$1.1.target.δ] * $0[$1.1.source]
    }
  }
}

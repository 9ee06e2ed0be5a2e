import Formulas
import Networks

/// Two layers of weights with nothing but an activation between, and the one layer that they are without it.
struct LinearLayers<Number: Scalar> {
  /// The first layer, a row for each hidden neuron.
  let w: [[Number]]
  /// The second layer, a weight for each hidden neuron.
  let u: [Number]

  init() {
    w = [[1, -2], [3, 1]].enumerated().map { i, row in
      row.enumerated().map { j, w in Number(w).named(Symbol("w\(i + 1)\(j + 1)")) }
    }
    u = [2, -1].enumerated().map { Number($1).named(Symbol("u\($0 + 1)")) }
  }

  /// The sums h of the hidden neurons: W·x.
  func hidden(_ x: [Number]) -> [Number] {
    w.enumerated().map { i, row in Self.sum(row, x).named(Symbol("h\(i + 1)")) }
  }

  /// What comes out: u·φ(h).
  func output(_ h: [Number], _ activation: Activation = .identity) -> Number {
    Self.sum(u, h.map { activation($0) }).named("y")
  }

  /// The one layer u·W.
  var product: [Number] {
    [0, 1].map { j in Self.sum(u, w.map { $0[j] }).named(Symbol("v\(j + 1)")) }
  }

  /// What comes out of that one layer.
  func outputOfProduct(_ x: [Number]) -> Number { Self.sum(product, x).named("y") }

  private static func sum(_ a: [Number], _ b: [Number]) -> Number {
    Networks.sum(zip(a, b).map { $0 * $1 })
  }
}

import Formulas

/// Formulas of one kind for several neurons or weights.
extension BackpropRecipe {
  /// New weights, by the old one, the learning rate and the derivative of the error.
  static func update(
    _ weights: ClosedRange<Int> = 1...8,
    by rule: @escaping @Sendable (Traced, Traced, Traced) -> Traced
  ) -> Formulas {
    weights.map { number in
      ("w\(number)", { rule($0["w\(number)"], $0.η, $0["dE_dw\(number)"]) })
    }
  }

  /// Slopes of neurons, by out and net.
  static func slopes(
    of neurons: [String] = ["h1", "h2", "o1", "o2"],
    _ slope: @escaping @Sendable (Traced, Traced) -> Traced
  ) -> Formulas {
    neurons.map { neuron in
      ("dout_\(neuron)_dnet_\(neuron)", { slope($0["out_\(neuron)"], $0["net_\(neuron)"]) })
    }
  }

  static func withoutSlope(of neurons: [String]) -> Formulas {
    neurons.map { neuron in ("dE_dnet_\(neuron)", { $0["dE_dout_\(neuron)"] }) }
  }

  static func activations(
    _ neurons: [String], _ activation: @escaping @Sendable (Traced) -> Traced
  ) -> Formulas {
    neurons.map { neuron in ("out_\(neuron)", { activation($0["net_\(neuron)"]) }) }
  }

  /// Errors of the outputs, by t − out.
  static func errors(_ error: @escaping @Sendable (Traced) -> Traced) -> Formulas {
    [
      ("E_o1", { error($0.t1 - $0.out_o1) }),
      ("E_o2", { error($0.t2 - $0.out_o2) }),
    ]
  }

  /// Derivatives of the error by the outputs, by t and out.
  static func errorSlopes(
    _ slope: @escaping @Sendable (Traced, Traced) -> Traced
  ) -> Formulas {
    [
      ("dE_dout_o1", { slope($0.t1, $0.out_o1) }),
      ("dE_dout_o2", { slope($0.t2, $0.out_o2) }),
    ]
  }

  static let transposedHidden: Formulas = [
    ("net_h1", { $0.w1 * $0.i1 + $0.w3 * $0.i2 + $0.b1 }),
    ("net_h2", { $0.w2 * $0.i1 + $0.w4 * $0.i2 + $0.b1 }),
    ("dE_dw2", { $0.dE_dnet_h2 * $0.i1 }),
    ("dE_dw3", { $0.dE_dnet_h1 * $0.i2 }),
  ]

  static let transposedOutput: Formulas = [
    ("net_o1", { $0.w5 * $0.out_h1 + $0.w7 * $0.out_h2 + $0.b2 }),
    ("net_o2", { $0.w6 * $0.out_h1 + $0.w8 * $0.out_h2 + $0.b2 }),
    ("dnet_o1_dout_h2", { $0.w7 }),
    ("dnet_o2_dout_h1", { $0.w6 }),
    ("dE_dw6", { $0.dE_dnet_o2 * $0.out_h1 }),
    ("dE_dw7", { $0.dE_dnet_o1 * $0.out_h2 }),
  ]

  /// Each gradient starts from that of the step before.
  static let accumulating: Recipe = {
    let gradients = (1...8).map { "dE_dw\($0)" } + ["dE_db1", "dE_db2"]
    return Recipe(
      from: Dictionary(uniqueKeysWithValues: gradients.map { ($0, 0) }),
      right.formulas.map { name, formula in
        gradients.contains(name) ? (name, { $0[name] + formula($0) }) : (name, formula)
      },
      by: { $0.train($1) })
  }()
}

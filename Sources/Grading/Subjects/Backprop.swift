import Formulas
import Words

extension Subject {
  /// Backpropagation through two inputs, two hidden and two output neurons, section 3.2 of the course.
  public static let backprop = Subject(
    name: "backprop", title: Words(en: "Backpropagation", zh: "反向传播"),
    parameters: [
      Parameter(list: "inputs", "i", [0.05, 0.1]),
      Parameter(list: "targets", "t", [0.01, 0.99]),
      Parameter(list: "weights", "w", [0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55]),
      Parameter(list: "biases", "b", [0.35, 0.6]),
      Parameter("learning-rate", "η", 0.5, in: 1e-300...1e100),
    ],
    steps: 2, objective: nil, aliases: BackpropRecipe.aliases,
    solve: { BackpropRecipe.right.solve($0) },
    variants: BackpropRecipe.mistakes + BackpropRecipe.dialects,
    probes: { [Exercise.largeUpdates(of: $0)] },
    draw: { exercise, generator in
      func numbers(_ count: Int, _ range: ClosedRange<Int>, per unit: Double) -> [Double] {
        range.shuffled(using: &generator).prefix(count).map { Double($0) / unit }
      }
      // Of changing sign, no two alike and far enough from 0, so that no two formulas agree by chance.
      func signed(_ numbers: [Double]) -> [Double] {
        numbers.map { Bool.random(using: &generator) ? $0 : -$0 }
      }
      exercise.numbers["inputs"] = numbers(2, 2...6, per: 4)
      exercise.numbers["targets"] = numbers(2, 1...9, per: 10)
      exercise.numbers["weights"] = signed(numbers(8, 3...12, per: 10))
      exercise.numbers["biases"] = signed(numbers(2, 2...8, per: 10))
      exercise.draw("learning-rate", from: [4, 5, 6, 8], using: &generator)
    },
    objection: { exercise in
      for (name, count) in [("inputs", 2), ("targets", 2), ("weights", 8), ("biases", 2)]
      where exercise.list(name).count != count {
        return Words(en: "--\(name) must be \(count) numbers.", zh: "--\(name) 必须是 \(count) 个数。")
      }
      return nil
    })
}

extension Exercise {
  /// The network with larger inputs and steps, so that four decimals show what is done.
  fileprivate static func largeUpdates(of subject: Subject) -> Exercise {
    var exercise = Exercise(subject)
    exercise.numbers = [
      "inputs": [1, 2], "targets": [0.1, 0.8],
      "weights": [0.5, -0.7, 0.3, 0.9, -1.1, 0.6, 0.8, -0.4], "biases": [0.2, -0.3],
      "learning-rate": [5],
    ]
    return exercise
  }
}

/// The network's training as formulas. The parts are apart, as their order can be mistaken too.
enum BackpropRecipe {
  typealias Formulas = Recipe.Formulas

  static let right = Recipe(
    from: [:],
    forward + outputFactors + outputGradient + hiddenFactors + hiddenGradient + biasGradient
      + hiddenUpdate + outputUpdate + biasesKept,
    by: { $0.train($1) })

  static let forward: Formulas = [
    ("net_h1", { $0.w1 * $0.i1 + $0.w2 * $0.i2 + $0.b1 }),
    ("net_h2", { $0.w3 * $0.i1 + $0.w4 * $0.i2 + $0.b1 }),
    ("out_h1", { .sigmoid($0.net_h1) }),
    ("out_h2", { .sigmoid($0.net_h2) }),
    ("net_o1", { $0.w5 * $0.out_h1 + $0.w6 * $0.out_h2 + $0.b2 }),
    ("net_o2", { $0.w7 * $0.out_h1 + $0.w8 * $0.out_h2 + $0.b2 }),
    ("out_o1", { .sigmoid($0.net_o1) }),
    ("out_o2", { .sigmoid($0.net_o2) }),
    ("E_o1", { .pow($0.t1 - $0.out_o1, 2) / 2 }),
    ("E_o2", { .pow($0.t2 - $0.out_o2, 2) / 2 }),
    ("E", { $0.E_o1 + $0.E_o2 }),
  ]

  static let outputFactors: Formulas = [
    ("dE_dout_o1", { $0.out_o1 - $0.t1 }),
    ("dE_dout_o2", { $0.out_o2 - $0.t2 }),
    ("dout_o1_dnet_o1", { $0.out_o1 * (1 - $0.out_o1) }),
    ("dout_o2_dnet_o2", { $0.out_o2 * (1 - $0.out_o2) }),
    ("dE_dnet_o1", { $0.dE_dout_o1 * $0.dout_o1_dnet_o1 }),
    ("dE_dnet_o2", { $0.dE_dout_o2 * $0.dout_o2_dnet_o2 }),
  ]

  static let outputGradient: Formulas = [
    ("dnet_o1_dw5", { $0.out_h1 }),
    ("dnet_o1_dw6", { $0.out_h2 }),
    ("dnet_o2_dw7", { $0.out_h1 }),
    ("dnet_o2_dw8", { $0.out_h2 }),
    ("dE_dw5", { $0.dE_dnet_o1 * $0.dnet_o1_dw5 }),
    ("dE_dw6", { $0.dE_dnet_o1 * $0.dnet_o1_dw6 }),
    ("dE_dw7", { $0.dE_dnet_o2 * $0.dnet_o2_dw7 }),
    ("dE_dw8", { $0.dE_dnet_o2 * $0.dnet_o2_dw8 }),
  ]

  /// Two paths lead from each hidden neuron to the error.
  static let hiddenFactors: Formulas = [
    ("dnet_o1_dout_h1", { $0.w5 }),
    ("dnet_o1_dout_h2", { $0.w6 }),
    ("dnet_o2_dout_h1", { $0.w7 }),
    ("dnet_o2_dout_h2", { $0.w8 }),
    ("dE_o1_dout_h1", { $0.dE_dnet_o1 * $0.dnet_o1_dout_h1 }),
    ("dE_o1_dout_h2", { $0.dE_dnet_o1 * $0.dnet_o1_dout_h2 }),
    ("dE_o2_dout_h1", { $0.dE_dnet_o2 * $0.dnet_o2_dout_h1 }),
    ("dE_o2_dout_h2", { $0.dE_dnet_o2 * $0.dnet_o2_dout_h2 }),
    ("dE_dout_h1", { $0.dE_o1_dout_h1 + $0.dE_o2_dout_h1 }),
    ("dE_dout_h2", { $0.dE_o1_dout_h2 + $0.dE_o2_dout_h2 }),
    ("dout_h1_dnet_h1", { $0.out_h1 * (1 - $0.out_h1) }),
    ("dout_h2_dnet_h2", { $0.out_h2 * (1 - $0.out_h2) }),
    ("dE_dnet_h1", { $0.dE_dout_h1 * $0.dout_h1_dnet_h1 }),
    ("dE_dnet_h2", { $0.dE_dout_h2 * $0.dout_h2_dnet_h2 }),
  ]

  static let hiddenGradient: Formulas = [
    ("dnet_h1_dw1", { $0.i1 }),
    ("dnet_h1_dw2", { $0.i2 }),
    ("dnet_h2_dw3", { $0.i1 }),
    ("dnet_h2_dw4", { $0.i2 }),
    ("dE_dw1", { $0.dE_dnet_h1 * $0.dnet_h1_dw1 }),
    ("dE_dw2", { $0.dE_dnet_h1 * $0.dnet_h1_dw2 }),
    ("dE_dw3", { $0.dE_dnet_h2 * $0.dnet_h2_dw3 }),
    ("dE_dw4", { $0.dE_dnet_h2 * $0.dnet_h2_dw4 }),
  ]

  static let biasGradient: Formulas = [
    ("dE_db1", { $0.dE_dnet_h1 + $0.dE_dnet_h2 }),
    ("dE_db2", { $0.dE_dnet_o1 + $0.dE_dnet_o2 }),
  ]

  static let hiddenUpdate: Formulas = [
    ("w1", { $0.w1 - $0.η * $0.dE_dw1 }),
    ("w2", { $0.w2 - $0.η * $0.dE_dw2 }),
    ("w3", { $0.w3 - $0.η * $0.dE_dw3 }),
    ("w4", { $0.w4 - $0.η * $0.dE_dw4 }),
  ]

  static let outputUpdate: Formulas = [
    ("w5", { $0.w5 - $0.η * $0.dE_dw5 }),
    ("w6", { $0.w6 - $0.η * $0.dE_dw6 }),
    ("w7", { $0.w7 - $0.η * $0.dE_dw7 }),
    ("w8", { $0.w8 - $0.η * $0.dE_dw8 }),
  ]

  /// In the course's example, biases are never updated.
  static let biasesKept: Formulas = [("b1", { $0.b1 }), ("b2", { $0.b2 })]

  /// Other names in students' files. Typeset ones such as ∂E/∂w₁ need none.
  static let aliases: [String: [String]] = {
    var aliases = [
      "E": ["error", "loss", "cost", "E_total", "total_error", "total_loss", "误差", "总误差", "损失"]
    ]
    for neuron in ["h1", "h2", "o1", "o2"] {
      aliases["net_\(neuron)"] = ["z_\(neuron)", "in_\(neuron)", "\(neuron)_net", "\(neuron)_in"]
      aliases["out_\(neuron)"] = ["a_\(neuron)", "\(neuron)_out"]
      aliases["dE_dnet_\(neuron)"] = ["delta_\(neuron)", "dE_total_dnet_\(neuron)"]
      aliases["dE_dout_\(neuron)"] = ["dE_total_dout_\(neuron)"]
    }
    for output in ["o1", "o2"] { aliases["E_\(output)"] = ["error_\(output)", "loss_\(output)"] }
    for parameter in (1...8).map({ "w\($0)" }) + ["b1", "b2"] {
      aliases[parameter] = ["\(parameter)_new", "new_\(parameter)"]
      aliases["dE_d\(parameter)"] = [
        "d\(parameter)", "grad_\(parameter)", "\(parameter)_grad", "gradient_\(parameter)",
        "dE_total_d\(parameter)", "dL_d\(parameter)", "dloss_d\(parameter)",
      ]
    }
    return aliases
  }()
}

extension Recipe {
  /// Trains the network of an exercise: a row for the start, then a row a step.
  func train(_ exercise: Exercise) -> Ledger {
    func numbered(_ letter: String, _ name: String) -> [(name: String, number: Double)] {
      exercise.list(name).enumerated().map { ("\(letter)\($0.offset + 1)", $0.element) }
    }
    let constants = numbered("i", "inputs") + numbered("t", "targets")
    return tabulate(
      constants: Dictionary(
        uniqueKeysWithValues: constants + [("η", exercise["learning-rate"])]),
      start: numbered("w", "weights") + numbered("b", "biases"),
      given: Array(repeating: [], count: max(0, exercise.steps)))
  }
}

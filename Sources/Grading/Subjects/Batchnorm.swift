import Formulas
import Words

extension Subject {
  /// Batch normalisation of one channel, section 5.3 of the course, and what is known to go wrong with it.
  ///
  /// A row is a batch: its inputs, its mean and variances, the normalised inputs, the outputs, and the running mean and
  /// variance after it.
  public static let batchnorm = Subject(
    name: "batchnorm", title: Words(en: "Batch normalisation", zh: "批量归一化"),
    parameters: [
      // A channel of the course's example, row by row.
      Parameter(
        list: "inputs", "x",
        [
          -0.2751, -1.2183, -0.5106, -0.1540, -0.4585, -0.5989, -0.6063, 0.5986, -0.4745, 0.1496,
          -1.1266, -1.2377,
        ]),
      Parameter("batch-size", "m", 4, in: 2...1000),
      Parameter("gamma", "γ", 1),
      Parameter("beta", "β", 0),
      Parameter("epsilon", "ε", 1e-5, in: 1e-300...1e100),
      Parameter("momentum", "α", 0.1, in: 0...1),
    ],
    steps: 3, objective: nil, aliases: BatchnormRecipe.aliases,
    solve: { exercise in BatchnormRecipe.right(exercise.batchSize).normalize(exercise) },
    variants: BatchnormRecipe.mistakes + BatchnormRecipe.dialects,
    probes: { [Exercise.visibleEpsilon(of: $0)] },
    draw: { exercise, generator in
      let inputs = (1...30).shuffled(using: &generator).prefix(9)
      exercise.numbers["inputs"] = inputs.map { Double($0) / 4 - 3 }
      exercise.numbers["batch-size"] = [3]
      exercise.draw("gamma", from: [0.5, 1.5, 2, 3], using: &generator)
      exercise.draw("beta", from: [-1, -0.25, 0.25, 1.25], using: &generator)
      exercise.draw("epsilon", from: [0.1, 0.2], using: &generator)
      exercise.draw("momentum", from: [0.2, 0.25, 0.3, 0.4], using: &generator)
    },
    rowCount: { $0.list("inputs").count / $0.batchSize },
    objection: { exercise in
      let (count, size) = (exercise.list("inputs").count, exercise["batch-size"])
      return size == Double(exercise.batchSize) && count > 0 && count % exercise.batchSize == 0
        ? nil
        : Words(
          en: "--inputs must fill batches of --batch-size numbers, a whole number from 2 on.",
          zh: "--inputs 必须恰好分成若干批，每批 --batch-size 个数，后者是不小于 2 的整数。")
    },
    given: ["x"])
}

extension Exercise {
  /// How many inputs a batch has; 2 where that is no number of inputs.
  var batchSize: Int { max(2, Int(exactly: self["batch-size"]) ?? 2) }

  /// An ε that four decimals show, a scale and a shift.
  fileprivate static func visibleEpsilon(of subject: Subject) -> Exercise {
    var exercise = Exercise(subject)
    for (name, number) in [
      ("gamma", 2), ("beta", 0.5), ("epsilon", 0.1), ("momentum", 0.25), ("batch-size", 4),
    ] {
      exercise.numbers[name] = [number]
    }
    return exercise
  }
}

/// Batch normalisation as formulas, for batches of m inputs.
enum BatchnormRecipe {
  static func right(_ m: Int) -> Recipe {
    let moments: Recipe.Formulas = [
      ("μ", { total($0, m) { $0 } / Traced(Double(m)) }),
      ("σ²", { values in total(values, m) { .pow($0 - values.μ, 2) } / Traced(Double(m)) }),
    ]
    let running: Recipe.Formulas = [
      ("s²", { Traced(Double(m)) / (Traced(Double(m)) - 1) * $0.σ² }),
      ("μ̄", { (1 - $0.α) * $0.μ̄ + $0.α * $0.μ }),
      ("σ̄²", { (1 - $0.α) * $0.σ̄² + $0.α * $0.s² }),
    ]
    return Recipe(
      from: [:],
      moments + normalized(m) { ($1 - $0.μ) / .sqrt($0.σ² + $0.ε) }
        + outputs(m) { $0.γ * $1 + $0.β } + running)
  }

  /// The sum over a batch, from left to right.
  static func total(_ values: Values, _ m: Int, _ term: (Traced) -> Traced) -> Traced {
    (2...max(2, m)).reduce(term(values.x1)) { $0 + term(values["x\($1)"]) }
  }

  /// x̂ of each input, by x.
  static func normalized(
    _ m: Int, _ formula: @escaping @Sendable (Values, Traced) -> Traced
  ) -> Recipe.Formulas {
    (1...m).map { i in ("x̂\(i)", { formula($0, $0["x\(i)"]) }) }
  }

  /// y of each input, by x̂.
  static func outputs(
    _ m: Int, _ formula: @escaping @Sendable (Values, Traced) -> Traced
  ) -> Recipe.Formulas {
    (1...m).map { i in ("y\(i)", { formula($0, $0["x̂\(i)"]) }) }
  }

  /// Other names in students' files, PyTorch's and Keras's among them.
  static let aliases: [String: [String]] = [
    "x": ["input"], "x̂": ["normalized", "norm", "x_norm"], "y": ["out", "output"],
    "μ": ["mean", "batch_mean", "均值"],
    "σ²": [
      "var", "variance", "batch_var", "batch_variance", "sigma_sq", "sigma_squared", "方差",
    ],
    "s²": ["unbiased_var", "var_unbiased", "unbiased_variance", "无偏方差"],
    "μ̄": ["running_mean", "moving_mean"],
    "σ̄²": ["running_var", "moving_var", "running_variance", "moving_variance"],
  ]
}

extension Recipe {
  /// Normalises the batches of an exercise: a row for the running statistics' start, then a row a batch.
  func normalize(_ exercise: Exercise) -> Ledger {
    let (inputs, m) = (exercise.list("inputs"), exercise.batchSize)
    return tabulate(
      constants: [
        "γ": exercise["gamma"], "β": exercise["beta"], "ε": exercise["epsilon"],
        "α": exercise["momentum"],
      ],
      start: [("μ̄", 0), ("σ̄²", 1)],
      given: stride(from: 0, to: inputs.count, by: m).map { first in
        inputs[first..<min(first + m, inputs.count)].enumerated().map {
          ("x\($0.offset + 1)", $0.element)
        }
      })
  }
}

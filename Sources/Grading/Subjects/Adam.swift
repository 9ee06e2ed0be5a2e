import Formulas

extension Subject {
  /// Adam, section 3.3.5 of the course, and what is known to go wrong with it.
  public static let adam = Subject(
    name: "adam", title: "Adam",
    parameters: [
      Parameter("learning-rate", "η", 0.01, in: 1e-300...1e100),
      Parameter("beta1", "β1", 0.9, in: 0...0.999_999_999),
      Parameter("beta2", "β2", 0.99, in: 0...0.999_999_999),
      Parameter("epsilon", "ε", 1e-8, in: 1e-300...1e100),
    ] + Parameter.ofDescent,
    steps: 10, objective: .halfSquare,
    aliases: [
      "g": ["grad", "gradient"], "m": ["exp_avg"], "s": ["v", "exp_avg_sq"],
      "m̂": ["m_hat", "m_corrected"], "ŝ": ["s_hat", "v_hat", "s_corrected", "v_corrected"],
      // These are the same for all coordinates.
      "β₁ᵗ_x": ["β₁ᵗ"], "β₂ᵗ_x": ["β₂ᵗ"], "β₁ᵗ_w1": ["β₁ᵗ"], "β₂ᵗ_w1": ["β₂ᵗ"],
    ],
    solve: { AdamRecipe.right.solve($0) },
    variants: AdamRecipe.mistakes + AdamRecipe.dialects,
    probes: { Exercise.optimizerProbes(of: $0, ["epsilon": 0.1]) },
    draw: { exercise, generator in
      exercise.drawGradients(using: &generator)
      exercise.draw("learning-rate", from: [0.05, 0.1, 0.2, 0.5], using: &generator)
      exercise.draw("beta1", from: [0.5, 0.6, 0.7, 0.8], using: &generator)
      exercise.draw("beta2", from: [0.85, 0.9, 0.95, 0.99], using: &generator)
      exercise.draw("epsilon", from: [0.1, 0.2], using: &generator)
    })
}

/// Adam as formulas, and its known variants.
enum AdamRecipe {
  static let right = Recipe(
    from: ["m": 0, "s": 0],
    [
      ("m", { $0.β1 * $0.m + (1 - $0.β1) * $0.g }),
      ("s", { $0.β2 * $0.s + (1 - $0.β2) * .pow($0.g, 2) }),
      // Many programs keep the powers, and print them.
      ("β₁ᵗ", { .pow($0.β1, $0.t) }),
      ("β₂ᵗ", { .pow($0.β2, $0.t) }),
      ("m̂", { $0.m / (1 - .pow($0.β1, $0.t)) }),
      ("ŝ", { $0.s / (1 - .pow($0.β2, $0.t)) }),
      ("w", { $0.w - $0.η * $0.m̂ / (.sqrt($0.ŝ) + $0.ε) }),
    ])

  static let dialects: [Variant] = [
    .dialect(
      "epsilon-hat", "w",
      en:
        "ε stands before the bias correction, as in the faster form at the end of section 2 of the Adam paper and in TensorFlow’s documentation (there called ε̂): η·(√(1 − β₂ᵗ)/(1 − β₁ᵗ))·m/(√s + ε)",
      zh:
        "ε 放在偏差校正之前，即 Adam 论文第 2 节末尾的高效形式，也是 TensorFlow 文档的写法（称为 ε̂）：η·(√(1 − β₂ᵗ)/(1 − β₁ᵗ))·m/(√s + ε)",
      right.replacing("w") {
        let η̂ = $0.η * .sqrt(1 - .pow($0.β2, $0.t)) / (1 - .pow($0.β1, $0.t)) as Traced
        return $0.w - η̂ * $0.m / (.sqrt($0.s) + $0.ε)
      })
  ]
}

import Formulas
import Words

extension Subject {
  /// Gradient descent on the example of section 4.1 of the course, and what is known to go wrong with it.
  public static let gradientDescent = Subject(
    name: "gradient-descent", title: Words(en: "Gradient descent", zh: "梯度下降"),
    parameters: [
      .learningRate, Parameter(list: "start", "w0", [2]), Parameter(list: "gradients", "g", []),
    ],
    steps: 20, objective: .fourSquare,
    aliases: ["g": ["grad", "gradient"]],
    solve: { GradientDescentRecipe.right.solve($0) },
    variants: GradientDescentRecipe.mistakes,
    probes: { Exercise.optimizerProbes(of: $0, ["learning-rate": 0.05]) },
    draw: { exercise, generator in
      exercise.drawDescent(using: &generator)
      exercise.draw("learning-rate", from: [0.1, 0.2, 0.3, 0.4], using: &generator)
    })
}

/// Gradient descent as a formula, and its known variants.
enum GradientDescentRecipe {
  static let right = Recipe(from: [:], [("w", { $0.w - $0.η * $0.g })])

  static let mistakes: [Variant] =
    right.stepMistakes(along: { $0.g }) + right.gradientMistakes + [
      right.recordingMistake,
      .mistake(
        "gradient-doubled", "G",
        en: "the gradient is twice as large, as where the ½ of w²/2 is forgotten",
        zh: "梯度大了一倍，例如漏了 w²/2 中的 ½",
        right.fed { 2 * $0.g }),
      .mistake(
        "gradient-halved", "G",
        en: "the gradient is half as large, as where the inner derivative of (2x)² is forgotten",
        zh: "梯度小了一半，例如漏了 (2x)² 的内层导数",
        right.fed { $0.g / 2 }),
    ]
}

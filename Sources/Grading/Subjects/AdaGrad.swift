import Formulas

extension Subject {
  /// AdaGrad, section 3.3.3 of the course, and what is known to go wrong with it.
  public static let adaGrad = Subject(
    name: "adagrad", title: "AdaGrad",
    parameters: [.learningRate, Parameter("epsilon", "ε", 1e-10, in: 1e-300...1e100)]
      + Parameter.ofDescent,
    steps: 10, objective: .halfSquare,
    aliases: [
      "g": ["grad", "gradient"], "s": ["sum", "cache", "accumulator", "v"],
      "η′": ["rate", "lr", "learning_rate", "effective_rate"],
    ],
    solve: { AdaGradRecipe.right.solve($0) },
    variants: AdaGradRecipe.mistakes + AdaGradRecipe.dialects,
    probes: { Exercise.optimizerProbes(of: $0, ["learning-rate": 0.1, "epsilon": 0.1]) },
    draw: { exercise, generator in
      exercise.drawGradients(using: &generator)
      exercise.draw("learning-rate", from: [0.2, 0.3, 0.4, 0.5], using: &generator)
      exercise.draw("epsilon", from: [0.1, 0.2], using: &generator)
    })
}

/// AdaGrad as formulas, and its known variants.
enum AdaGradRecipe {
  static let right = Recipe.scaling { $0.s + .pow($0.g, 2) }

  static let mistakes: [Variant] =
    [
      .mistake(
        "gradient-not-squared", "s",
        en: "s sums |g| where g² belongs: the square is missing",
        zh: "s 累加的是 |g|，应当是 g²：漏了平方",
        right.replacing("s") { $0.s + $0.g.magnitude }),
      .mistake(
        "gradient-not-squared-signed", "s",
        en: "s sums g where g² belongs: the square is missing",
        zh: "s 累加的是 g，应当是 g²：漏了平方",
        right.replacing("s") { $0.s + $0.g }),
      .mistake(
        "average-instead-of-sum", "s",
        en: "s is the mean of the squared gradients where their sum belongs",
        zh: "s 是梯度平方的平均，应当是它们的和",
        right.replacing("s") {
          let t = Traced(Double($0.t.number)).named("t")
          return ((t - 1) * $0.s + .pow($0.g, 2)) / t
        }),
    ] + right.rateMistakes + right.gradientMistakes + [right.recordingMistake]

  static let dialects: [Variant] = [
    .dialect(
      "epsilon-inside", "η′",
      en:
        "ε is inside of the root, √(s + ε), as in the notes of CS231n and in “Dive into Deep Learning”",
      zh: "ε 在根号之内：√(s + ε)，如 CS231n 讲义和《动手学深度学习》",
      right.withEpsilonInside),
    .dialect(
      "started-above-zero", "s",
      en:
        "s starts at 0.1, the default of TensorFlow’s Adagrad up to version 2.10, where PyTorch and the course start at 0",
      zh: "s 从 0.1 开始，即 TensorFlow 2.10 及以前的 Adagrad 的默认值；PyTorch 和课程从 0 开始",
      right.starting("s", at: 0.1)),
    .dialect(
      "keras", "s",
      en: "s starts at 0.1 and ε is inside of the root, √(s + ε), as in Keras 3",
      zh: "s 从 0.1 开始，且 ε 在根号之内：√(s + ε)，如 Keras 3",
      right.withEpsilonInside.starting("s", at: 0.1)),
  ]
}

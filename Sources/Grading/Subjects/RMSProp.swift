import Formulas

extension Subject {
  /// RMSProp, section 3.3.4 of the course, and what is known to go wrong with it.
  public static let rmsProp = Subject(
    name: "rmsprop", title: "RMSProp",
    parameters: [
      .learningRate, .decay(0.9), Parameter("epsilon", "ε", 1e-8, in: 1e-300...1e100),
    ] + Parameter.ofDescent,
    steps: 10, objective: .halfSquare,
    aliases: [
      "g": ["grad", "gradient"], "s": ["square_avg", "mean_square", "cache", "v"],
      "η′": ["rate", "lr", "learning_rate", "effective_rate"],
    ],
    solve: { RMSPropRecipe.right.solve($0) },
    variants: RMSPropRecipe.mistakes + RMSPropRecipe.dialects,
    probes: { Exercise.optimizerProbes(of: $0, ["learning-rate": 0.1, "epsilon": 0.1]) },
    draw: { exercise, generator in
      exercise.drawGradients(using: &generator)
      exercise.draw("learning-rate", from: [0.2, 0.3, 0.4, 0.5], using: &generator)
      exercise.draw("beta", from: [0.6, 0.7, 0.8, 0.9], using: &generator)
      exercise.draw("epsilon", from: [0.1, 0.2], using: &generator)
    })
}

/// RMSProp as formulas, and its known variants.
enum RMSPropRecipe {
  static let right = Recipe.scaling { $0.β * $0.s + (1 - $0.β) * .pow($0.g, 2) }

  static let mistakes: [Variant] =
    [
      .mistake(
        "sum-instead-of-average", "s",
        en: "s is the sum of the squared gradients, s + g², which is AdaGrad’s",
        zh: "s 是梯度平方的和 s + g²，那是 AdaGrad",
        right.replacing("s") { $0.s + .pow($0.g, 2) }),
      .mistake(
        "weight-missing", "s",
        en: "the factor 1 − β is missing: β·s + g²",
        zh: "漏了系数 1 − β：β·s + g²",
        right.replacing("s") { $0.β * $0.s + .pow($0.g, 2) }),
      .mistake(
        "beta-swapped", "s",
        en: "β and 1 − β are swapped",
        zh: "β 和 1 − β 用反了",
        right.replacing("s") { (1 - $0.β) * $0.s + $0.β * .pow($0.g, 2) }),
      .mistake(
        "started-at-first", "s",
        en: "the average starts from the first squared gradient, s₁ = g₁², where s₀ = 0 belongs",
        zh: "平均从第一个梯度的平方开始：s₁ = g₁²，应当是 s₀ = 0",
        right.replacing("s") {
          $0.t == 1 ? .pow($0.g, 2) : $0.β * $0.s + (1 - $0.β) * .pow($0.g, 2)
        }),
      .mistake(
        "bias-corrected", "η′",
        en: "the bias of s is corrected, s/(1 − βᵗ), as Adam does; RMSProp does not",
        zh: "对 s 做了偏差校正：s/(1 − βᵗ)，那是 Adam 的做法，RMSProp 没有",
        right.replacing("η′") { $0.η / (.sqrt($0.s / (1 - .pow($0.β, $0.t))) + $0.ε) }),
      .mistake(
        "gradient-not-squared", "s",
        en: "s averages |g| where g² belongs: the square is missing",
        zh: "s 平均的是 |g|，应当是 g²：漏了平方",
        right.replacing("s") { $0.β * $0.s + (1 - $0.β) * $0.g.magnitude }),
      .mistake(
        "gradient-not-squared-signed", "s",
        en: "s averages g where g² belongs: the square is missing",
        zh: "s 平均的是 g，应当是 g²：漏了平方",
        right.replacing("s") { $0.β * $0.s + (1 - $0.β) * $0.g }),
    ] + right.rateMistakes + right.gradientMistakes + [right.recordingMistake]

  static let dialects: [Variant] = [
    .dialect(
      "epsilon-inside", "η′",
      en:
        "ε is inside of the root, √(s + ε), as in TensorFlow, in Keras and in the notes of CS231n",
      zh: "ε 在根号之内：√(s + ε)，如 TensorFlow、Keras 和 CS231n 讲义",
      right.withEpsilonInside),
    .dialect(
      "started-at-one", "s",
      en: "s starts at 1, as in rmsprop of HIPS autograd, where PyTorch and the course start at 0",
      zh: "s 从 1 开始，如 HIPS autograd 的 rmsprop；PyTorch 和课程从 0 开始",
      right.starting("s", at: 1)),
    .dialect(
      "tensorflow-1", "s",
      en:
        "s starts at 1 and ε is inside of the root, √(s + ε), as in TensorFlow 1 and in RMSpropTF of timm",
      zh: "s 从 1 开始，且 ε 在根号之内：√(s + ε)，如 TensorFlow 1 和 timm 的 RMSpropTF",
      right.withEpsilonInside.starting("s", at: 1)),
    .dialect(
      "centered", "η′",
      en:
        "the root is that of s − m², the variance, with m the average of the gradients: PyTorch’s centered=True (Graves 2013)",
      zh: "根号之内是 s − m²，即方差，m 是梯度的加权平均：PyTorch 的 centered=True（Graves 2013）",
      right.starting("m", at: 0)
        .adding("m", after: "s") { $0.β * $0.m + (1 - $0.β) * $0.g }
        .replacing("η′") { $0.η / (.sqrt($0.s - .pow($0.m, 2)) + $0.ε) }),
  ]
}

import Formulas
import Words

extension Subject {
  /// Nesterov's momentum as PyTorch calculates it, and what is known to go wrong with it.
  public static let nesterov = Subject(
    name: "nesterov", title: Words(en: "Nesterov’s momentum", zh: "Nesterov 动量法"),
    parameters: [.learningRate, .decay(0.9)] + Parameter.ofDescent,
    steps: 10, objective: .halfSquare,
    aliases: Subject.momentum.aliases,
    solve: { NesterovRecipe.right.solve($0) },
    variants: NesterovRecipe.mistakes + NesterovRecipe.dialects,
    probes: Subject.momentum.probes,
    draw: Subject.momentum.draw)
}

/// Nesterov's momentum as formulas, and its known variants.
enum NesterovRecipe {
  static let right = Recipe(
    from: ["v": 0],
    [
      ("v", { $0.β * $0.v + $0.g }),
      ("w", { $0.w - $0.η * ($0.g + $0.β * $0.v) }),
    ])

  private static let momentum = right.replacing("w") { $0.w - $0.η * $0.v }

  /// The velocity in units of the parameter.
  static let velocityDownhill =
    right.replacing("v") { $0.β * $0.v - $0.η * $0.g }
    .replacing("w") { $0.w + $0.β * $0.v - $0.η * $0.g }

  static let mistakes: [Variant] =
    [
      .mistake(
        "old-velocity", "w",
        en:
          "the step uses the velocity of the step before, g + β·vₜ₋₁ where g + β·vₜ belongs; as that is vₜ, the same comes out of momentum without Nesterov",
        zh: "更新时用了上一步的速度 g + β·vₜ₋₁，应当是 g + β·vₜ；前者就是 vₜ，等于没有 Nesterov 的动量法",
        momentum),
      .mistake(
        "gradient-missing", "w",
        en: "the gradient is missing from the step: β·v where g + β·v belongs",
        zh: "更新时漏了梯度：β·v，应当是 g + β·v",
        right.replacing("w") { $0.w - $0.η * ($0.β * $0.v) }),
      .mistake(
        "beta-missing", "w",
        en: "β is missing from the step: g + v where g + β·v belongs",
        zh: "更新时漏了 β：g + v，应当是 g + β·v",
        right.replacing("w") { $0.w - $0.η * ($0.g + $0.v) }),
      .mistake(
        "velocity-twice", "v",
        en:
          "β·v is added to the gradient before the velocity takes it in, so that the velocity counts twice",
        zh: "速度更新之前已把 β·v 加到梯度上，速度被计入了两次",
        momentum.replacing("v") { $0.β * $0.v + ($0.g + $0.β * $0.v) }),
      .mistake(
        "velocity-averaged", "v",
        en: "the velocity is an average: (1 − β)·g where g belongs",
        zh: "速度成了加权平均：(1 − β)·g，应当是 g",
        right.replacing("v") { $0.β * $0.v + (1 - $0.β) * $0.g }),
      .mistake(
        "looks-back", "g",
        en: "the gradient is taken on the other side, at w + η·β·v, and the step goes along v",
        zh: "在相反的一侧 w + η·β·v 处求梯度，再沿 v 更新",
        momentum.looking(from: { $0.w + $0.η * $0.β * $0.v })),
      .mistake(
        "looks-ahead-twice", "g",
        en:
          "it looks ahead twice: the gradient is taken ahead, at w − η·β·v, and the step goes along g + β·v, which looks ahead already",
        zh: "前瞻用了两次：在前方 w − η·β·v 处求梯度，又沿已经包含前瞻的 g + β·v 更新",
        right.looking(from: { $0.w - $0.η * $0.β * $0.v })),
    ] + right.stepMistakes(along: { $0.g + $0.β * $0.v }) + right.gradientMistakes + [
      right.recordingMistake
    ]

  static let dialects: [Variant] = [
    .dialect(
      "look-ahead", "g",
      en:
        "the gradient is taken ahead, at w + β·v, then v = β·v − η·g and w + v: the form of Sutskever and others (2013) and of the notes of CS231n; its points w + β·v are the parameters that this exercise asks for",
      zh:
        "在前方 w + β·v 处求梯度，然后 v = β·v − η·g，w + v：即 Sutskever 等人（2013）和 CS231n 讲义的形式；其中的 w + β·v 就是本题要求的参数",
      LookAheadNesterovRecipe.right),
    .dialect(
      "velocity-downhill", "v",
      en:
        "the velocity is in units of the parameter, v = β·v − η·g and w + β·v − η·g, as in Keras and, rearranged, in the notes of CS231n; w is the same as long as η is",
      zh: "速度以参数为单位：v = β·v − η·g，w + β·v − η·g，如 Keras，以及（换一种写法的）CS231n 讲义；只要 η 不变，w 相同",
      velocityDownhill),
    .dialect(
      "learning-rate-inside", "v",
      en:
        "the learning rate is inside of the velocity, v = β·v + η·g and w − (β·v + η·g); w is the same as long as η is",
      zh: "学习率在速度之内：v = β·v + η·g，w − (β·v + η·g)；只要 η 不变，w 相同",
      right.replacing("v") { $0.β * $0.v + $0.η * $0.g }
        .replacing("w") { $0.w - ($0.β * $0.v + $0.η * $0.g) }),
    .dialect(
      "look-ahead-uphill", "g",
      en:
        "\(LookAheadNesterovRecipe.uphill); its points w − β·v are the parameters that this exercise asks for",
      zh: "\(LookAheadNesterovRecipe.uphill)；其中的 w − β·v 就是本题要求的参数",
      LookAheadNesterovRecipe.velocityUphill),
  ]
}

import Descent
import Formulas

extension Subject {
  /// Nesterov's momentum as PyTorch calculates it, and what is known to go wrong with it.
  public static let nesterov = optimizer(
    Nesterov<Traced>.self, probe: probeOfVelocity, drawsStart: true,
    choices: choicesOfVelocity,
    mistakesOfNesterov + DescentMistakes.ofStep + DescentMistakes.ofGradient
      + [DescentMistakes.ofRecording] + dialectsOfNesterov)

  private static let withoutNesterov = Edit.replace("w") { $0.w - $0.η * $0.v }

  private static let mistakesOfNesterov: [Variant] = [
    .mistake(
      "old-velocity",
      "the step uses the velocity of the step before, g + β·vₜ₋₁ where g + β·vₜ belongs; as that is vₜ, the same comes out of momentum without Nesterov",
      "更新时用了上一步的速度 g + β·vₜ₋₁，应当是 g + β·vₜ；前者就是 vₜ，等于没有 Nesterov 的动量法",
      withoutNesterov),
    .mistake(
      "gradient-missing",
      "the gradient is missing from the step: β·v where g + β·v belongs",
      "更新时漏了梯度：β·v，应当是 g + β·v",
      .replace("w") { $0.w - $0.η * ($0.β * $0.v) }),
    .mistake(
      "beta-missing",
      "β is missing from the step: g + v where g + β·v belongs",
      "更新时漏了 β：g + v，应当是 g + β·v",
      .replace("w") { $0.w - $0.η * ($0.g + $0.v) }),
    .mistake(
      "velocity-twice", of: "v",
      "β·v is added to the gradient before the velocity takes it in, so that the velocity counts twice",
      "速度更新之前已把 β·v 加到梯度上，速度被计入了两次",
      withoutNesterov, .replace("v") { $0.β * $0.v + ($0.g + $0.β * $0.v) }),
    .mistake(
      "velocity-averaged",
      "the velocity is an average: (1 − β)·g where g belongs",
      "速度成了加权平均：(1 − β)·g，应当是 g",
      .replace("v") { $0.β * $0.v + (1 - $0.β) * $0.g }),
    .mistake(
      "looks-back", of: "g",
      "the gradient is taken on the other side, at w + η·β·v, and the step goes along v",
      "在相反的一侧 w + η·β·v 处求梯度，再沿 v 更新",
      withoutNesterov, .replace("w̃") { $0.w + $0.η * $0.β * $0.v }),
    .mistake(
      "looks-ahead-twice", of: "g",
      "it looks ahead twice: the gradient is taken ahead, at w − η·β·v, and the step goes along g + β·v, which looks ahead already",
      "前瞻用了两次：在前方 w − η·β·v 处求梯度，又沿已经包含前瞻的 g + β·v 更新",
      .replace("w̃") { $0.w - $0.η * $0.β * $0.v }),
  ]

  private static let dialectsOfNesterov: [Variant] = [
    .dialect(
      "look-ahead", of: "g",
      "the gradient is taken ahead, at w + β·v, then v = β·v − η·g and w + v: the form of Sutskever and others (2013) and of the notes of CS231n; its points w + β·v are the parameters that this exercise asks for",
      "在前方 w + β·v 处求梯度，然后 v = β·v − η·g，w + v：即 Sutskever 等人（2013）和 CS231n 讲义的形式；其中的 w + β·v 就是本题要求的参数",
      by: .descent(LookAheadNesterov.self)),
    .dialect(
      "velocity-downhill",
      "the velocity is in units of the parameter, v = β·v − η·g and w + β·v − η·g, as in Keras and, rearranged, in the notes of CS231n; w is the same as long as η is",
      "速度以参数为单位：v = β·v − η·g，w + β·v − η·g，如 Keras，以及（换一种写法的）CS231n 讲义；只要 η 不变，w 相同",
      .replace("v") { $0.β * $0.v - $0.η * $0.g },
      .replace("w") { $0.w + $0.β * $0.v - $0.η * $0.g }),
    .dialect(
      "learning-rate-inside",
      "the learning rate is inside of the velocity, v = β·v + η·g and w − (β·v + η·g); w is the same as long as η is",
      "学习率在速度之内：v = β·v + η·g，w − (β·v + η·g)；只要 η 不变，w 相同",
      .replace("v") { $0.β * $0.v + $0.η * $0.g },
      .replace("w") { $0.w - ($0.β * $0.v + $0.η * $0.g) }),
    .dialect(
      "look-ahead-uphill", of: "g",
      "\(LookAheadMistakes.uphill); its points w − β·v are the parameters that this exercise asks for",
      "\(LookAheadMistakes.uphill)；其中的 w − β·v 就是本题要求的参数",
      LookAheadMistakes.velocityUphill[0], LookAheadMistakes.velocityUphill[1],
      LookAheadMistakes.velocityUphill[2], by: .descent(LookAheadNesterov.self)),
  ]
}

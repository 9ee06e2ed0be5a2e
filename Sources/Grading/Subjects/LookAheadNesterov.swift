import Descent
import Formulas
import Words

extension Subject {
  /// Nesterov's momentum that looks ahead, and what is known to go wrong with it.
  public static let lookAheadNesterov = optimizer(
    LookAheadNesterov<Traced>.self, probe: probeOfVelocity, drawsStart: true,
    choices: choicesOfVelocity,
    LookAheadMistakes.all + DescentMistakes.ofGradient + [DescentMistakes.ofRecording]
      + LookAheadMistakes.dialects)
}

/// The known variants of Nesterov's momentum that looks ahead.
enum LookAheadMistakes {
  /// The velocity with the other sign.
  static let velocityUphill: [Edit] = [
    .replace("v") { $0.β * $0.v + $0.η * $0.g }, .replace("w") { $0.w - $0.v },
    .replace("w̃") { $0.w - $0.β * $0.v },
  ]

  static let uphill = Words(
    en:
      "the gradient is taken ahead, at w − β·v, then v = β·v + η·g and w − v, as in Ruder’s “An overview of gradient descent optimization algorithms”",
    zh:
      "在前方 w − β·v 处求梯度，然后 v = β·v + η·g，w − v，如 Ruder 的 “An overview of gradient descent optimization algorithms”"
  )

  static let all = mistakesOfVantage + mistakesOfVelocity

  private static let mistakesOfVantage: [Variant] = [
    .mistake(
      "no-look-ahead", of: "g",
      "the gradient is taken at w, which is momentum without Nesterov; w + β·v belongs",
      "在 w 处求梯度，等于没有 Nesterov 的动量法；应当在 w + β·v 处",
      .replace("w̃") { $0.w }),
    .mistake(
      "looks-back", of: "g",
      "the gradient is taken on the other side, at w − β·v where w + β·v belongs",
      "在相反的一侧 w − β·v 处求梯度，应当在 w + β·v 处",
      .replace("w̃") { $0.w - $0.β * $0.v }),
    .mistake(
      "looks-too-far", of: "g",
      "β is missing from the look ahead: the gradient is taken at w + v where w + β·v belongs",
      "前瞻时漏了 β：在 w + v 处求梯度，应当在 w + β·v 处",
      .replace("w̃") { $0.w + $0.v }),
    .mistake(
      "looks-along-gradients", of: "g",
      "the look ahead multiplies the velocity by η, w + η·β·v; the velocity contains η already",
      "前瞻时速度又乘了 η：w + η·β·v；速度中已经包含 η",
      .replace("w̃") { $0.w + $0.η * $0.β * $0.v }),
    .mistake(
      "moved-from-ahead",
      "the step starts from where the gradient was taken, w̃ + v where w + v belongs, so that the velocity counts twice",
      "从求梯度的那一点出发更新：w̃ + v，应当是 w + v；速度被计入了两次",
      .replace("w") { $0["w̃"] + $0.v }),
    .mistake(
      "moved-before-renewal",
      "the parameter is moved before v is renewed, so the step goes along the v of the step before",
      "先更新了参数，后更新 v：用的是上一步的 v",
      .replace("w") { $0.withOld("v") }),
  ]

  private static let mistakesOfVelocity: [Variant] = [
    .mistake(
      "uphill",
      "the gradient has the wrong sign: β·v + η·g where β·v − η·g belongs",
      "梯度的符号反了：β·v + η·g，应当是 β·v − η·g",
      .replace("v") { $0.β * $0.v + $0.η * $0.g }),
    .mistake(
      "against-velocity",
      "the step has the wrong sign: w − v where w + v belongs, as v points downhill already",
      "更新的符号反了：w − v，应当是 w + v，因为 v 已经指向下坡",
      .replace("w") { $0.w - $0.v }),
    .mistake(
      "no-learning-rate",
      "the learning rate η is missing from the velocity",
      "速度中漏了学习率 η",
      .replace("v") { $0.β * $0.v - $0.g }),
    .mistake(
      "learning-rate-twice",
      "the step multiplies the velocity by η, which it contains already",
      "更新时速度又乘了学习率 η，速度中已经包含它",
      .replace("w") { $0.w + $0.η * $0.v }),
    .mistake(
      "velocity-averaged",
      "the velocity is an average: (1 − β)·η·g where η·g belongs",
      "速度成了加权平均：(1 − β)·η·g，应当是 η·g",
      .replace("v") { $0.β * $0.v - (1 - $0.β) * $0.η * $0.g }),
    .mistake(
      "no-velocity",
      "nothing is kept of the velocity: −η·g where β·v − η·g belongs",
      "没有保留之前的速度：−η·g，应当是 β·v − η·g",
      .replace("v") { -($0.η * $0.g) }),
  ]

  static let dialects: [Variant] = [
    .dialect(
      "pytorch", of: "v",
      "the velocity sums gradients, v = β·v + g, and the step goes along g + β·v: PyTorch’s form; its parameters are the points w + β·v where this exercise takes the gradient",
      "速度是梯度之和 v = β·v + g，沿 g + β·v 更新：即 PyTorch 的形式；它的参数就是本题求梯度的点 w + β·v",
      by: .descent(Nesterov.self)),
    .dialect(
      "rearranged",
      "the parameter is where the gradient is taken, and moves by β·v − η·g with the new v: the form of Keras and, rearranged, of the notes of CS231n; v is the same",
      "参数就是求梯度的点，按新的 v 更新 β·v − η·g：即 Keras 以及（换一种写法的）CS231n 讲义的形式；v 相同",
      .replace("w") { $0.w + $0.β * $0.v - $0.η * $0.g }, .replace("w̃") { $0.w }),
    .dialect(
      "velocity-of-gradients",
      "the velocity sums gradients, v = β·v + g, and is multiplied by η where it moves something; w is the same as long as η is",
      "速度是梯度之和 v = β·v + g，移动参数时才乘以 η；只要 η 不变，w 相同",
      .replace("v") { $0.β * $0.v + $0.g }, .replace("w") { $0.w - $0.η * $0.v },
      .replace("w̃") { $0.w - $0.η * $0.β * $0.v }),
    .dialect(
      "velocity-uphill",
      "\(uphill); it is the other sign of v, and w is the same",
      "\(uphill)；只是 v 的符号相反，w 相同",
      velocityUphill[0], velocityUphill[1], velocityUphill[2]),
  ]
}

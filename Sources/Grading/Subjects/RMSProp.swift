import Descent
import Formulas

extension Subject {
  /// RMSProp, and what is known to go wrong with it.
  public static let rmsProp = optimizer(
    RMSProp<Traced>.self, probe: ["learning-rate": 0.1, "epsilon": 0.1],

    choices: [
      "learning-rate": [0.2, 0.3, 0.4, 0.5], "beta": [0.6, 0.7, 0.8, 0.9], "epsilon": [0.1, 0.2],
    ],
    mistakesOfRMSProp + RateMistakes.all + DescentMistakes.ofGradient
      + [DescentMistakes.ofRecording] + dialectsOfRMSProp)

  private static let mistakesOfRMSProp: [Variant] =
    [
      .mistake(
        "sum-instead-of-average",
        "s is the sum of the squared gradients, s + g², which is AdaGrad’s",
        "s 是梯度平方的和 s + g²，那是 AdaGrad",
        .replace("s") { $0.averaged { _, old, x in old + x } }),
      .mistake(
        "weight-missing",
        "the factor 1 − β is missing: β·s + g²",
        "漏了系数 1 − β：β·s + g²",
        .replace("s") { $0.averaged { β, old, x in β * old + x } }),
      .mistake(
        "beta-swapped",
        "β and 1 − β are swapped",
        "β 和 1 − β 用反了",
        .replace("s") { $0.averaged { β, old, x in (1 - β) * old + β * x } }),
      .mistake(
        "started-at-first",
        "the average starts from the first squared gradient, s₁ = g₁², where s₀ = 0 belongs",
        "平均从第一个梯度的平方开始：s₁ = g₁²，应当是 s₀ = 0",
        .replace("s") { $0.t == 1 ? .pow($0.g, 2) : $0.right }),
      .mistake(
        "bias-corrected",
        "the bias of s is corrected, s/(1 − βᵗ), as Adam does; RMSProp does not",
        "对 s 做了偏差校正：s/(1 − βᵗ)，那是 Adam 的做法，RMSProp 没有",
        .replace("η′") { $0.right.replacing("s", by: $0.s / (1 - .pow($0.β, $0.t))) }),
    ] + DescentMistakes.ofSquare("averages", zh: "平均")

  private static let dialectsOfRMSProp: [Variant] = [
    .dialect(
      "epsilon-inside",
      "ε is inside of the root, √(s + ε), as in TensorFlow, in Keras and in the notes of CS231n",
      "ε 在根号之内：√(s + ε)，如 TensorFlow、Keras 和 CS231n 讲义",
      .replace("η′", by: DescentMistakes.epsilonInside)),
    .dialect(
      "started-at-one",
      "s starts at 1, as in rmsprop of HIPS autograd, where PyTorch and the course start at 0",
      "s 从 1 开始，如 HIPS autograd 的 rmsprop；PyTorch 和课程从 0 开始",
      .start("s", at: 1)),
    .dialect(
      "tensorflow-1",
      "s starts at 1 and ε is inside of the root, √(s + ε), as in TensorFlow 1 and in RMSpropTF of timm",
      "s 从 1 开始，且 ε 在根号之内：√(s + ε)，如 TensorFlow 1 和 timm 的 RMSpropTF",
      .start("s", at: 1), .replace("η′", by: DescentMistakes.epsilonInside)),
    .dialect(
      "centered", of: "η′",
      "the root is that of s − m², the variance, with m the average of the gradients: PyTorch’s centered=True (Graves 2013)",
      "根号之内是 s − m²，即方差，m 是梯度的加权平均：PyTorch 的 centered=True（Graves 2013）",
      by: .descent(CenteredRMSProp.self)),
  ]
}

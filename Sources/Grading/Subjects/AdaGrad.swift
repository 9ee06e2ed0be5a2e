import Descent
import Formulas

extension Subject {
  /// AdaGrad, and what is known to go wrong with it.
  public static let adaGrad = optimizer(
    AdaGrad<Traced>.self, probe: ["learning-rate": 0.1, "epsilon": 0.1],

    choices: ["learning-rate": [0.2, 0.3, 0.4, 0.5], "epsilon": [0.1, 0.2]],
    mistakesOfAdaGrad + dialectsOfAdaGrad)

  private static let mistakesOfAdaGrad =
    DescentMistakes.ofSquare("sums", zh: "累加") + [
      .mistake(
        "average-instead-of-sum",
        "s is the mean of the squared gradients where their sum belongs",
        "s 是梯度平方的平均，应当是它们的和",
        .replace("s") { $0.mean(of: $0.right.operands[1], after: $0.right.operands[0]) })
    ] + RateMistakes.all + DescentMistakes.ofGradient + [DescentMistakes.ofRecording]

  private static let dialectsOfAdaGrad: [Variant] = [
    .dialect(
      "epsilon-inside",
      "ε is inside of the root, √(s + ε), as in the notes of CS231n and in “Dive into Deep Learning”",
      "ε 在根号之内：√(s + ε)，如 CS231n 讲义和《动手学深度学习》",
      .replace("η′", by: DescentMistakes.epsilonInside)),
    .dialect(
      "started-above-zero",
      "s starts at 0.1, the default of TensorFlow’s Adagrad up to version 2.10, where PyTorch and the course start at 0",
      "s 从 0.1 开始，即 TensorFlow 2.10 及以前的 Adagrad 的默认值；PyTorch 和课程从 0 开始",
      .start("s", at: 0.1)),
    .dialect(
      "keras",
      "s starts at 0.1 and ε is inside of the root, √(s + ε), as in Keras 3",
      "s 从 0.1 开始，且 ε 在根号之内：√(s + ε)，如 Keras 3",
      .start("s", at: 0.1), .replace("η′", by: DescentMistakes.epsilonInside)),
  ]
}

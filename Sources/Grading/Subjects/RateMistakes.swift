import Formulas

/// What goes wrong with the effective rate η′ = η/(√s + ε) of AdaGrad and RMSProp, and with what is done with it.
enum RateMistakes {
  static let all: [Variant] = [
    .mistake(
      "root-missing",
      "the rate is divided by s + ε: the root is missing",
      "学习率除以了 s + ε：漏了开方",
      .replace("η′", by: DescentMistakes.rootMissing)),
    DescentMistakes.epsilonMissing(from: "η′"),
    .mistake(
      "rate-overwritten",
      "the divided rate is written back into η, so that each step divides what the step before has left of it; where the course writes η = η/(√s + σ), the left side is another η′",
      "除过的学习率写回了 η，下一步在它的基础上再除；课程写 η = η/(√s + σ)，左边其实是另一个 η′",
      .replace("η′") { $0.right.replacing("η", by: $0.before("η′") ?? $0.η) }),
    .mistake(
      "rate-before-squares",
      "the rate is calculated before s takes in the new gradient",
      "s 还没有计入新的梯度就计算了学习率",
      .replace("η′") { $0.withOld("s") }),
    .mistake(
      "rate-unused",
      "the step uses η itself, as in plain gradient descent, where η′ belongs",
      "更新时用了 η 本身，成了普通的梯度下降，应当用 η′",
      .replace("w") { $0.right.replacing("η′", by: $0.η) }),
    DescentMistakes.uphill,
    DescentMistakes.noLearningRate(.replace("η′") { $0.right.without("η") }),
    DescentMistakes.learningRateTwice(
      .replace("w") { $0.right.replacing("η′", by: $0.η * $0["η′"]) }),
    .mistake(
      "squares-forgotten",
      "nothing is remembered: s is g², so that only the sign of the gradient is left",
      "没有保留历史：s 就是 g²，只剩下梯度的符号",
      .replace("s") { .pow($0.g, 2) }),
  ]
}

import Formulas

/// What AdaGrad and RMSProp have in common: a rate of its own for each parameter, η′ = η/(√s + ε).
extension Recipe {
  /// An optimizer that remembers squared gradients.
  static func scaling(by s: @escaping Formula) -> Recipe {
    Recipe(
      from: ["s": 0],
      [
        ("s", s),
        ("η′", { $0.η / (.sqrt($0.s) + $0.ε) }),
        ("w", { $0.w - $0.effectiveRate * $0.g }),
      ])
  }

  /// The same with ε inside of the root.
  var withEpsilonInside: Recipe { replacing("η′") { $0.η / .sqrt($0.s + $0.ε) } }

  /// Mistakes in the effective rate and what is done with it.
  var rateMistakes: [Variant] {
    [
      .mistake(
        "root-missing", "η′",
        en: "the rate is divided by s + ε: the root is missing",
        zh: "学习率除以了 s + ε：漏了开方",
        replacing("η′") { $0.η / ($0.s + $0.ε) }),
      .mistake(
        "epsilon-missing", "η′",
        en: "ε is missing",
        zh: "漏了 ε",
        replacing("η′") { $0.η / .sqrt($0.s) }),
      .mistake(
        "rate-overwritten", "η′",
        en:
          "the divided rate is written back into η, so that each step divides what the step before has left of it; where the course writes η = η/(√s + σ), the left side is another η′",
        zh: "除过的学习率写回了 η，下一步在它的基础上再除；课程写 η = η/(√s + σ)，左边其实是另一个 η′",
        replacing("η′") { ($0.t == 1 ? $0.η : $0.effectiveRate) / (.sqrt($0.s) + $0.ε) }),
      .mistake(
        "rate-before-squares", "η′",
        en: "the rate is calculated before s takes in the new gradient",
        zh: "s 还没有计入新的梯度就计算了学习率",
        moving("η′", before: "s")),
      .mistake(
        "rate-unused", "w",
        en: "the step uses η itself, as in plain gradient descent, where η′ belongs",
        zh: "更新时用了 η 本身，成了普通的梯度下降，应当用 η′",
        replacing("w") { $0.w - $0.η * $0.g }),
      .mistake(
        "uphill", "w",
        en: "the step has the wrong sign: it is added where it is to be subtracted",
        zh: "更新的符号反了：应当减去，却加上了",
        replacing("w") { $0.w + $0.effectiveRate * $0.g }),
      .mistake(
        "no-learning-rate", "η′",
        en: "the learning rate η is missing from the step",
        zh: "更新时漏了学习率 η",
        replacing("η′") { 1 / (.sqrt($0.s) + $0.ε) }),
      .mistake(
        "learning-rate-twice", "w",
        en: "the learning rate η is applied twice",
        zh: "学习率 η 乘了两次",
        replacing("w") { $0.w - $0.η * $0.effectiveRate * $0.g }),
      .mistake(
        "squares-forgotten", "s",
        en: "nothing is remembered: s is g², so that only the sign of the gradient is left",
        zh: "没有保留历史：s 就是 g²，只剩下梯度的符号",
        replacing("s") { .pow($0.g, 2) }),
    ]
  }
}

extension Values {
  /// η′, a name that Swift does not take.
  var effectiveRate: Traced { self["η′"] }
}

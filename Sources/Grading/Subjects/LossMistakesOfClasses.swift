import Formulas
import Networks

/// The variants of the losses that choose one of several classes.
extension LossMistakes {
  static let ofCrossEntropy: [Variant] = [
    .mistake(
      "ce-wrong-axis",
      "softmax runs over the samples where it must run over the classes",
      "softmax 的轴弄错了：沿样本求和，应当沿类别求和",
      .scores("p") { scope, k in
        let samples = 1...scope.assignment.list("classes").count
        let column = samples.map { Traced(Array(scope.assignment.scores(of: $0))[k - 1]) }
        return Softmax(column).probabilities[scope.step.number - 1]
      }, logOfProbability),
    .mistake(
      "ce-without-softmax",
      "the loss is minus the score of the right class: softmax is missing, as where PyTorch’s NLLLoss is given scores",
      "损失成了正确类别得分的相反数：漏了 softmax，例如把得分直接交给了 PyTorch 的 NLLLoss",
      .replace("ce") { -$0.of("x", $0.rightClass) }),
    .mistake(
      "ce-softmax-twice",
      "softmax is applied twice, as where PyTorch’s CrossEntropyLoss is given probabilities",
      "softmax 做了两次，例如把概率交给了 PyTorch 的 CrossEntropyLoss",
      .replace("ce") { Softmax($0.row("p")).crossEntropy(right: $0.rightClass - 1) },
      .scores("dce") { scope, k in
        let p = scope.row("p")
        let δ = zip(Softmax(p).probabilities, scope.row("t")).map { $0 - $1 }
        return p[k - 1] * (δ[k - 1] - total(zip(p, δ).map { $0 * $1 }))
      }),
    .mistake(
      "ce-minus-forgotten",
      "the cross-entropy is ln p: the minus is missing",
      "交叉熵成了 ln p：漏了负号",
      .replace("ce") { -$0.right }),
    .mistake(
      "ce-log10",
      "the logarithm of the cross-entropy is that to the base 10",
      "交叉熵用了以 10 为底的对数",
      .replace("ce") { $0.right / .log(10) }),
    .mistake(
      "ce-log2",
      "the logarithm of the cross-entropy is that to the base 2",
      "交叉熵用了以 2 为底的对数",
      .replace("ce") { $0.right / .log(2) }),
    .mistake(
      "ce-averaged-over-classes",
      "the cross-entropy is divided by the number of classes: it has one term for a sample, not one for each class",
      "交叉熵除以了类别数：每个样本只有一项，不是每个类别一项",
      .replace("ce") { $0.perScore($0.right) },
      .scores("dce") { scope, _ in scope.perScore(scope.right) }),
    .mistake(
      "ce-gradient-averaged-over-classes",
      "the gradient of the cross-entropy is divided by the number of classes, though the loss is not",
      "交叉熵的梯度除以了类别数，损失却没有",
      .scores("dce") { scope, _ in scope.perScore(scope.right) }),
    .mistake(
      "ce-of-all-classes",
      "the cross-entropy adds up −ln p of all classes, not of the right one alone",
      "交叉熵把所有类别的 −ln p 都加了起来，应当只取正确的类别",
      .replace("ce") { scope in -total(scope.row("p").map { .log($0) }) }),
    .mistake(
      "ce-gradient-reversed",
      "the gradient of the cross-entropy is t − p where p − t belongs",
      "交叉熵的梯度写成了 t − p，应当是 p − t",
      .scores("dce") { scope, _ in -scope.right }),
    .mistake(
      "ce-target-not-subtracted",
      "the gradient of the cross-entropy is p: the 1 of the right class is not subtracted",
      "交叉熵的梯度成了 p：正确类别没有减 1",
      .scores("dce") { scope, k in scope.of("p", k) }),
    .mistake(
      "ce-slope-multiplied",
      "p − t is multiplied by p·(1 − p), which cross-entropy has already taken in",
      "p − t 又乘了 p·(1 − p)；交叉熵的导数里这一项已经抵消",
      .scores("dce") { scope, k in
        let p = scope.of("p", k)
        return scope.right * p * (1 - p)
      }),
  ]

  static let ofHinge: [Variant] = [
    .mistake(
      "hinge-right-class-too",
      "the right class is counted too: the hinge loss is larger by the margin",
      "把正确类别也算了进去：合页损失多了一个间隔",
      .scores("h") { scope, k in k == scope.rightClass ? scope.Δ : scope.right },
      .replace("hinge") { $0.right + $0.Δ }),
    .mistake(
      "hinge-without-margin",
      "the margin is missing from the hinge loss",
      "合页损失漏了间隔",
      .violations { scope, k in .maximum(0, scope.excess(k)) }),
    .mistake(
      "hinge-margin-subtracted",
      "the margin is subtracted where it is to be added: a wrong class may lead by it",
      "间隔应当加上，却减去了：错误类别领先一个间隔也不计损失",
      .violations { scope, k in .maximum(0, scope.excess(k) - scope.Δ) }),
    .mistake(
      "hinge-reversed",
      "the difference is the wrong way round, the right score less the wrong one: being right costs",
      "差写反了，成了正确得分减错误得分：分对了反而有损失",
      .violations { scope, k in .maximum(0, scope.Δ - scope.excess(k)) },
      .scores("dhinge") { scope, _ in -scope.right }),
    .mistake(
      "hinge-without-maximum",
      "differences below 0 are counted too: the maximum with 0 is missing",
      "小于 0 的差也计入了：漏了与 0 取最大值",
      .violations { scope, k in scope.excess(k) + scope.Δ }),
    .mistake(
      "hinge-squared",
      "the hinge loss is squared, which is another loss",
      "合页损失取了平方，那是另一种损失",
      .replace("hinge") { scope in
        total(scope.wrongClasses.map { .pow(scope.of("h", $0), 2) })
      },
      .scores("dhinge") { scope, k in
        scope.slope(k) { 2 * scope.of("h", $0) }
      }),
    .mistake(
      "hinge-right-slope-is-one",
      "the right class has the slope −1, however many classes miss the margin: it has −1 for each of them",
      "正确类别的导数总是 −1：每有一个类别没有满足间隔，就应当有一个 −1",
      .replaceRight { -.positive($0.hinge) }),
    .mistake(
      "hinge-right-without-slope",
      "the right class has no gradient, though its score is in each term",
      "正确类别没有梯度，可是每一项里都有它的得分",
      .replaceRight { _ in 0 }),
    .mistake(
      "hinge-slope-of-all",
      "classes that keep the margin have a gradient too",
      "满足间隔的类别也有了梯度",
      .scores("dhinge") { scope, k in scope.slope(k) { _ in 1 } }),
    .mistake(
      "hinge-gradient-reversed",
      "the gradient of the hinge loss has the wrong sign",
      "合页损失的梯度符号反了",
      .scores("dhinge") { scope, _ in -scope.right }),
  ]

  static let dialectsOfHinge: [Variant] = [
    .dialect(
      "hinge-averaged",
      "the hinge loss and its gradient are divided by the number of classes, as in PyTorch’s MultiMarginLoss",
      "合页损失及其梯度除以了类别数，如 PyTorch 的 MultiMarginLoss",
      .replace("hinge") { $0.perScore($0.right) },
      .scores("dhinge") { scope, _ in scope.perScore(scope.right) }),
    .dialect(
      "hinge-largest-only",
      "only the class that misses the margin most counts, in the form of Crammer and Singer (2001)",
      "只计违反间隔最多的那个类别，即 Crammer 和 Singer（2001）的写法",
      .replace("hinge") { scope in scope.largestViolation },
      .scores("dhinge") { scope, k in
        let largest = scope.largestViolation
        return scope.slope(k) {
          let h = scope.of("h", $0)
          return h.value == largest.value ? .positive(h) : 0
        }
      }),
  ]
}

extension Edit {
  /// By how much the margin to a wrong class is missed, as it is calculated.
  fileprivate static func violations(
    by formula: @escaping @Sendable (Scope, _ k: Int) -> Traced
  ) -> Edit {
    .scores("h") { scope, k in k == scope.rightClass ? scope.right : formula(scope, k) }
  }

  /// What the derivative of the hinge loss by the right score is calculated as.
  fileprivate static func replaceRight(by formula: @escaping Formula) -> Edit {
    .scores("dhinge") { scope, k in k == scope.rightClass ? formula(scope) : scope.right }
  }
}

extension Scope {
  /// By how much the score of a class is above the right one.
  fileprivate func excess(_ k: Int) -> Traced { of("x", k) - of("x", rightClass) }

  /// The derivative by a score where each wrong class has a slope of its own, and the right one minus their sum.
  fileprivate func slope(_ k: Int, _ ofWrong: (Int) -> Traced) -> Traced {
    k == rightClass ? -LossMistakes.total(wrongClasses.map(ofWrong)) : ofWrong(k)
  }

  fileprivate var largestViolation: Traced {
    let h = wrongClasses.map { of("h", $0) }
    return h.dropFirst().reduce(h[0]) { .maximum($0, $1) }
  }
}

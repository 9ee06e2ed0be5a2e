import Formulas
import Networks

/// The known variants of softmax regression.
enum SoftmaxMistakes {
  static let all = ofSoftmax + ofLoss + ofGradient + ofUpdate + dialects

  private static let ofSoftmax: [Variant] = [
    .mistake(
      "weights-transposed", of: "w12",
      "the weights were read input after input, where they are given class after class: the matrix is transposed",
      "权重按输入依次读入，而题目按类别依次给出：矩阵成了转置",
      .exercise {
        let (weights, shape) = ($0.list("weights"), $0.softmaxShape)
        $0.numbers["weights"] = weights.indices.map {
          weights[$0 % shape.inputs * shape.classes + $0 / shape.inputs]
        }
      }),
    .mistake(
      "wrong-axis",
      "softmax runs over the samples where it must run over the classes: the probabilities of a class, not those of a sample, add up to 1",
      "softmax 的轴弄错了：沿样本求和，应当沿类别求和；这样是每个类别（而不是每个样本）的概率之和为 1",
      .each("p") { scope, n, k in
        let column = (1...scope.assignment.softmaxShape.samples).map { scope.of("z", $0, k) }
        return Softmax(column).probabilities[n - 1]
      }, lossOfProbability),
    .mistake(
      "normalised-by-largest",
      "the exponentials are divided by the largest of them where their sum belongs",
      "指数除以了其中最大的一个，应当除以它们的和",
      .each("p") { scope, n, _ in
        scope.right.operands[0]
          / scope.row("e", n).dropFirst().reduce(scope.of("e", n, 1)) { .maximum($0, $1) }
      }, lossOfProbability),
    .mistake(
      "exp-forgotten",
      "the scores themselves are divided by their sum: exp is missing",
      "直接用得分除以得分之和：漏了 exp",
      .each("p") { scope, n, k in scope.of("z", n, k) / total(scope.row("z", n)) },
      lossOfProbability),
    .mistake(
      "base-two",
      "the exponentials are powers of 2 where e is the base",
      "指数的底用了 2，应当用 e",
      .each("e") { scope, _, _ in .pow(2, scope.right.operands[0]) }, lossOfProbability),
    .mistake(
      "sigmoid",
      "each score goes through the sigmoid by itself: the probabilities do not add up to 1",
      "每个得分各自取 sigmoid：概率之和不是 1",
      .each("p") { scope, n, k in .sigmoid(scope.of("z", n, k)) }, lossOfProbability),
    .mistake(
      "shifted-below-only",
      "the largest score is subtracted in the sum of the exponentials, but not in the numerator",
      "只在分母的指数和里减去了最大得分，分子没有减",
      .each("p") { scope, n, k in .exp(scope.of("z", n, k)) / scope.right.operands[1] },
      lossOfProbability),
    .mistake(
      "bias-not-added",
      "the biases are missing from the scores",
      "得分里漏了偏置",
      .each("z") { scope, _, _ in scope.right.operands[0] }),
    .mistake(
      "softmax-twice", of: "L1",
      "softmax is applied twice, as where PyTorch’s CrossEntropyLoss is given probabilities",
      "softmax 做了两次，例如把概率交给了 PyTorch 的 CrossEntropyLoss",
      .losses { scope, n, y in Softmax(scope.row("p", n)).loss(right: y - 1) },
      .each("dz") { scope, n, k in
        let p = scope.row("p", n)
        let δ = zip(Softmax(p).probabilities, scope.row("y", n)).map { $0 - $1 }
        let inner = total(zip(p, δ).map { $0 * $1 })
        return scope.averaged(p[k - 1] * (δ[k - 1] - inner))
      }),
  ]

  private static let ofLoss: [Variant] = [
    .mistake(
      "log10",
      "the logarithm of the loss is that to the base 10 where the natural one belongs",
      "损失用了以 10 为底的对数，应当用自然对数",
      .losses { scope, _, _ in scope.right / .log(10) }),
    .mistake(
      "log2",
      "the logarithm of the loss is that to the base 2 where the natural one belongs",
      "损失用了以 2 为底的对数，应当用自然对数",
      .losses { scope, _, _ in scope.right / .log(2) }),
    .mistake(
      "minus-forgotten",
      "the loss is ln p: the minus is missing",
      "损失成了 ln p：漏了负号",
      .losses { scope, _, _ in -scope.right }),
    .mistake(
      "probability-as-loss",
      "the loss is 1 − p: the logarithm is missing",
      "损失成了 1 − p：漏了对数",
      .losses { scope, n, y in 1 - scope.of("p", n, y) }),
    .mistake(
      "loss-of-all-classes",
      "the loss adds up −ln p of all classes, not of the right one alone",
      "损失把所有类别的 −ln p 都加了起来，应当只取正确的类别",
      .losses { scope, n, _ in -total(scope.row("p", n).map { .log($0) }) }),
    .mistake(
      "squared-error",
      "the loss is the squared error of the probabilities, not the cross-entropy",
      "损失用了概率的平方误差，应当用交叉熵",
      .losses { scope, n, _ in
        total(zip(scope.row("p", n), scope.row("y", n)).map { .pow($0 - $1, 2) })
      }),
    .mistake(
      "loss-summed",
      "the loss is the sum over the samples where their mean belongs; the gradient is that of the mean",
      "损失对样本求了和，应当取平均；梯度仍是平均损失的梯度",
      .replace("L") { $0.right.operands[0] }),
    .mistake(
      "loss-and-gradient-summed",
      "loss and gradient are sums over the samples where means belong, as with PyTorch’s reduction='sum'",
      "损失和梯度都对样本求了和，应当取平均，如 PyTorch 的 reduction='sum'",
      .replace("L") { $0.right.operands[0] }, .each("dz") { scope, _, _ in scope.right.operands[0] }
    ),
  ]

  private static let ofGradient: [Variant] = [
    .mistake(
      "gradient-not-averaged",
      "the gradient is not divided by the number of samples, though the loss is their mean",
      "损失取了平均，梯度却没有除以样本数",
      .each("dz") { scope, _, _ in scope.right.operands[0] }),
    .mistake(
      "gradient-reversed",
      "the gradient is y − p where p − y belongs, and is still subtracted: the loss grows",
      "梯度写成了 y − p，应当是 p − y；更新时仍然相减，损失反而上升",
      reversed),
    .mistake(
      "target-not-subtracted",
      "the gradient is p: the 1 of the right class is not subtracted",
      "梯度成了 p：正确类别没有减 1",
      .each("dz") { scope, n, k in scope.averaged(scope.of("p", n, k)) }),
    .mistake(
      "right-class-only",
      "only the right class has a gradient, p − 1; the others have 0 where p belongs",
      "只有正确类别有梯度 p − 1，其余类别成了 0，应当是 p",
      .each("dz") { scope, n, k in scope.of("y", n, k) * scope.right }),
    .mistake(
      "slope-of-probability",
      "the gradient is p·(1 − p), the derivative of a probability, not of the loss",
      "梯度写成了 p·(1 − p)，那是概率的导数，不是损失的导数",
      .each("dz") { scope, n, k in
        let p = scope.of("p", n, k)
        return scope.averaged(p * (1 - p))
      }),
    .mistake(
      "slope-multiplied",
      "p − y is multiplied by p·(1 − p), which cross-entropy has already taken in",
      "p − y 又乘了 p·(1 − p)；交叉熵的导数里这一项已经抵消",
      .each("dz") { scope, n, k in
        let p = scope.of("p", n, k)
        return scope.right * p * (1 - p)
      }),
    .mistake(
      "score-minus-target",
      "the gradient is z − y, of the scores, where p − y belongs",
      "梯度写成了 z − y，用的是得分，应当是 p − y",
      .each("dz") { scope, n, k in scope.averaged(scope.of("z", n, k) - scope.of("y", n, k)) }),
    .mistake(
      "gradient-averaged-twice",
      "the derivatives by weights and biases are divided by the number of samples once more",
      "权重和偏置的导数又除了一次样本数",
      .each("dw") { scope, _, _ in scope.averaged(scope.right) },
      .biases { scope in scope.averaged(scope.right) }),
  ]

  private static let ofUpdate: [Variant] = [
    .mistake(
      "uphill",
      "the step is added where it is to be subtracted",
      "更新时加上了梯度，应当减去",
      .each("w") { scope, _, _ in scope.uphill }, .quantities(biases) { $0.uphill }),
    .mistake(
      "biases-not-updated", of: "b1",
      "the biases are not updated",
      "偏置没有更新",
      .quantities(biases) { $0.right.operands[0] }),
    .mistake(
      "no-learning-rate", of: "w11",
      "the learning rate is missing from the step",
      "更新时漏了学习率",
      .constant("η") { _ in 1 }),
  ]

  private static let dialects: [Variant] = [
    .dialect(
      "unshifted",
      "the largest score is not subtracted: the same probabilities, but a score above 709 overflows, and ∞/∞ is NaN",
      "没有减去最大的得分：概率相同，但得分超过 709 就会溢出，∞/∞ 得到 NaN",
      .each("s") { scope, _, _ in scope.right.operands[0] }),
    .dialect(
      "shifted-by-mean",
      "the mean of the scores is subtracted where the largest is: the same probabilities, but large scores can still overflow",
      "减去的是得分的平均值，不是最大值：概率相同，但很大的得分仍可能溢出",
      .each("s") { scope, n, _ in
        let z = scope.row("z", n)
        return scope.right.operands[0] - total(z) / Traced(Double(z.count))
      }),
    .dialect(
      "log-of-probability", of: "L1",
      "the loss is the logarithm of the probability itself: the same number, but infinite where the probability is so small that it becomes 0",
      "损失直接取概率的对数：数值相同，但概率小到成为 0 时损失是无穷大",
      lossOfProbability),
    .dialect(
      "delta-rule",
      "all derivatives have the opposite sign, y − p, and the step adds them",
      "所有导数都取了相反的符号 y − p，更新时相加",
      reversed, .each("w") { scope, _, _ in scope.uphill }, .quantities(biases) { $0.uphill }),
  ]

  /// The loss as −ln p, so that it follows from what was made of p.
  private static let lossOfProbability = Edit.losses { scope, n, y in -.log(scope.of("p", n, y)) }

  private static let reversed = Edit.each("dz") { scope, n, k in
    scope.averaged(scope.of("y", n, k) - scope.of("p", n, k))
  }

  fileprivate static let biases = (1...9).map { Symbol("b\($0)") }

  private static func total(_ terms: [Traced]) -> Traced { terms.dropFirst().reduce(terms[0], +) }
}

extension Edit {
  /// What a quantity of each sample and class is calculated as, both counted from 1; or of each class and input.
  fileprivate static func each(
    _ letter: String, by formula: @escaping @Sendable (Scope, _ n: Int, _ k: Int) -> Traced
  ) -> Edit {
    .quantities(
      (1...9).flatMap { n in (1...9).map { Symbol("\(letter)\(n)\($0)") } }
    ) { scope in
      let digits = scope.symbol.index.compactMap(\.wholeNumberValue)
      return formula(scope, digits[0], digits[1])
    }
  }

  /// What the loss of each sample, whose right class is y, is calculated as.
  fileprivate static func losses(
    by formula: @escaping @Sendable (Scope, _ n: Int, _ y: Int) -> Traced
  ) -> Edit {
    .quantities((1...9).map { Symbol("L\($0)") }) { scope in
      let n = Int(scope.symbol.index) ?? 1
      return formula(scope, n, Int(scope.assignment.list("classes")[n - 1]))
    }
  }

  /// What the derivative by each bias is calculated as.
  fileprivate static func biases(by formula: @escaping Formula) -> Edit {
    .quantities((1...9).map { Symbol("db\($0)") }, formula)
  }
}

extension Scope {
  /// A quantity of a sample and a class.
  fileprivate func of(_ letter: String, _ n: Int, _ k: Int) -> Traced {
    self[Symbol("\(letter)\(n)\(k)")]
  }

  /// The quantities of a sample, a class after the other.
  fileprivate func row(_ letter: String, _ n: Int) -> [Traced] {
    (1...assignment.softmaxShape.classes).map { of(letter, n, $0) }
  }

  fileprivate func averaged(_ sum: Traced) -> Traced {
    sum / Traced(Double(assignment.softmaxShape.samples))
  }

  /// The step with the other sign.
  fileprivate var uphill: Traced { right.operands[0] + right.operands[1] }
}

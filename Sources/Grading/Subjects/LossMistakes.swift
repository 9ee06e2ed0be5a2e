import Formulas
import Networks

/// The known variants of the losses; those of cross-entropy and hinge stand in files of their own.
enum LossMistakes {
  static let all =
    ofSquares + ofBinary + ofCrossEntropy + ofHinge + dialectsOfSquares + dialectsOfEntropy
    + dialectsOfHinge

  private static let ofSquares: [Variant] = [
    .mistake(
      "mse-summed",
      "the squared error is summed over the scores where it is to be averaged",
      "平方误差求了和，应当取平均",
      .replace("mse") { $0.right.operands[0] },
      .scores("dmse") { scope, _ in scope.right.operands[0] }),
    .mistake(
      "mse-gradient-not-averaged",
      "the gradient of the squared error is not divided by the number of scores, though the loss is their mean",
      "均方误差取了平均，梯度却没有除以个数",
      .scores("dmse") { scope, _ in scope.right.operands[0] }),
    .mistake(
      "mse-gradient-without-two",
      "the gradient of the squared error lacks the factor 2, though the loss has no ½",
      "均方误差前没有 ½，梯度却漏了系数 2",
      .scores("dmse") { scope, _ in scope.right / 2 }),
    .mistake(
      "mse-gradient-reversed",
      "the gradient of the squared error is that of target minus score: its sign is wrong",
      "均方误差的梯度写成了目标减得分：符号反了",
      .scores("dmse") { scope, _ in -scope.right }),
    .mistake(
      "mse-absolute",
      "the errors are not squared: the loss is their mean absolute value",
      "误差没有平方：成了平均绝对误差",
      .replace("mse") { scope in
        mean(zip(scope.row("x"), scope.row("t")).map { ($0 - $1).magnitude })
      }
    ),
    .mistake(
      "mse-root",
      "the root of the mean squared error is taken",
      "对均方误差开了方",
      .replace("mse") { .sqrt($0.right) }),
    .mistake(
      "mse-divided-by-less",
      "the squared errors are divided by one less than their number, as if for a variance",
      "平方误差除以了个数减 1，像求样本方差那样",
      .replace("mse") { $0.right.operands[0] / ($0.right.operands[1] - 1) },
      .scores("dmse") { scope, _ in scope.right.operands[0] / (scope.right.operands[1] - 1) }),
    .mistake(
      "mse-of-sigmoid",
      "the squared error is that of the sigmoids of the scores, not of the scores",
      "均方误差用了得分的 sigmoid，应当直接用得分",
      .replace("mse") { scope in
        mean(zip(scope.row("x"), scope.row("t")).map { .pow(.sigmoid($0) - $1, 2) })
      },
      .scores("dmse") { scope, k in
        let q = Traced.sigmoid(scope.of("x", k))
        return scope.perScore(2 * (q - scope.of("t", k)) * q * (1 - q))
      }),
  ]

  private static let ofBinary: [Variant] = [
    .mistake(
      "bce-summed",
      "the binary cross-entropy is summed over the scores where it is to be averaged",
      "二元交叉熵求了和，应当取平均",
      .replace("bce") { $0.right.operands[0] },
      .scores("dbce") { scope, _ in scope.right.operands[0] }),
    .mistake(
      "bce-gradient-not-averaged",
      "the gradient of the binary cross-entropy is not divided by the number of scores, though the loss is their mean",
      "二元交叉熵取了平均，梯度却没有除以个数",
      .scores("dbce") { scope, _ in scope.right.operands[0] }),
    .mistake(
      "bce-second-term-missing",
      "the binary cross-entropy lacks (1 − t)·ln(1 − q): wrong classes cost nothing",
      "二元交叉熵漏了 (1 − t)·ln(1 − q)：错误类别不计损失",
      .replace("bce") { scope in mean(zip(scope.row("q"), scope.row("t")).map { -($1 * .log($0)) })
      }
    ),
    .mistake(
      "bce-minus-forgotten",
      "the binary cross-entropy has no minus",
      "二元交叉熵漏了负号",
      .replace("bce") { -$0.right }),
    .mistake(
      "bce-log10",
      "the logarithms of the binary cross-entropy are those to the base 10",
      "二元交叉熵用了以 10 为底的对数",
      .replace("bce") { $0.right / .log(10) }),
    .mistake(
      "bce-without-sigmoid",
      "the logarithms of the binary cross-entropy are of the scores themselves: the sigmoid is missing, and outside of 0 to 1 that is no number",
      "二元交叉熵直接对得分取对数：漏了 sigmoid，得分不在 0 与 1 之间时结果不是数",
      .replace("bce") { scope in entropy(of: scope.row("x"), scope.row("t")) }),
    .mistake(
      "bce-sigmoid-twice",
      "the sigmoid is applied twice, as where PyTorch’s BCEWithLogitsLoss is given probabilities",
      "sigmoid 做了两次，例如把概率交给了 PyTorch 的 BCEWithLogitsLoss",
      .replace("bce") { scope in
        entropy(of: scope.row("q").map { .sigmoid($0) }, scope.row("t"))
      },
      .scores("dbce") { scope, k in
        let q = scope.of("q", k)
        return scope.perScore((.sigmoid(q) - scope.of("t", k)) * q * (1 - q))
      }),
    .mistake(
      "bce-slope-multiplied",
      "q − t is multiplied by q·(1 − q), which cross-entropy has already taken in",
      "q − t 又乘了 q·(1 − q)；交叉熵的导数里这一项已经抵消",
      .scores("dbce") { scope, k in
        let q = scope.of("q", k)
        return scope.right * q * (1 - q)
      }),
    .mistake(
      "bce-gradient-reversed",
      "the gradient of the binary cross-entropy is t − q where q − t belongs",
      "二元交叉熵的梯度写成了 t − q，应当是 q − t",
      .scores("dbce") { scope, _ in -scope.right }),
  ]

  private static let dialectsOfSquares: [Variant] = [
    .dialect(
      "mse-half-mean",
      "half of the mean squared error, whose gradient has no 2, as in Andrew Ng’s course",
      "均方误差前带 ½，梯度中没有 2，如吴恩达的课程",
      .replace("mse") { $0.right / 2 }, .scores("dmse") { scope, _ in scope.right / 2 }),
    .dialect(
      "mse-half-sum",
      "half of the sum of the squared errors, with the gradient x − t, as in section 3.2 of the course",
      "平方误差之和的一半，梯度为 x − t，如课程 3.2 节",
      .replace("mse") { $0.right.operands[0] / 2 },
      .scores("dmse") { scope, _ in scope.right.operands[0] / 2 }),
  ]

  private static let dialectsOfEntropy: [Variant] = [
    .dialect(
      "bce-of-probability",
      "the logarithms are those of q and 1 − q themselves: the same number, but infinite or none where these become 0",
      "直接对 q 和 1 − q 取对数：数值相同，但它们成为 0 时结果是无穷大或不是数",
      .replace("bce") { scope in entropy(of: scope.row("q"), scope.row("t")) }),
    .dialect(
      "ce-of-probability",
      "the loss is the logarithm of the probability itself: the same number, but infinite where the probability becomes 0",
      "损失直接取概率的对数：数值相同，但概率成为 0 时损失是无穷大",
      logOfProbability),
    .dialect(
      "unshifted", of: "s1",
      "the largest score is not subtracted: the same probabilities, but a score above 709 overflows, and ∞/∞ is NaN",
      "没有减去最大的得分：概率相同，但得分超过 709 就会溢出，∞/∞ 得到 NaN",
      .scores("s") { scope, _ in scope.right.operands[0] }),
  ]

  /// −ln p of the right class, so that it follows from what was made of p.
  static let logOfProbability = Edit.replace("ce") { -.log($0.of("p", $0.rightClass)) }

  /// The mean binary cross-entropy of probabilities.
  private static func entropy(of q: [Traced], _ t: [Traced]) -> Traced {
    mean(zip(q, t).map { -($1 * .log($0) + (1 - $1) * .log(1 - $0)) })
  }

  static func total(_ terms: [Traced]) -> Traced { terms.dropFirst().reduce(terms[0], +) }

  private static func mean(_ terms: [Traced]) -> Traced {
    total(terms) / Traced(Double(terms.count))
  }
}

extension Edit {
  /// What a quantity of each score is calculated as, by its number from 1.
  static func scores(
    _ letter: String, by formula: @escaping @Sendable (Scope, _ k: Int) -> Traced
  ) -> Edit {
    .quantities((1...9).map { Symbol("\(letter)\($0)") }) { scope in
      formula(scope, Int(scope.symbol.index) ?? 1)
    }
  }
}

extension Scope {
  /// A quantity of a score.
  func of(_ letter: String, _ k: Int) -> Traced { self[Symbol("\(letter)\(k)")] }

  /// A quantity of all scores.
  func row(_ letter: String) -> [Traced] { (1...assignment.scoreCount).map { of(letter, $0) } }

  /// Which class is right, from 1.
  var rightClass: Int { Int(assignment.list("classes")[step.number - 1]) }

  /// The numbers of the wrong classes, from 1.
  var wrongClasses: [Int] { (1...assignment.scoreCount).filter { $0 != rightClass } }

  /// A sum divided by the number of scores.
  func perScore(_ sum: Traced) -> Traced { sum / Traced(Double(assignment.scoreCount)) }
}

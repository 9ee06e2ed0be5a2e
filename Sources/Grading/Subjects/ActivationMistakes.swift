import Formulas
import Words

/// The known variants of activation functions.
enum ActivationMistakes {
  static let all = ofSigmoid + ofTanh + ofReLU + ofLeaky + atTheCorner

  private static let ofSigmoid: [Variant] = [
    .mistake(
      "exp-without-minus",
      "the minus is missing in sigmoid: 1/(1 + exp(x))",
      "sigmoid 漏了负号：写成了 1/(1 + exp(x))",
      .replace("sigmoid") { .sigmoid(-$0.x) }),
    .mistake(
      "sigmoid-without-one",
      "the 1 is missing in sigmoid’s denominator: 1/exp(−x)",
      "sigmoid 的分母漏了 1：写成了 1/exp(−x)",
      .replace("sigmoid") { .exp($0.x) }),
    .mistake(
      "sigmoid-slope-of-slope",
      "sigmoid’s derivative is taken at sigmoid(x) where x belongs: the value was put into sigmoid once more",
      "sigmoid 的导数取在了 sigmoid(x) 处，应当在 x 处：又对值做了一次 sigmoid",
      .replace(sigmoidSlope) {
        let twice = Traced.sigmoid($0.sigmoid)
        return twice * (1 - twice)
      }),
    .mistake(
      "sigmoid-slope-of-x",
      "sigmoid’s derivative is x·(1 − x): the formula wants the value sigmoid(x), not x",
      "sigmoid 的导数成了 x·(1 − x)：公式里应当代入 sigmoid(x)，而不是 x",
      .replace(sigmoidSlope) { $0.x * (1 - $0.x) }),
    .mistake(
      "sigmoid-slope-without-rest",
      "the factor 1 − sigmoid(x) is missing in sigmoid’s derivative",
      "sigmoid 的导数漏了因子 1 − sigmoid(x)",
      .replace(sigmoidSlope) { $0.sigmoid }),
    .mistake(
      "sigmoid-slope-without-value",
      "the factor sigmoid(x) is missing in sigmoid’s derivative",
      "sigmoid 的导数漏了因子 sigmoid(x)",
      .replace(sigmoidSlope) { 1 - $0.sigmoid }),
    .mistake(
      "sigmoid-slope-of-tanh",
      "sigmoid’s derivative is 1 − sigmoid(x)²: that is the formula for tanh",
      "sigmoid 的导数用了 1 − sigmoid(x)²：那是 tanh 的公式",
      .replace(sigmoidSlope) { 1 - .pow($0.sigmoid, 2) }),
  ]

  private static let ofTanh: [Variant] = [
    .mistake(
      "tanh-from-sigmoid-of-x",
      "tanh is 2·sigmoid(x) − 1 where 2·sigmoid(2x) − 1 belongs",
      "tanh 写成了 2·sigmoid(x) − 1，应当是 2·sigmoid(2x) − 1",
      .replace("tanh") { 2 * .sigmoid($0.x) - 1 }),
    .mistake(
      "tan-for-tanh",
      "tan(x) where tanh(x) belongs",
      "用了 tan(x)，应当是 tanh(x)",
      .replace("tanh") { .sin($0.x) / .cos($0.x) }),
    .mistake(
      "tanh-slope-not-squared",
      "tanh’s derivative is 1 − tanh(x): the square is missing",
      "tanh 的导数写成了 1 − tanh(x)：漏了平方",
      .replace(tanhSlope) { 1 - $0.tanh }),
    .mistake(
      "tanh-slope-of-x",
      "tanh’s derivative is 1 − x²: the formula wants the value tanh(x), not x",
      "tanh 的导数成了 1 − x²：公式里应当代入 tanh(x)，而不是 x",
      .replace(tanhSlope) { 1 - .pow($0.x, 2) }),
    .mistake(
      "tanh-slope-of-slope",
      "tanh’s derivative is taken at tanh(x) where x belongs: the value was put into tanh once more",
      "tanh 的导数取在了 tanh(x) 处，应当在 x 处：又对值做了一次 tanh",
      .replace(tanhSlope) { 1 - .pow(.tanh($0.tanh), 2) }),
    .mistake(
      "tanh-slope-of-sigmoid",
      "tanh’s derivative is tanh(x)·(1 − tanh(x)): that is the formula for sigmoid",
      "tanh 的导数用了 tanh(x)·(1 − tanh(x))：那是 sigmoid 的公式",
      .replace(tanhSlope) { $0.tanh * (1 - $0.tanh) }),
  ]

  private static let ofReLU: [Variant] = [
    .mistake(
      "relu-min",
      "ReLU takes the smaller of 0 and x where the larger belongs",
      "ReLU 取了 0 和 x 中较小的，应当取较大的",
      .replace("relu") { -.maximum(0, -$0.x) }),
    .mistake(
      "relu-magnitude",
      "ReLU is |x|: numbers below 0 lose their sign where they become 0",
      "ReLU 成了 |x|：负数只去掉了符号，应当变为 0",
      .replace("relu") { $0.x.magnitude }),
    .mistake(
      "relu-slope-is-value",
      "ReLU’s derivative is ReLU itself: above 0 it is x where 1 belongs",
      "ReLU 的导数写成了 ReLU 本身：0 以上是 x，应当是 1",
      .replace(reluSlope) { .maximum(0, $0.x) }),
    .mistake(
      "relu-slope-one",
      "ReLU’s derivative is 1 below 0 too, where 0 belongs",
      "ReLU 的导数在 0 以下也成了 1，应当是 0",
      .replace(reluSlope) { _ in 1 }),
    .mistake(
      "relu-slope-sign",
      "ReLU’s derivative is −1 below 0, where 0 belongs: that is the sign of x",
      "ReLU 的导数在 0 以下成了 −1，应当是 0：那是 x 的符号",
      .replace(reluSlope) { .positive($0.x) - .positive(-$0.x) }),
  ]

  private static let ofLeaky: [Variant] = [
    slope(0.1), slope(0.2, "tf.nn.leaky_relu"), slope(0.3, "Keras’ LeakyReLU"),
    .mistake(
      "leaky-max-with-slope",
      "leaky ReLU takes the larger of x and a, where a·x belongs",
      "Leaky ReLU 取了 x 和 a 中较大的，应当是 x 和 a·x",
      .replace("leaky") { .maximum($0.x, $0.a) }),
    .mistake(
      "leaky-min",
      "leaky ReLU takes the smaller of x and a·x where the larger belongs: the slope a is on the wrong side",
      "Leaky ReLU 取了 x 和 a·x 中较小的，应当取较大的：斜率 a 用在了错误的一侧",
      .replace("leaky") { $0.a * .maximum(0, $0.x) - .maximum(0, -$0.x) }),
    .mistake(
      "leaky-sign",
      "leaky ReLU is −a·x below 0 where a·x belongs: the sign is wrong",
      "Leaky ReLU 在 0 以下成了 −a·x，应当是 a·x：符号反了",
      .replace("leaky") { .maximum(0, $0.x) + $0.a * .maximum(0, -$0.x) }),
    .mistake(
      "leaky-constant",
      "leaky ReLU is −a below 0 where a·x belongs: the factor x is missing",
      "Leaky ReLU 在 0 以下成了 −a，应当是 a·x：漏了因子 x",
      .replace("leaky") { .maximum(0, $0.x) - $0.a * .positive(-$0.x) }),
    .mistake(
      "leaky-slope-of-relu",
      "leaky ReLU’s derivative is 0 below 0 where a belongs",
      "Leaky ReLU 的导数在 0 以下成了 0，应当是 a",
      .replace(leakySlope) { .positive($0.x) }),
    .mistake(
      "leaky-slope-sides",
      "leaky ReLU’s derivative is a above 0 and 1 below: the sides are exchanged",
      "Leaky ReLU 的导数两侧弄反了：0 以上是 a，0 以下是 1",
      .replace(leakySlope) { $0.a * .positive($0.x) + (1 - .positive($0.x)) }),
    .mistake(
      "leaky-slope-sign",
      "leaky ReLU’s derivative is −a below 0 where a belongs",
      "Leaky ReLU 的导数在 0 以下成了 −a，应当是 a",
      .replace(leakySlope) { .positive($0.x) - $0.a * (1 - .positive($0.x)) }),
    .mistake(
      "leaky-slope-is-value",
      "leaky ReLU’s derivative is a·x below 0 where a belongs",
      "Leaky ReLU 的导数在 0 以下成了 a·x，应当是 a",
      .replace(leakySlope) { .positive($0.x) - $0.a * .maximum(0, -$0.x) }),
  ]

  /// Leaky ReLU with another slope than is given.
  ///
  /// - Parameter library: where it is the default.
  private static func slope(_ a: Double, _ library: Words? = nil) -> Variant {
    let (en, zh): (Words, Words) =
      library.map { ("\(a), as in \($0)", "\(a)，即 \($0) 的默认值") } ?? ("\(a)", "\(a)")
    return .mistake(
      "leaky-slope-\(a)", of: "leaky",
      "leaky ReLU has another slope below 0 than is given: \(en)",
      "Leaky ReLU 在 0 以下的斜率不是题目给出的：用了 \(zh)",
      .constant("a") { _ in Traced(a) })
  }

  /// At a corner a function has no derivative; any number from the slope on the left to that on the right may stand for it (a
  /// subgradient), so other choices than PyTorch’s are no mistakes.
  private static let atTheCorner: [Variant] = [
    .dialect(
      "relu-one-at-zero",
      "ReLU’s derivative at 0 is taken as 1, as x ≥ 0 gives it; PyTorch takes 0",
      "ReLU 在 0 处的导数取了 1，即用 x ≥ 0 判断；PyTorch 取 0",
      .replace(reluSlope) { notBelow0($0) }),
    .dialect(
      "leaky-one-at-zero",
      "leaky ReLU’s derivative at 0 is taken as 1, as x ≥ 0 gives it; PyTorch takes a",
      "Leaky ReLU 在 0 处的导数取了 1，即用 x ≥ 0 判断；PyTorch 取 a",
      .replace(leakySlope) { leaky($0, notBelow0($0)) }),
    .dialect(
      "one-at-zero",
      "the derivatives of ReLU and leaky ReLU at 0 are taken as 1, as x ≥ 0 gives them; PyTorch takes 0 and a",
      "ReLU 和 Leaky ReLU 在 0 处的导数取了 1，即用 x ≥ 0 判断；PyTorch 取 0 和 a",
      .replace(reluSlope) { notBelow0($0) },
      .replace(leakySlope) { leaky($0, notBelow0($0)) }),
    .dialect(
      "relu-half-at-zero",
      "ReLU’s derivative at 0 is taken as ½, as the gradient of jax.numpy.maximum gives it; PyTorch takes 0",
      "ReLU 在 0 处的导数取了 ½，与 jax.numpy.maximum 的梯度相同；PyTorch 取 0",
      .replace(reluSlope) { half($0) }),
    .dialect(
      "leaky-half-at-zero",
      "leaky ReLU’s derivative at 0 is taken as the mean (1 + a)/2 of both sides; PyTorch takes a",
      "Leaky ReLU 在 0 处的导数取了两侧的平均 (1 + a)/2；PyTorch 取 a",
      .replace(leakySlope) { leaky($0, half($0)) }),
    .dialect(
      "half-at-zero",
      "the derivatives of ReLU and leaky ReLU at 0 are taken as the mean of both sides; PyTorch takes 0 and a",
      "ReLU 和 Leaky ReLU 在 0 处的导数取了两侧的平均；PyTorch 取 0 和 a",
      .replace(reluSlope) { half($0) }, .replace(leakySlope) { leaky($0, half($0)) }),
  ]

  private static let sigmoidSlope = Symbol.slope(of: "sigmoid")
  private static let tanhSlope = Symbol.slope(of: "tanh")
  private static let reluSlope = Symbol.slope(of: "relu")
  private static let leakySlope = Symbol.slope(of: "leaky")

  private static func notBelow0(_ scope: Scope) -> Traced { 1 - .positive(-scope.x) }

  private static func half(_ scope: Scope) -> Traced {
    (.positive(scope.x) + notBelow0(scope)) / 2
  }

  /// Leaky ReLU's derivative by which side a number is on.
  private static func leaky(_ scope: Scope, _ side: Traced) -> Traced {
    side + scope.a * (1 - side)
  }
}

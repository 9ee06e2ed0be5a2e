import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// Why squared error does not belong to a sigmoid.
extension LossesLesson {
  /// How many steps are tried.
  static let mostSteps = 10_000

  /// The squared error of the sigmoid of a score, where 1 is right.
  static let squaredError = Double.function(of: 1) { x in
    SquaredError.value(BinaryCrossEntropy.probabilities(x), [1])
  }

  /// Its derivative by the score.
  func squaredErrorGradient(_ x: Double) -> Double { Self.squaredError.gradient([x])[0] }

  /// Cross-entropy's derivative by the score, where 1 is right.
  func crossEntropyGradient<Number: Scalar>(_ x: Number) -> Number {
    BinaryCrossEntropy.gradient(BinaryCrossEntropy.probabilities([x]), [1])[0]
  }

  /// How many steps it takes until the answer is right, with a score above 0; nil where it takes more than are tried.
  func stepsUntilRight(by gradient: (Double) -> Double) -> Int? {
    var x = score
    for step in 0...Self.mostSteps {
      if x > 0 { return step }
      x -= learningRate * gradient(x)
    }
    return nil
  }

  private func count(_ steps: Int?) -> Words {
    steps.map { Words(en: "\(counted($0, "step"))", zh: "\($0) 步") }
      ?? Words(en: "more than \(Self.mostSteps) steps", zh: "超过 \(Self.mostSteps) 步")
  }

  @Document.Parts
  var slowLearning: [Block] {
    let x = Traced(score).named("x")
    let q = BinaryCrossEntropy.probabilities([x])
    let t = [Traced(1).named("t")]
    let squared = SquaredError.value(q, t).chainRule(by: x)
    let entropy = BinaryCrossEntropy.gradient(q, t)[0]
    let counts = [
      stepsUntilRight(by: squaredErrorGradient), stepsUntilRight(by: crossEntropyGradient),
    ].map(count)
    Block.heading(
      Words(en: "Why not squared error with a sigmoid", zh: "为什么 sigmoid 不配平方误差"))
    Words(
      en: """
        By the chain rule the squared error of a sigmoid has the factor σ′ = q·(1 − q), the slope of the sigmoid, \
        which is at most 1/4 and nearly 0 where the sigmoid is flat: far on the right side, and just as \
        far on the wrong one. Cross-entropy’s −1/q cancels it, and q − t is left.
        """,
      zh: """
        由链式法则，sigmoid 加平方误差的梯度带有因子 σ′ = q·(1 − q)，即 sigmoid 的斜率；它最大为 1/4，\
        在 sigmoid 平坦处几乎为 0：答得很对时如此，错得离谱时也如此。交叉熵的 −1/q 恰好把它抵消，只剩 q − t。
        """)
    Block.derivations(
      title: Words(
        en: "Score \(score, .rounded), and 1 is right", zh: "得分为 \(score, .rounded)，正确的是 1"),
      of: q + squared.paths[0].factors + [squared.derivative, entropy])
    Words(
      en: """
        Here cross-entropy pulls \(entropy.value / squared.derivative.value, .rounded) times as strongly. Gradient descent on the score, with \
        η = \(learningRate, .rounded), needs \(counts[0]) until it is above 0 with the squared error, and \
        \(counts[1]) with cross-entropy.
        """,
      zh: """
        此处交叉熵的拉力是平方误差的 \(entropy.value / squared.derivative.value, .rounded) 倍。对得分做梯度下降\
        （η = \(learningRate, .rounded)），要使它大于 0，平方误差需要 \(counts[0])，交叉熵需要 \(counts[1])。
        """)
  }
}

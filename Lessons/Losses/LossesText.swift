import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says of the losses of predictions and classes.
extension LossesLesson {
  var introduction: [Block] {
    let (x, t) = (Traced(score).named("x"), Traced(1).named("t"))
    let q = BinaryCrossEntropy.probabilities([x])
    let scores = [x, x, x].enumerated().map { Traced($1.value).named(Symbol("x\($0 + 1)")) }
    let targets = [0.0, 0, 1].numbered("t")
    let softmax = Softmax(scores)
    let h = HingeLoss.violations(scores, right: 2, margin: Traced(margin).named("Δ"))
    func row(_ loss: Traced, _ gradient: [Traced]) -> (loss: Words, gradient: Words) {
      let bare = Notation(.bare)
      let slope = gradient[0]
      return (
        "\(loss.name(bare)) = \(loss.formula(bare))",
        "\(slope.name(bare)) = \(slope.formula(bare))"
      )
    }
    let rows: [(use: Words, layer: Words, loss: (loss: Words, gradient: Words))] = [
      (
        Words(en: "numbers", zh: "数值"), Words(en: "none", zh: "无"),
        row(SquaredError.value([x], [t]), SquaredError.gradient([x], [t]))
      ),
      (
        Words(en: "yes or no", zh: "是或否"), "sigmoid: q",
        row(BinaryCrossEntropy.value([x], [t]), BinaryCrossEntropy.gradient(q, [t]))
      ),
      (
        Words(en: "one of several", zh: "多选一"), "softmax: p",
        row(
          CrossEntropy.value(softmax, right: 2),
          CrossEntropy.gradient(softmax.probabilities, targets))
      ),
      (
        Words(en: "one of several", zh: "多选一"), Words(en: "none: scores", zh: "无：得分"),
        row(HingeLoss.value(h, right: 2), HingeLoss.gradient(h, right: 2))
      ),
    ]
    return [
      .prose(
        Words(
          en: """
            A loss says in one number how wrong a network is (course document 003, section 7). Its derivative by \
            the scores x, what the last layer calculates, is where backpropagation begins. Which loss belongs to which \
            task, and which activation to the last layer:
            """,
          zh: """
            损失用一个数说明网络错得多厉害（课程 003 第 7 节）。它对得分 x（最后一层的输出）的导数是反向传播的起点。\
            什么任务用什么损失，最后一层用什么激活函数：
            """)),
      .table(
        rows.table([
          Words(en: "answer", zh: "答案"): { .text($0.use) },
          Words(en: "last layer", zh: "最后一层"): { .text($0.layer) },
          Words(en: "loss", zh: "损失"): { .text($0.loss.loss) },
          Words(en: "gradient", zh: "梯度"): { .text($0.loss.gradient) },
        ]), name: Self.name),
      .prose(
        Words(
          en: """
            These are the mean squared error mse, binary cross-entropy bce, cross-entropy ce and the hinge loss. t is \
            what x, or its probability q or p, should be; where there are three classes the third is right. In the first \
            three rows the gradient is, but for a factor, answer minus target: the further off, the stronger the pull.
            """,
          zh: """
            依次是均方误差 mse、二元交叉熵 bce、交叉熵 ce 和合页损失 hinge。t 是 x（或其概率 q、p）应有的值；\
            有三个类别时，正确的是第三个。前三行的梯度除系数外都是“输出减目标”：错得越多，拉力越大。
            """)),
    ]
  }

  /// Numbers to predict.
  @Document.Parts
  var prediction: [Block] {
    let (x, t) = ([0.3, -1.2, 2].numbered("x"), [1.0, 0, 1].numbered("t"))
    let δ = Traced(1).named("δ")
    let names: [(Words, Traced, [Traced])] = [
      (
        Words(en: "mean squared error", zh: "均方误差"), SquaredError.value(x, t),
        SquaredError.gradient(x, t)
      ),
      (
        Words(en: "mean absolute error (L1)", zh: "平均绝对误差（L1）"), AbsoluteError.value(x, t),
        AbsoluteError.gradient(x, t)
      ),
      (
        Words(en: "Huber, δ = 1", zh: "Huber，δ = 1"), HuberLoss.value(x, t, δ: δ),
        HuberLoss.gradient(x, t, δ: δ)
      ),
    ]
    Block.heading(Words(en: "Numbers to predict", zh: "预测数值"))
    Block.derivations(
      title: Words(
        en: "Predictions \(listed(x)), where \(listed(t)) are right",
        zh: "预测为 \(listed(x))，正确值为 \(listed(t))"),
      of: [names[0].1] + names[0].2)
    Block.table(
      names.table([
        Words(en: "loss", zh: "损失"): { .text($0.0) },
        Words(en: "value", zh: "值"): { .number($0.1.value) },
        "∂/∂x₁": { .number($0.2[0].value) },
        "∂/∂x₂": { .number($0.2[1].value) },
        "∂/∂x₃": { .number($0.2[2].value) },
      ]), name: "\(Self.name)-numbers")
    Words(
      en: """
        The squared error pulls the more the larger the error is, so a single outlier, a sample far off from all \
        others, can decide everything. L1 pulls every sample equally, and Huber as half the \
        squared error does for errors up to δ, but no stronger beyond.
        """,
      zh: """
        平方误差的拉力随误差增大，因此一个离群点（远离其他样本的点）就可能左右结果。L1 对每个样本的拉力相同；\
        Huber 在误差不超过 δ 时与平方误差的一半相同，超过后不再增大。
        """)
  }

  private func listed(_ numbers: [Traced]) -> Words {
    numbers.map { Numerals.rounded.text($0.value) }.listed
  }

  /// Answers yes or no.
  @Document.Parts
  var yesOrNo: [Block] {
    let (x, t) = (Traced(score).named("x"), Traced(1).named("t"))
    let q = BinaryCrossEntropy.probabilities([x])
    let loss = BinaryCrossEntropy.value([x], [t])
    let plain = -(t * .log(q[0]) + (1 - t) * .log(1 - q[0]))
    Block.heading(Words(en: "Yes or no: sigmoid and cross-entropy", zh: "是或否：sigmoid 与交叉熵"))
    Words(
      en: """
        The sigmoid makes a probability q of the score, and cross-entropy is −ln of the probability of what is right: \
        \(plain.formula(Notation(.bare))), here \(plain.value, .rounded). The code writes it by the score, so that it holds \
        where q is too near to 0 or 1 for a number:
        """,
      zh: """
        sigmoid 把得分变成概率 q，交叉熵是正确答案概率的负对数：\(plain.formula(Notation(.bare)))，\
        此处为 \(plain.value, .rounded)。代码用得分来写，这样 q 太接近 0 或 1 时也不出错：
        """)
    Block.derivations(
      title: Words(
        en: "Score \(score, .rounded), and yes is right", zh: "得分为 \(score, .rounded)，正确答案为“是”"),
      of: q + [loss] + BinaryCrossEntropy.gradient(q, [t]))
  }

  /// One of several classes, with the scores of CS231n's notes.
  @Document.Parts
  var classes: [Block] {
    let scores = [-2.85, 0.86, 0.28]
    let (x, t) = (scores.numbered("x"), [0.0, 0, 1].numbered("t"))
    let h = HingeLoss.violations(x, right: 2, margin: Traced(margin).named("Δ"))
    let hinge = HingeLoss.value(h, right: 2)
    let softmax = Softmax(x)
    let ce = CrossEntropy.value(softmax, right: 2)
    let printed =
      margin == 1
      ? Words(
        en: " CS231n’s notes on linear classification print 1.58 and 1.04 for these scores.",
        zh: "CS231n 的线性分类讲义对这些得分给出 1.58 和 1.04。") : ""
    Block.heading(Words(en: "One of several: hinge and cross-entropy", zh: "多选一：合页损失与交叉熵"))
    Words(
      en: """
        Scores \(scores.map(Numerals.rounded.text).listed); the third class is right. The hinge loss wants the right score above each \
        other by a margin Δ, and adds up by how much that is missed; with Δ = \(margin, .rounded) it is \
        \(hinge.value, .fixed(2)). Cross-entropy of softmax is \(ce.value, .fixed(2)).\(printed)
        """,
      zh: """
        得分为 \(scores.map(Numerals.rounded.text).listed)，正确的是第三类。合页损失要求正确得分比其他得分都高出间隔 Δ，\
        把没有达到的部分加起来；Δ = \(margin, .rounded) 时为 \(hinge.value, .fixed(2))。\
        softmax 的交叉熵为 \(ce.value, .fixed(2))。\(printed)
        """)
    Block.derivations(
      title: Words(en: "Hinge loss", zh: "合页损失"),
      of: [h[0], h[1], hinge] + HingeLoss.gradient(h, right: 2))
    Block.derivations(
      title: Words(en: "Cross-entropy", zh: "交叉熵"),
      of: softmax.probabilities + [ce] + CrossEntropy.gradient(softmax.probabilities, t))
    Words(
      en: """
        The hinge loss is 0, and pulls no more, once the margin is kept; cross-entropy always wants the right probability \
        nearer to 1. [h > 0] is 1 where h is above 0, else 0. The lesson softmax works out s, Σ and p.
        """,
      zh: """
        间隔一旦满足，合页损失就是 0，不再有拉力；交叉熵则总是要正确的概率更接近 1。\
        [h > 0] 在 h 大于 0 时为 1，否则为 0。s、Σ、p 的演算见 softmax 一课。
        """)
  }
}

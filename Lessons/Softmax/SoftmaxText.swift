import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says in words, formulas and numbers.
extension SoftmaxLesson {
  func introduction(_ contest: SpiralContest) -> [Words] {
    let start = Numerals.fixed(4).text(contest.linear.losses[0])
    return [
      Words(
        en: """
          Softmax regression chooses one of several classes (course document 000, section 5). Each class gets a score, \
          also called logit: a weighted sum of the inputs and a bias. Softmax turns the scores, which may be \
          negative, into probabilities, each above 0 and together 1, and the class with the largest is the answer. With two classes it is logistic \
          regression.
          """,
        zh: """
          Softmax 回归从多个类别中选出一个（课程 000 第 5 节）。每个类别有一个得分（logit）：输入的加权和加上偏置。\
          softmax 把得分变成概率：都大于 0，总和为 1，概率最大的类别就是答案。只有两个类别时，它就是逻辑回归。
          """),
      Words(
        en: """
          It learns by gradient descent on the cross-entropy, −ln of the probability of the right class: 0 where that \
          is 1, and larger the smaller it is. A classifier that knows nothing gives each of \(SpiralContest.classes) classes \
          the same probability: its loss is ln(\(SpiralContest.classes)) = \(start).
          """,
        zh: """
          它用梯度下降减小交叉熵，即正确类别概率的负对数：概率为 1 时损失为 0，概率越小损失越大。\
          一无所知的分类器给 \(SpiralContest.classes) 个类别同样的概率，损失为 ln(\(SpiralContest.classes)) = \(start)。
          """),
    ]
  }

  @Document.Parts
  func formulas(of example: SoftmaxExample) -> [Block] {
    let (pass, softmax) = (example.pass, example.softmax)
    Block.heading(Words(en: "The formulas", zh: "公式"))
    Block.formulas(
      of: [
        pass.scores[0][0]: Words(en: "the score of class 1", zh: "类别 1 的得分"),
        softmax.shifted[0]:
          Words(en: "less the largest score, against overflow", zh: "减去最大的得分，防止溢出"),
        softmax.powers[0]: Words(en: "its exponential, above 0", zh: "取指数，大于 0"),
        softmax.sum: Words(en: "the sum over the classes", zh: "对各类别求和"),
        softmax.probabilities[0]: Words(en: "the probability of class 1", zh: "类别 1 的概率"),
        pass.loss:
          Words(
            en: "the loss −ln p\(example.rightIndex), as class \(example.right + 1) is right",
            zh: "损失 −ln p\(example.rightIndex)（正确的是类别 \(example.right + 1)）"),
        pass.byScores[0][0]:
          Words(
            en: "how the loss changes with a score; y is 1 for the right class, else 0",
            zh: "损失对得分的导数；y 对正确类别为 1，其余为 0"),
        pass.byWeights[0][0]: Words(en: "with a weight", zh: "对权重的导数"),
        pass.byBiases[0]: Words(en: "with a bias", zh: "对偏置的导数"),
        example.after.weights[0][0]: Words(en: "the step, with learning rate η", zh: "更新，学习率为 η"),
      ], Notation(.general(t: 1)))
    Words(
      en: "w₁₂ is the weight of class 1 for input 2, and ⁽ᵗ⁾ marks what holds after step t.",
      zh: "w₁₂ 是类别 1 对输入 2 的权重，⁽ᵗ⁾ 表示第 t 步之后的值。")
  }

  /// All numbers of one sample.
  @Document.Parts
  func numbers(of example: SoftmaxExample) -> [Block] {
    let (pass, softmax, after) = (example.pass, example.softmax, example.after)
    let right = example.right + 1
    let (before, later) = example.rightProbabilities
    Block.heading(Words(en: "One sample, with its numbers", zh: "一个样本的代入计算"))
    Block.derivations(
      title: Words(
        en: "Scores of the input \(math: input(of: example))",
        zh: "输入 \(math: input(of: example)) 的得分"),
      of: pass.scores[0])
    Block.derivations(
      title: Words(en: "Softmax", zh: "softmax"),
      of: softmax.shifted + softmax.powers + [softmax.sum] + softmax.probabilities)
    Block.derivations(
      title: Words(
        en: "Loss and gradient: class \(right) is right", zh: "损失与梯度：正确的是类别 \(right)"),
      of: [pass.loss] + pass.byScores[0])
    Block.derivations(
      title: Words(
        en: "Weights and biases of class \(right): gradient and step",
        zh: "类别 \(right) 的权重和偏置：梯度与更新"),
      of: pass.byWeights[right - 1] + [pass.byBiases[right - 1]] + after.weights[right - 1] + [
        after.biases[right - 1]
      ])
    Block.table(classes(of: example), name: Self.name)
    Words(
      en: """
        After the step the same sample has p\(example.rightIndex) = \(later, .rounded) where it was \
        \(before, .rounded), and the loss is \(example.next.loss.value, .rounded) where it was \(pass.loss.value, .rounded). \
        The scores of the other classes went down, the more the larger their probability was.
        """,
      zh: """
        更新之后，同一个样本的 p\(example.rightIndex) 从 \(before, .rounded) 变为 \(later, .rounded)，\
        损失从 \(pass.loss.value, .rounded) 变为 \(example.next.loss.value, .rounded)。\
        其他类别的得分下降，概率越大，降得越多。
        """)
  }

  private func input(of example: SoftmaxExample) -> Mathematics {
    .parentheses(
      .joined(example.after.inputs[0].map { Numerals.rounded.mathematics($0.value) }, by: .comma))
  }

  /// What the step makes of all classes.
  private func classes(of example: SoftmaxExample) -> Table {
    let (pass, softmax, next) = (example.pass, example.softmax, example.next)
    return softmax.probabilities.indices.table([
      Words(en: "class", zh: "类别"): { .number($0 + 1) },
      "z": { .number(pass.scores[0][$0].value) },
      "s": { .number(softmax.shifted[$0].value) },
      "e": { .number(softmax.powers[$0].value) },
      "p": { .number(softmax.probabilities[$0].value) },
      "y": { .number(example.after.targets[0][$0].value) },
      "∂L/∂z": { .number(pass.byScores[0][$0].value) },
      Words(en: "z after the step", zh: "更新后的 z"): { .number(next.scores[0][$0].value) },
      Words(en: "p after the step", zh: "更新后的 p"): {
        .number(next.softmax[0].probabilities[$0].value)
      },
    ])
  }

  /// p − y from the derivatives of all that the code calculates on the way.
  @Document.Parts
  func chainRule(of example: SoftmaxExample) -> [Block] {
    let (pass, softmax, right) = (example.pass, example.softmax, example.right)
    let other = example.other
    let ways = [other, right].map {
      pass.loss.chainRule(by: softmax.shifted[$0], through: softmax.powers + [softmax.sum])
    }
    let byScores = pass.loss.gradient(by: pass.scores[0]).map(\.value)
    let differences = zip(byScores, pass.byScores[0]).map { ($0 - $1.value).magnitude }
    Block.heading(Words(en: "Why the gradient is p − y", zh: "为什么梯度是 p − y"))
    Words(
      en: """
        The chain rule multiplies the derivatives of what the code calculates from one quantity to the next. From s\(example.index(other)) \
        one way leads to the loss, and its product is p\(example.index(other)):
        """,
      zh: """
        链式法则把相邻两个量之间的导数乘起来。从 s\(example.index(other)) 到损失只有一条路径，乘积就是 p\(example.index(other))：
        """)
    Block.derivations(
      title: Words(en: "Class \(other + 1), which is not right", zh: "类别 \(other + 1)，不是正确类别"),
      of: ways[0].paths[0].factors + [ways[0].derivative])
    Words(
      en: """
        From the right class two ways lead there, P₁ and P₂: directly, as the loss contains −s\(example.rightIndex), which gives \
        −1, and through e\(example.rightIndex) as above.
        """,
      zh: """
        从正确类别的 s\(example.rightIndex) 到损失有两条路径 P₁ 和 P₂：一条是损失中直接含有的 −s\(example.rightIndex)，\
        导数为 −1；另一条与上面一样经过 e\(example.rightIndex)。
        """)
    Block.derivations(
      title: Words(en: "Class \(right + 1), which is right", zh: "类别 \(right + 1)，正确类别"),
      of: ways[1].paths.filter { $0.factors.count > 1 }.flatMap(\.factors)
        + ways[1].products.map { product in
          // What is direct has the name of the whole, which would say less than its number.
          product.operands[0].calculation == nil
            ? Traced(product.value).named(product.symbol ?? "P") : product
        } + [ways[1].derivative])
    Words(
      en: """
        A number added to all scores changes no probability, so the derivative by s is that by z, although the maximum depends on \
        the scores, too. Derived automatically from the program, the derivative by z differs from p − y by at most \
        \(differences.max() ?? 0, .rounded), which is rounding.
        """,
      zh: """
        所有得分加上同一个数，概率不变，所以对 s 的导数就是对 z 的导数。让程序自动对 z 求导（连同取最大值这一步），\
        结果与 p − y 最多相差 \(differences.max() ?? 0, .rounded)，只是舍入误差。
        """)
  }
}

extension SoftmaxExample {
  /// A class as an index: ₃.
  func index(_ k: Int) -> String { Symbol("p\(k + 1)").text.dropFirst().description }

  var rightIndex: String { index(right) }
}

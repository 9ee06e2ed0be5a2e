import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says about a network with a mistake in its backward pass.
extension GradientCheckLesson {
  @Document.Parts
  func networkText(_ network: CheckedNetwork) -> [Block] {
    let (right, planted) = (network.errors(of: network.right), network.errors(of: network.planted))
    let largest = right.max() ?? 0
    let wrong = zip(network.names, planted).filter { Verdict(error: $1) == .wrong }.map(\.0.text)
    let verdict =
      Verdict(error: largest) == .right
      ? Words(en: ": it passes", zh: "：通过检查")
      : Words(
        en: ", though it is right: this step is too large or too small for it",
        zh: "，尽管梯度是正确的：这个步长对它来说太大或太小")
    Block.heading(Words(en: "A bug is found", zh: "找出一个错误"))
    Words(
      en: """
        The network of course section 3.2.2 has two inputs, two hidden neurons, two outputs, eight weights and two biases. \
        With h = \(h, .rounded), the largest e of its ten parameters is \(largest, .rounded)\(verdict). Now a \
        mistake is planted into the code of its backpropagation: \(bug.explanation). Parameter by parameter:
        """,
      zh: """
        课程 3.2.2 节的网络有两个输入、两个隐藏神经元、两个输出，共八个权重和两个偏置。\
        h = \(h, .rounded) 时，十个参数中最大的 e 是 \(largest, .rounded)\(verdict)。\
        现在在反向传播的代码里植入一个错误：\(bug.explanation)。逐个参数比较：
        """)
    Block.table(
      network.names.indices.table([
        Words(en: "parameter", zh: "参数"): { .text(Words(network.names[$0].text)) },
        Words(en: "backpropagation a", zh: "反向传播 a"): { .number(network.planted[$0]) },
        Words(en: "numerical n", zh: "数值 n"): { .number(network.numerical[$0]) },
        "e": { .number(planted[$0]) },
        Words(en: "verdict", zh: "结论"): { .text(Verdict(error: planted[$0]).name) },
      ]), name: "\(Self.name)-bug")
    if !wrong.isEmpty {
      Words(en: "Wrong: \(wrong.listed). \(hint(wrong))", zh: "出错的是 \(wrong.listed)。\(hint(wrong))")
    }
  }

  /// Where to look for the mistake, by the parameters whose derivatives are wrong.
  private func hint(_ wrong: [String]) -> Words {
    let (hidden, outputs) = (["w₁", "w₂", "w₃", "w₄"], ["w₅", "w₆", "w₇", "w₈"])
    if outputs.contains(where: wrong.contains) {
      return Words(
        en: """
          The derivatives of w₅ to w₈, which lead to the outputs, are the first on the way back, and all others are made of the same factors. So the \
          mistake is at the beginning of that way, at the outputs.
          """,
        zh: "w₅ 到 w₈ 通向输出，它们的导数在反向传播中最先算出，其余的导数由同样的因子得来。所以错误出在这条路的开头，即输出处。")
    }
    if hidden.contains(where: wrong.contains) {
      return Words(
        en: """
          The derivatives of w₅ to w₈, which lead to the outputs, are right, so all is right up to there on the way back; w₁ to w₄ lead to the hidden \
          neurons. So the mistake is between the outputs and the hidden neurons.
          """,
        zh: "w₅ 到 w₈ 通向输出，它们的导数正确，所以反向传播到那里为止没有错；w₁ 到 w₄ 通向隐藏神经元。所以错误出在从输出回到隐藏神经元的路上。")
    }
    return Words(
      en: """
        The derivatives of all weights are right, and so are the factors that they share with the biases. So the mistake is in what is made of these \
        for a bias.
        """,
      zh: "所有权重的导数都正确，它们与偏置共用的因子也就正确。所以错误出在由这些因子计算偏置的导数时。")
  }

  @Document.Parts
  func norms(_ network: CheckedNetwork) -> [Block] {
    let n = network.numerical.numbered("n")
    let d = [network.right, network.planted].map { GradientError.ofNorms($0.numbered("a"), n) }
    Block.heading(Words(en: "One number for all parameters", zh: "用一个数概括所有参数"))
    Words(
      en: """
        Andrew Ng’s course compares whole gradients, by the lengths of the vectors (‖a‖ is √(a₁² + a₂² + …)). That tells \
        that something is wrong, not where:
        """,
      zh: "吴恩达的课程用向量的长度比较整个梯度（‖a‖ 即 √(a₁² + a₂² + …)）。这能说明有错，但不能说明错在哪里：")
    Block.derivations(
      title: Words(en: "The right gradient, then the one with the bug", zh: "先是正确的梯度，再是有错误的"), of: d
    )
  }
}

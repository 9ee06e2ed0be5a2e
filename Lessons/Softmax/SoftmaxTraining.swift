import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says of the training on a spiral.
extension SoftmaxLesson {
  @Document.Parts
  func training(_ contest: SpiralContest) -> [Block] {
    let (linear, network) = (contest.linear, contest.network)
    let shares = [linear, network].map { 100 * ($0.accuracies.last ?? 0) }
    let (count, classes) = (contest.data.count, SpiralContest.classes)
    let shown = [0, 1, 10, 50, 100].filter { $0 < steps } + [steps]
    let comparison =
      shares[1] > shares[0]
      ? Words(
        en: "It bends its borders, and \(shares[1], .fixed(1)) % are right.",
        zh: "它的边界可以弯曲，分对了 \(shares[1], .fixed(1)) %。")
      : Words(
        en: "With these options it does no better: \(shares[1], .fixed(1)) % are right.",
        zh: "在这些选项下它并没有更好：分对了 \(shares[1], .fixed(1)) %。")
    Block.heading(
      Words(en: "Training on a spiral of \(classes) classes", zh: "在 \(classes) 个类别的螺旋上训练"))
    Words(
      en: """
        \(count) samples lie on \(classes) arms of a spiral, a class each (CS231n, “Putting it together”; \
        torch.manual_seed(\(seed))). The weights of softmax regression start at 0, so all its probabilities are \
        1/\(classes), and the loss is ln(\(classes)) = \(linear.losses[0], .fixed(4)): a new classifier whose loss starts far \
        from that has an error. L is the mean over \
        the samples now; η = \(learningRate, .rounded).
        """,
      zh: """
        \(count) 个样本分布在螺旋的 \(classes) 条臂上，每条臂一个类别（CS231n，“Putting it together”；\
        torch.manual_seed(\(seed))）。Softmax 回归的权重都从 0 开始，所有概率都是 1/\(classes)，\
        损失为 ln(\(classes)) = \(linear.losses[0], .fixed(4))：检查新写的分类器时，先看这个数。\
        此处的 L 是所有样本的平均损失，η = \(learningRate, .rounded)。
        """)
    Block.table(
      shown.table([
        Words(en: "step", zh: "步数"): { .number($0) },
        Words(en: "loss", zh: "损失"): { .number(linear.losses[$0]) },
        Words(en: "% right", zh: "正确率 %"): { .text("\(100 * linear.accuracies[$0], .fixed(1))") },
        Words(en: "loss, hidden layer", zh: "损失（隐藏层）"): { .number(network.losses[$0]) },
        Words(en: "% right, hidden layer", zh: "正确率 %（隐藏层）"): {
          .text("\(100 * network.accuracies[$0], .fixed(1))")
        },
      ]), name: "spiral")
    Words(
      en: """
        Two classes have equal scores on a straight line, so softmax regression parts the plane by straight lines, and \
        puts \(shares[0], .fixed(1)) % of the spiral into the right class. The other columns are those of a network with a hidden layer of \
        \(counted(hidden, "neuron")) (ReLU) before the same softmax and loss, trained by Adam with \
        η = \(SpiralContest.networkRate, .rounded). \(comparison)
        """,
      zh: """
        两个类别的得分相等之处是一条直线，所以 softmax 回归只能用直线划分平面，螺旋的样本分对了 \(shares[0], .fixed(1)) %。\
        后两列是在同样的 softmax 和损失之前加一个隐藏层（\(hidden) 个 ReLU 神经元）的网络，\
        用 Adam 训练，η = \(SpiralContest.networkRate, .rounded)。\(comparison)
        """)
    Words(
      en: """
        These are shares of the very samples that were learned from. How well a classifier generalizes, which is how well it does \
        on others, only samples that were set aside can show.
        """,
      zh: "这些都是训练样本上的正确率；泛化得好不好，要看没有参与训练的样本。")
  }
}

import Formulas
import Lecture
import LessonsShared
import Networks
import TorchRandom
import Words

/// What the lesson says of what is searched, and of grid and random.
extension SearchLesson {
  @Document.Parts
  func introduction(_ influences: [Influence]) -> [Block] {
    Words(
      en: """
        Hyperparameters are what training does not learn: the learning rate, the number of layers and neurons, the batch \
        size and so on. They are found by trials: train, look at the loss on samples that were not trained on (the \
        validation loss), try others (course document 000, sections 1 to 3). The course gives an order, which need not hold \
        everywhere:
        """,
      zh: """
        超参数是训练学不到的东西：学习率、层数、神经元个数、批大小等。它们靠试验来定：训练一次，看没有训练过的样本上的损失\
        （验证损失），再换一组（课程文档 000 第 1–3 节）。课程给出的先后顺序（并不绝对）是：
        """)
    Block.table(
      [
        (1, Words(en: "learning rate α, here η", zh: "学习率 α，这里写作 η")),
        (2, Words(en: "momentum β, hidden neurons, batch size", zh: "动量 β、隐藏神经元个数、批大小")),
        (3, Words(en: "layers, decay of the learning rate", zh: "层数、学习率衰减")),
        (
          4,
          Words(
            en: "Adam’s β₁, β₂ and ε, left at 0.9, 0.999 and 1e−8",
            zh: "Adam 的 β₁、β₂、ε，保持 0.9、0.999、1e−8")
        ),
      ].table([
        Words(en: "order", zh: "次序"): { .number($0.0) },
        Words(en: "hyperparameters", zh: "超参数"): { .text($0.1) },
      ]), name: "order")
    Words(
      en: """
        To see whether that is so here, train softmax regression (section 5 there) on \(SmallTraining.samples) samples of \
        three clouds, \(SmallTraining.steps) steps of Adam, always from the same weights. One hyperparameter takes nine \
        values of its range, the others stay at η = 0.1 and Adam’s usual numbers:
        """,
      zh: """
        在这里验证一下：用三个点云的 \(SmallTraining.samples) 个样本训练 softmax 回归（见该文档第 5 节），Adam 走 \
        \(SmallTraining.steps) 步，每次从相同的权重出发。让一个超参数在其范围内取九个值，其余保持 η = 0.1 和 Adam 的常用值：
        """)
    Block.table(
      influences.table([
        Words(en: "hyperparameter", zh: "超参数"): { .text(Words($0.symbol)) },
        Words(en: "from", zh: "从"): { .number($0.values[0]) },
        Words(en: "to", zh: "到"): { .number($0.values[8]) },
        Words(en: "least loss", zh: "最小损失"): { .number($0.losses.min() ?? .nan) },
        Words(en: "greatest loss", zh: "最大损失"): { .number($0.losses.max() ?? .nan) },
        Words(en: "difference", zh: "差"): { .number($0.difference) },
      ]), name: "influences")
    let (most, least) = (
      influences.max { $0.difference < $1.difference },
      influences.min { $0.difference < $1.difference }
    )
    if let most, let least {
      Words(
        en: "\(most.symbol) makes the largest difference here, \(least.symbol) the smallest.",
        zh: "这里影响最大的是 \(most.symbol)，最小的是 \(least.symbol)。")
    }
  }

  @Document.Parts
  func gridOrRandom(_ contest: SearchContest, _ nearness: Nearness) -> [Block] {
    let trials = side * side
    let optimum = contest.curve.best
    let rows = [
      (name: Words(en: "grid", zh: "网格"), trials: contest.grid),
      (name: Words(en: "random", zh: "随机"), trials: contest.random),
    ].map {
      ($0.name, Set($0.trials.map(\.η)).count, $0.trials.distance(from: optimum.η), $0.trials.best)
    }
    Block.heading(Words(en: "Grid or random", zh: "网格还是随机"))
    Words(
      en: """
        Take two hyperparameters, η from \(lowest, .rounded) to \(highest, .rounded) and ε from \(Trial.epsilons.a, .rounded) \
        to \(Trial.epsilons.b, .rounded), and \(trials) trials. A grid has \(side) values of each, all combined; random \
        search draws both anew for each trial. Nobody knows beforehand which hyperparameter matters. Of the one that does, \
        the grid tries \(rows[0].1) values and random search \(rows[1].1): that is the argument of Bergstra and Bengio (2012, figure 1).
        """,
      zh: """
        取两个超参数，η 从 \(lowest, .rounded) 到 \(highest, .rounded)，ε 从 \(Trial.epsilons.a, .rounded) 到 \
        \(Trial.epsilons.b, .rounded)，一共试 \(trials) 次。网格给每个超参数 \(side) 个值，两两组合；随机搜索每次都重新抽取两个值。\
        事先并不知道哪个超参数重要。对重要的那个，网格只试了 \(rows[0].1) 个值，随机搜索试了 \(rows[1].1) 个：\
        这就是 Bergstra 与 Bengio（2012，图 1）的理由。
        """)
    Block.table(
      rows.table([
        Words(en: "search", zh: "搜索"): { .text($0.0) },
        Words(en: "trials", zh: "次数"): { _ in .number(trials) },
        Words(en: "values of η", zh: "η 的取值个数"): { .number($0.1) },
        Words(en: "nearest to the best η, factor", zh: "与最佳 η 最近相差的倍数"): { .number($0.2) },
        Words(en: "best η", zh: "最好的 η"): { .number($0.3.η) },
        Words(en: "least loss", zh: "最小损失"): { .number($0.3.loss) },
      ]), name: "contest")
    Words(
      en: """
        Of \(contest.curve.count) values tried one by one, η = \(optimum.η, .rounded) is best, with the loss \
        \(optimum.loss, .rounded). Which search comes nearest to it in one run is luck. So draw \(Nearness.places) places \
        where the best η might lie, and a random search for each: the nearest of the grid’s \(side) values is off by a \
        factor of \(nearness.grid, .fixed(2)) on average, the nearest of \(trials) random ones by \
        \(nearness.random, .fixed(2)); random search is nearer in \(100 * nearness.randomIsNearer, .fixed(0)) % of the \
        places.
        """,
      zh: """
        逐个试 \(contest.curve.count) 个值，最好的是 η = \(optimum.η, .rounded)，损失 \(optimum.loss, .rounded)。\
        单独一次谁离它更近，要看运气。于是随机取 \(Nearness.places) 个位置作为最佳 η 可能的所在，每个位置做一次随机搜索：\
        网格的 \(side) 个值中最近的一个平均相差 \(nearness.grid, .fixed(2)) 倍，\(trials) 个随机值中最近的平均相差 \
        \(nearness.random, .fixed(2)) 倍；在 \(100 * nearness.randomIsNearer, .fixed(0)) % 的位置上随机搜索更近。
        """)
  }
}

extension [Trial] {
  /// By what factor the nearest of their learning rates differs from another.
  fileprivate func distance(from η: Double) -> Double {
    map { Swift.max($0.η / η, η / $0.η) }.min() ?? .nan
  }
}

extension Influence {
  /// By how much the losses differ.
  var difference: Double { (losses.max() ?? .nan) - (losses.min() ?? .nan) }
}

import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says in words, formulas and numbers.
extension BatchesLesson {
  @Document.Parts
  var introduction: [Block] {
    Words(
      en: """
        Training with N = \(counted(samples, "sample")), batches of B = \(batchSize) and E = \
        \(counted(epochs, "epoch")) (course section 3.1).
        """,
      zh: "训练集有 N = \(samples) 个样本，每批 B = \(batchSize) 个，共训练 E = \(epochs) 轮（课程 3.1 节）。")
    Block.formulas([
      Words(en: "epoch", zh: "轮（Epoch）"):
        Words(en: "all N samples are seen once", zh: "全部 N 个样本都训练一遍"),
      Words(en: "batch", zh: "批（Batch）"):
        Words(en: "the B samples that one step looks at", zh: "一次更新所用的样本，其个数 B 是批大小（Batch Size）"),
      Words(en: "iteration", zh: "迭代（Iteration）"):
        Words(en: "one step of the optimizer, by one batch", zh: "用一批样本更新一次参数"),
    ])
  }

  @Document.Parts
  var counting: [Block] {
    let (n, b, count) = (samples, batchSize, batches.count)
    let quotient = batches.isEven ? "" : " = ⌈\(Numerals.rounded.text(Double(n) / Double(b)))⌉"
    Block.heading(Words(en: "How many there are", zh: "各有多少"))
    Block.formulas([
      "N = \(n)": Words(en: "samples in an epoch", zh: "每轮的样本数"),
      "⌈N/B⌉ = ⌈\(n)/\(b)⌉\(quotient) = \(count)":
        Words(en: "batches, and so iterations, in an epoch", zh: "每轮的批数，也就是迭代次数"),
      "N − (⌈N/B⌉ − 1)·B = \(n) − \(count - 1)·\(b) = \(batches.last)":
        Words(en: "samples in the last batch", zh: "最后一批的样本数"),
      "E·⌈N/B⌉ = \(epochs)·\(count) = \(batches.iterations(epochs: epochs))":
        Words(en: "iterations in all epochs", zh: "所有轮的迭代总次数"),
    ])
    let total = batches.iterations(epochs: epochs)
    if (samples, batchSize, epochs) == Self.course, (count, total) == (196, 1960) {
      Words(
        en: "The course has 196 batches and 1960 iterations: the same.",
        zh: "课程给出每轮 196 批、共 1960 次迭代：完全一致。")
    }
  }

  @Document.Parts
  var division: [Block] {
    // The batch size, and the largest smaller one that divides N.
    let divisors = (1...Int(Double(samples).squareRoot())).filter { samples % $0 == 0 }
    let smaller = divisors.flatMap { [$0, samples / $0] }.filter { $0 < batchSize }.max()
    let sizes = [batchSize, smaller].compactMap(\.self)
    let table = sizes.map { Batches(samples: samples, size: $0) }.table([
      "B": { .number($0.size) },
      "N/B": { .number(Double($0.samples) / Double($0.size)) },
      Words(en: "B divides N", zh: "整除"): {
        .text($0.isEven ? Words(en: "yes", zh: "是") : Words(en: "no", zh: "否"))
      },
      "⌈N/B⌉": { .number($0.count) },
      "⌊N/B⌋ + 1": { .number($0.full + 1) },
      Words(en: "last batch", zh: "最后一批"): { .number($0.last) },
      Words(en: "full batches", zh: "满批数"): { .number($0.full) },
    ])
    Block.heading(Words(en: "When B divides N", zh: "整除与不整除"))
    Block.table(table, name: "division")
    Words(
      en: """
        The course’s N/B + 1, with the division’s fraction dropped, is meant for a B that does not \
        divide N, as its note says; where B divides N it is one too many. The rule for both is to \
        round N/B up. PyTorch’s DataLoader does so, and with drop_last=True it drops a last \
        batch that is not full.
        """,
      zh: """
        课程的 N/B + 1（N/B 舍去小数）只用于不能整除的情况，课程的注释也是这样说的；能整除时它会多 1。\
        两种情况通用的规则是把 N/B 向上取整。PyTorch 的 DataLoader 就是如此；\
        drop_last=True 则舍弃不满的最后一批。
        """)
  }

  /// Full batch, mini-batch and stochastic.
  static let names = [
    Words(en: "full batch", zh: "全批量"), Words(en: "mini-batch", zh: "小批量"),
    Words(en: "stochastic", zh: "随机"),
  ]

  /// The same for tables: in Chinese with what they are called in English.
  private static let headings = zip(names, ["BGD", "Mini-Batch", "SGD"]).map {
    Words(en: $0, zh: "\($0)（\($1)）")
  }

  @Document.Parts
  var threeWays: [Block] {
    let sizes = [samples, batchSize, 1].map { Batches(samples: samples, size: $0) }
    let table = zip(Self.headings, sizes).table([
      Words(en: "gradient descent", zh: "梯度下降方式"): { .text($0.0) },
      Words(en: "batch size", zh: "批大小"): { .number($0.1.size) },
      Words(en: "batches", zh: "每轮批数"): { .number($0.1.count) },
      Words(en: "last batch", zh: "最后一批"): { .number($0.1.last) },
      Words(en: "iterations in all", zh: "迭代总次数"): { .number($0.1.iterations(epochs: epochs)) },
    ])
    Block.heading(Words(en: "Full batch, mini-batch, stochastic", zh: "全批量、小批量与随机"))
    Block.table(table, name: "ways")
    Words(
      en: """
        The three differ in the batch size alone\(coincidence). A small batch means many steps in an epoch, each \
        by a gradient that only estimates that of all samples. PyTorch’s optimizer is called SGD \
        whatever the batch size.
        """,
      zh: """
        三者的区别只在批大小\(coincidence)。批越小，每轮的步数越多，而每一步的梯度只是全体样本梯度的估计。\
        无论批多大，PyTorch 的优化器都叫 SGD。
        """)
  }

  /// Which of the three are the same with the batch size and the number of samples as they are.
  private var coincidence: Words {
    switch (batchSize >= samples, min(batchSize, samples) == 1) {
    case (true, true):
      Words(
        en: ", and with a single sample not even in that: all are one step an epoch",
        zh: "；只有一个样本时连批大小也相同，三者都是每轮一步")
    case (true, false):
      Words(en: "; with B = N or more the mini-batch is the full batch", zh: "；B 不小于 N 时，小批量就是全批量")
    case (false, true):
      Words(en: "; with B = 1 the mini-batch is stochastic", zh: "；B = 1 时，小批量就是随机梯度下降")
    case (false, false): ""
    }
  }

  @Document.Parts
  func descents(of experiment: BatchExperiment) -> [Block] {
    let (example, line) = (example, experiment.line)
    let (truth, minimum) = (NoisyLine.line, line.minimum)
    let epochs = Table.Column(Words(en: "epoch", zh: "轮"), (0...example.epochs).map(Double.init))
    let losses = zip(Self.headings, experiment.ways).map { heading, way in
      Table.Column(heading, way.epochEnds.map(line.loss))
    }
    let sample = experiment.epochs[0][0]
    let start = zip(example.start, ["w", "b"]).map { Traced($0).named(Symbol($1), 0) }
    let loss = NoisyLine.loss(
      start, x: Traced(sample.x).named("x", 1), y: Traced(sample.y).named("y", 1))
    Block.heading(Words(en: "The three on one noisy quadratic", zh: "三种方式在同一带噪声的二次函数上"))
    Words(
      en: """
        \(example.samples) points about the line y = \(truth.w)·x + \(truth.b), drawn by \
        PyTorch’s generator with seed \(example.seed), with noise of standard deviation \
        \(NoisyLine.noise). Each of the three fits a line to them by gradient descent with \
        η = \(example.η) for \(counted(example.epochs, "epoch")), through the same samples in the same order: the full \
        batch with B = \(example.samples), mini-batches with B = \(example.batchSize), single samples with B = 1.
        """,
      zh: """
        在直线 y = \(truth.w)·x + \(truth.b) 附近取 \(example.samples) 个点（随机种子 \(example.seed)，\
        噪声标准差 \(NoisyLine.noise)）。三种方式都用梯度下降拟合直线，η = \(example.η)，\
        共 \(example.epochs) 轮，样本及其顺序完全相同，只是批大小不同：全批量 B = \(example.samples)，\
        小批量 B = \(example.batchSize)，逐个样本 B = 1。
        """)
    Block.formulas([
      "ℓ(w, b) = \(loss.formula(Notation(.bare)))": Words(
        en: "the loss of one point", zh: "单个点的损失"),
      "L(w, b) = (ℓ₁ + ℓ₂ + … + ℓ_B)/B":
        Words(en: "the loss of a batch, whose gradient a step goes by", zh: "一批的损失，每步按它的梯度更新"),
      "w = \(minimum[0], .rounded),  b = \(minimum[1], .rounded)":
        Words(en: "the minimum for all points, by least squares", zh: "全体样本损失的最小点（最小二乘）"),
    ])
    firstStep(from: start, against: loss)
    Block.table(Table([epochs] + losses), name: "losses")
    outcome(of: experiment)
  }

  /// Where the three end, and in how many steps.
  private func outcome(of experiment: BatchExperiment) -> Words {
    let (example, line) = (example, experiment.line)
    let steps = experiment.ways.map { $0.path.count - 1 }
    let ends = experiment.ways.map { way in
      Numerals.rounded.text(line.excess(at: way.path[way.path.count - 1]))
    }
    return Words(
      en: """
        The loss cannot fall below \(line.loss(at: line.minimum), .rounded), which is the noise. The same \
        \(counted(example.epochs, "epoch")) are \(counted(steps[0], "step")) with the full batch, which end \(ends[0]) above \
        that, \(steps[1]) with mini-batches of \(example.batchSize), which end \(ends[1]) above it, and \(steps[2]) one sample \
        at a time, which end \(ends[2]) above it. The gradient of a few samples only estimates that of all: such steps are many \
        and come near soon, but wander about the minimum for as long as η stays.
        """,
      zh: """
        损失不可能低于噪声决定的 \(line.loss(at: line.minimum), .rounded)。同样的 \(example.epochs) 轮，\
        全批量走 \(steps[0]) 步，最后比它高 \(ends[0])；每批 \(example.batchSize) 个的小批量走 \(steps[1]) 步，\
        最后高 \(ends[1])；逐个样本走 \(steps[2]) 步，最后高 \(ends[2])。少数样本的梯度只是全体样本梯度的估计：\
        这样的步子多，很快就走到附近，但只要 η 不减小就在最小点周围徘徊。
        """)
  }

  /// The first step of the stochastic descent, with its numbers.
  private func firstStep(from start: [Traced], against loss: Traced) -> Block {
    let gradient = zip(loss.gradient(by: start), ["∂ℓ/∂w", "∂ℓ/∂b"]).map { $0.named(Symbol($1)) }
    var optimizer = GradientDescent(η: Traced(example.η))
    let next = zip(start, gradient).map { optimizer.step($0, gradient: $1, at: 1) }
    return .derivations(
      title: Words(en: "The first stochastic step", zh: "随机梯度下降的第一步"),
      of: gradient + [next[0].named("w", 1), next[1].named("b", 1)])
  }
}

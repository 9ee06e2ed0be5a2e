import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says in words, formulas and numbers.
extension BatchesLesson {
  var introduction: Words {
    Words(
      en: """
        Training with N = \(counted(samples, "sample")), batches of B = \(batchSize) and E = \
        \(counted(epochs, "epoch")) (course section 3.1).
        """,
      zh: "训练集有 N = \(samples) 个样本，每批 B = \(batchSize) 个，共训练 E = \(epochs) 轮（课程 3.1 节）。")
  }

  var terms: [Document.Formula] {
    [
      (
        Words(en: "epoch", zh: "轮（Epoch）"),
        Words(en: "all N samples are seen once", zh: "全部 N 个样本都训练一遍")
      ),
      (
        Words(en: "batch", zh: "批（Batch）"),
        Words(en: "the B samples that one step looks at", zh: "一次更新所用的样本，其个数 B 是批大小（Batch Size）")
      ),
      (
        Words(en: "iteration", zh: "迭代（Iteration）"),
        Words(en: "one step of the optimizer, by one batch", zh: "用一批样本更新一次参数")
      ),
    ]
  }

  var counts: [Document.Formula] {
    let batches = batches
    let (n, b, count) = (batches.samples, batches.size, batches.count)
    let quotient = Numerals.rounded.text(Double(n) / Double(b))
    return [
      ("N = \(n)", Words(en: "samples in an epoch", zh: "每轮的样本数")),
      (
        "⌈N/B⌉ = ⌈\(n)/\(b)⌉\(batches.isEven ? "" : " = ⌈\(quotient)⌉") = \(count)",
        Words(en: "batches, and so iterations, in an epoch", zh: "每轮的批数，也就是迭代次数")
      ),
      (
        "N − (⌈N/B⌉ − 1)·B = \(n) − \(count - 1)·\(b) = \(batches.last)",
        Words(en: "samples in the last batch", zh: "最后一批的样本数")
      ),
      (
        "E·⌈N/B⌉ = \(epochs)·\(count) = \(batches.iterations(epochs: epochs))",
        Words(en: "iterations in all epochs", zh: "所有轮的迭代总次数")
      ),
    ]
  }

  /// Compares with what the course says; nil where the numbers are not the course's.
  var comparison: Words? {
    let course = Self.course
    guard
      (samples, batchSize, epochs) == (course.samples, course.batchSize, course.epochs)
    else { return nil }
    let same =
      (batches.count, batches.iterations(epochs: epochs)) == (course.batches, course.iterations)
    let verdict =
      same ? Words(en: "the same.", zh: "完全一致。") : Words(en: "not the same.", zh: "并不一致。")
    return Words(
      en: """
        The course has \(course.batches) batches and \(course.iterations) iterations: \(verdict)
        """,
      zh: "课程给出每轮 \(course.batches) 批、共 \(course.iterations) 次迭代：\(verdict)")
  }

  /// The batch size, and the largest smaller one that divides N.
  private var divided: [Batches] {
    let pairs = (1...Int(Double(samples).squareRoot())).filter { samples % $0 == 0 }
    let divisor = pairs.flatMap { [$0, samples / $0] }.filter { $0 < batchSize }.max()
    return [batches] + (divisor.map { [Batches(samples: samples, size: $0)] } ?? [])
  }

  var divisionTable: Table {
    func column(_ heading: Words, _ value: (Batches) -> Int) -> Table.Column {
      Table.Column(heading, divided.map { Double(value($0)) })
    }
    return Table([
      column("B", \.size),
      Table.Column("N/B", divided.map { Double($0.samples) / Double($0.size) }),
      Table.Column(
        Words(en: "B divides N", zh: "整除"),
        texts: divided.map { $0.isEven ? Words(en: "yes", zh: "是") : Words(en: "no", zh: "否") }),
      column("⌈N/B⌉", \.count),
      column("⌊N/B⌋ + 1") { $0.full + 1 },
      column(Words(en: "last batch", zh: "最后一批"), \.last),
      column(Words(en: "full batches", zh: "满批数"), \.full),
    ])
  }

  var division: Words {
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

  private var names: [Words] {
    [
      Words(en: "full batch", zh: "全批量（BGD）"), Words(en: "mini-batch", zh: "小批量（Mini-Batch）"),
      Words(en: "stochastic", zh: "随机（SGD）"),
    ]
  }

  var wayTable: Table {
    let ways = [samples, batchSize, 1].map { Batches(samples: samples, size: $0) }
    func column(_ heading: Words, _ value: (Batches) -> Int) -> Table.Column {
      Table.Column(heading, ways.map { Double(value($0)) })
    }
    return Table([
      Table.Column(Words(en: "gradient descent", zh: "梯度下降方式"), texts: names),
      column(Words(en: "batch size", zh: "批大小"), \.size),
      column(Words(en: "batches", zh: "每轮批数"), \.count),
      column(Words(en: "last batch", zh: "最后一批"), \.last),
      column(Words(en: "iterations in all", zh: "迭代总次数")) { $0.iterations(epochs: epochs) },
    ])
  }

  var ways: Words {
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

  var experimentIntroduction: Words {
    let (example, line) = (Self.example, NoisyLine.line)
    return Words(
      en: """
        \(example.samples) points about the line y = \(line.w)·x + \(line.b), drawn by \
        PyTorch’s generator with seed \(example.seed), with noise of standard deviation \
        \(NoisyLine.noise). Each of the three fits a line to them by gradient descent with \
        η = \(example.η) for \(example.epochs) epochs, through the same samples in the same order: the full \
        batch with B = \(example.samples), mini-batches with B = \(example.batchSize), single samples with B = 1.
        """,
      zh: """
        在直线 y = \(line.w)·x + \(line.b) 附近取 \(example.samples) 个点（随机种子 \(example.seed)，\
        噪声标准差 \(NoisyLine.noise)）。三种方式都用梯度下降拟合直线，η = \(example.η)，\
        共 \(example.epochs) 轮，样本及其顺序完全相同，只是批大小不同：全批量 B = \(example.samples)，\
        小批量 B = \(example.batchSize)，逐个样本 B = 1。
        """)
  }

  func experimentFormulas(_ experiment: BatchExperiment) -> [Document.Formula] {
    let loss = NoisyLine.loss(variables, x: Traced(1).named("x"), y: Traced(1).named("y"))
    let sample = loss.formula(Notation(.bare))
    let minimum = experiment.minimum.map(Numerals.rounded.text)
    return [
      ("ℓ(w, b) = \(sample)", Words(en: "the loss of one point", zh: "单个点的损失")),
      (
        "L(w, b) = (ℓ₁ + ℓ₂ + … + ℓ_B)/B",
        Words(en: "the loss of a batch, whose gradient a step goes by", zh: "一批的损失，每步按它的梯度更新")
      ),
      (
        "w = \(minimum[0]),  b = \(minimum[1])",
        Words(en: "the minimum for all points, by least squares", zh: "全体样本损失的最小点（最小二乘）")
      ),
    ]
  }

  /// The parameters at the start, as variables.
  private var variables: [Traced] {
    zip(Self.example.start, ["w", "b"] as [Symbol]).map { Traced($0).named($1, 0) }
  }

  /// The first step of the stochastic descent, with its numbers.
  func firstStep(_ experiment: BatchExperiment) -> Block {
    let point = variables
    var optimizer = GradientDescent(η: Traced(Self.example.η))
    let sample = experiment.stochastic.firstBatch[0]
    let slopes = NoisyLine.loss(
      point, x: Traced(sample.x).named("x", 1), y: Traced(sample.y).named("y", 1)
    ).gradient(by: point)
    let gradient = zip(slopes, ["∂ℓ/∂w", "∂ℓ/∂b"]).map { $0.named(Symbol($1)) }
    let next = zip(point, gradient).map { optimizer.step($0, gradient: $1, at: 1) }
    let steps = zip(next, ["w", "b"] as [Symbol]).map { $0.named($1, 1) }
    return .derivations(
      title: Words(en: "The first stochastic step", zh: "随机梯度下降的第一步"),
      (gradient + steps).map { $0.derivation() })
  }

  func lossTable(_ experiment: BatchExperiment) -> Table {
    Table(
      [Table.Column(Words(en: "epoch", zh: "轮"), (0...Self.example.epochs).map(Double.init))]
        + zip(names, experiment.all).map { name, descent in
          Table.Column(name, descent.epochEnds.map(experiment.loss))
        })
  }

  func outcome(_ experiment: BatchExperiment) -> Words {
    let least = experiment.loss(at: experiment.minimum)
    let steps = experiment.all.map { "\($0.path.count - 1)" }
    return Words(
      en: """
        The loss cannot fall below \(Numerals.rounded.text(least)), which is the noise. The same \
        \(Self.example.epochs) epochs are \(steps[0]) steps with the full batch, \(steps[1]) with \
        mini-batches of \(Self.example.batchSize) and \(steps[2]) one sample at a time. The full batch goes straight and has not \
        arrived; single samples arrive in the first epoch and then wander about the minimum for \
        as long as η stays; mini-batches are between: almost as straight, and there after a few \
        epochs.
        """,
      zh: """
        损失不可能低于噪声决定的 \(Numerals.rounded.text(least))。同样的 \(Self.example.epochs) 轮，\
        全批量只走 \(steps[0]) 步，每批 \(Self.example.batchSize) 个的小批量走 \(steps[1]) 步，逐个样本走 \(steps[2]) 步。全批量走得直，但还没有到达；\
        逐个样本在第一轮就到达，此后只要 η 不减小就在最小点附近徘徊；小批量介于两者之间：轨迹几乎同样直，几轮就到达。
        """)
  }
}

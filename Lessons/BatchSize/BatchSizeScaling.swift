import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says of the learning rate that goes with a batch size, and of powers of two.
extension BatchSizeLesson {
  /// The rate from which on gradient descent with all samples goes away from the minimum.
  static func limit(of line: LineFit) -> Double { 2 / line.largestCurvature }

  @Document.Parts
  func scaling(_ runs: [BatchRun], _ line: LineFit) -> [Block] {
    let limit = Self.limit(of: line)
    let broken = runs.first { $0.η >= limit }
    let ends = [1, 2, 5].filter { $0 < epochs } + [epochs]
    let columns = ends.map { end in
      Table.Column(
        Words(en: "after \(counted(end, "epoch"))", zh: "\(end) 轮之后"),
        runs.map { $0.epochEnds[end] })
    }
    Block.heading(Words(en: "The linear scaling rule", zh: "线性缩放规则"))
    Words(
      en: """
        k times the batch makes k times fewer steps of an epoch. With k times the learning rate \
        each is k times as long, and the run is nearly the same, epoch by epoch: the linear scaling \
        rule of Goyal et al. (2017), who train with η = 0.1·B/256 up to B = 8192. It ends where the \
        step is too long for the loss: from η = 2/h on, where h is the largest curvature, how fast \
        the gradient grows with the weights. Here h = \(line.largestCurvature, .rounded) and 2/h = \(limit, .rounded).
        """,
      zh: """
        批大小乘以 k，一轮的步数就减少到 1/k；学习率也乘以 k，每一步就长 k 倍，按轮来看，训练过程几乎相同。\
        这就是 Goyal 等人（2017）的线性缩放规则，他们用 η = 0.1·B/256，直到 B = 8192。步长超过损失所容许的限度时规则失效：\
        从 η = 2/h 起，h 是最大的曲率，即梯度随权重增大的快慢。这里 h = \(line.largestCurvature, .rounded)，2/h = \(limit, .rounded)。
        """)
    Block.table(
      Table(
        [
          Table.Column("k", runs.map { Double($0.batches.size / Self.smallest) }),
          Table.Column("B", runs.map { Double($0.batches.size) }),
          Table.Column("η", runs.map(\.η)),
        ] + columns), name: "scaling")
    if let broken {
      Words(
        en: """
          With k = \(broken.batches.size / Self.smallest) the rate is above the limit: sooner or \
          later the loss grows. With rates near the limit the rule holds no longer either, as each step then jumps \
          across the minimum.
          """,
        zh: """
          k = \(broken.batches.size / Self.smallest) 时学习率超过了限度：损失迟早会增大。接近限度时规则也已不成立，\
          因为每一步都跳过了最小点。
          """)
    } else {
      Words(
        en:
          "All of these rates are below the limit; a larger --learning-rate shows what lies above.",
        zh: "这些学习率都低于限度；增大 --learning-rate 可以看到超过限度的情形。")
    }
  }

  @Document.Parts
  var powersOfTwo: [Block] {
    let power = Self.doubled(upTo: samples / 4).last ?? 1
    let cuts = [power, power - 4].map { Batches(samples: samples, size: $0) }
    let (even, odd) = (cuts[0], cuts[1])
    let ratio = (Double(odd.size) / Double(odd.last)).squareRoot()
    Block.heading(Words(en: "Powers of two", zh: "2 的幂"))
    Block.table(
      cuts.table([
        "B": { .number($0.size) }, "⌈N/B⌉": { .number($0.count) },
        Words(en: "last batch", zh: "最后一批"): { .number($0.last) },
      ]), name: "powers")
    Words(
      en: """
        The course advises powers of two (64, 128, 512), for the sake of the hardware’s memory. What \
        these numbers show is another thing: with B = \(even.size) the last batch has \
        \(even.last) samples, with B = \(odd.size) it has \(odd.last), whose gradient is \
        √(\(odd.size)/\(odd.last)) = \(ratio, .rounded) times as noisy as that of a full batch. \
        A data set that is no multiple of a power of two has such a batch as well. Whether \
        \(even.size) is also faster than \(odd.size) depends on the processor and its program; a \
        lesson that counts gradients does not decide it.
        """,
      zh: """
        课程建议取 2 的幂（64、128、512），理由是硬件的内存管理。这里的数说明的是另一件事：B = \(even.size) 时最后一批有 \
        \(even.last) 个样本，B = \(odd.size) 时有 \(odd.last) 个，其梯度的噪声是满批的 √(\(odd.size)/\(odd.last)) = \
        \(ratio, .rounded) 倍。样本数不是 2 的幂的倍数时，同样会有这样的一批。\(even.size) 是否也比 \(odd.size) 更快，\
        取决于处理器及其程序；本课只数梯度，不能判定。
        """)
  }
}

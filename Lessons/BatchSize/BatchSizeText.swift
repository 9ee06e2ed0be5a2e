import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says of noise and cost in words, formulas and numbers.
extension BatchSizeLesson {
  /// Point 1, 2 and so on, in the order in which they were drawn.
  private func slope(_ line: LineFit, _ place: Int) -> Traced {
    let w = Traced(LineFit.start[0]).named("w")
    let x = Traced(line.data.inputs.values[place]).named(Symbol("x\(place + 1)"))
    let y = Traced(line.data.targets.values[place]).named(Symbol("y\(place + 1)"))
    return LineFit.loss(w, Traced(LineFit.start[1]).named("b"), x: x, y: y)
      .gradient(by: [w])[0].named(Symbol("g\(place + 1)"))
  }

  @Document.Parts
  func introduction(_ line: LineFit) -> [Block] {
    let slopes = (0..<4).map { slope(line, $0) }
    let sum = slopes.dropFirst().reduce(slopes[0], +)
    let size = Traced(4).named("B")
    let whole = line.gradients(at: LineFit.start).map { $0[0] }.mean
    Words(
      en: """
        A step of training goes by the gradient of a batch of B samples, an estimate of that of \
        all N. A small batch makes cheap steps by noisy gradients, a large one expensive steps by \
        calm ones (course documents 003, section 7, and 004, “batch size”). Here a line w·x + b is \
        fitted to N = \(samples) points about y = \(LineFit.line.w)·x + \(LineFit.line.b), with \
        noise of standard deviation \(LineFit.noise), by the mean squared error. The gradients of \
        the first four points by w at w = \(LineFit.start[0], .rounded), b = \
        \(LineFit.start[1], .rounded):
        """,
      zh: """
        训练的每一步依据一批 B 个样本的梯度，它是全部 N 个样本的梯度的估计。批小，每步便宜，但梯度噪声大；批大，每步昂贵，\
        但梯度平稳（课程 003 第 7 节与 004“batch size 设置”）。这里用均方误差把直线 w·x + b 拟合到 N = \(samples) 个点，\
        它们在 y = \(LineFit.line.w)·x + \(LineFit.line.b) 附近，噪声标准差为 \(LineFit.noise)。\
        在 w = \(LineFit.start[0], .rounded)、b = \(LineFit.start[1], .rounded) 处，前四个点的损失对 w 的梯度：
        """)
    Block.derivations(
      title: Words(en: "Four samples, and a batch of them", zh: "四个样本，以及由它们组成的一批"),
      of: slopes + [(sum / size).named("ḡ")])
    Words(
      en: "The gradient of all \(samples) is \(whole, .rounded).",
      zh: "全部 \(samples) 个样本的梯度为 \(whole, .rounded)。")
  }

  @Document.Parts
  func noise(_ spreads: [GradientSpread], of line: LineFit) -> [Block] {
    let deviation = line.gradients(at: LineFit.start).map { $0[0] }.deviation
    let σ = Traced(deviation).named("σ")
    let errors = [4.0, 16].map { size in
      BatchNoise(samples: Traced(Double(samples)), size: Traced(size))
        .standardError(of: σ).named("SE")
    }
    let shown = spreads.filter { sizes.contains($0.size) }
    Block.heading(Words(en: "The noise of a batch", zh: "一批的噪声"))
    Words(
      en: """
        The gradients of the single samples have the standard deviation σ = \(deviation, .rounded) \
        about that of all. That of a batch’s mean is called the standard error; batches are drawn \
        without putting samples back, so that a batch of all N has none:
        """,
      zh: """
        单个样本的梯度围绕全体梯度的标准差为 σ = \(deviation, .rounded)。一批的平均值的标准差叫标准误差；\
        抽取样本时不放回，因此包含全部 N 个样本的一批没有误差：
        """)
    Block.derivations(
      title: Words(en: "The standard error of batches of 4 and of 16", zh: "每批 4 个与 16 个样本的标准误差"),
      of: errors)
    Words(
      en: """
        Four times the samples halve the noise, or a little more where the batch is a large part of \
        the data. Drawn batches, at least \(batches) of each size, agree:
        """,
      zh: """
        样本增加到四倍，噪声减半；批占数据的大部分时，减得更多一些。实际抽取每种大小至少 \(batches) 批，结果相符：
        """)
    Block.table(
      shown.table([
        "B": { .number($0.size) },
        Words(en: "measured", zh: "实测"): { .number($0.measured) },
        Words(en: "by the formula", zh: "按公式"): { .number($0.expected) },
        Words(en: "steps an epoch ⌈N/B⌉", zh: "每轮步数 ⌈N/B⌉"): {
          .number(Batches(samples: samples, size: $0.size).count)
        },
      ]), name: "noise")
  }

  @Document.Parts
  func cost(_ runs: [BatchRun]) -> [Block] {
    let (small, large) = (runs[0], runs[runs.count - 1])
    Block.heading(Words(en: "Equal epochs, equal steps", zh: "轮数相同与步数相同"))
    Words(
      en: """
        How far the loss of all samples is above its minimum, with η = \(learningRate, .rounded) \
        from the same start. An epoch, once through all samples, costs every batch size the same \
        \(samples) gradients, but a small batch makes more steps of them. A step of a large batch \
        goes by a calmer gradient, but it costs B of them:
        """,
      zh: """
        全体样本的损失超出最小值的部分，η = \(learningRate, .rounded)，起点相同。每轮把全部样本用一遍，\
        代价都是 \(samples) 个样本的梯度，批小则步数多；批大则每一步的梯度更平稳，但要算 B 个梯度：
        """)
    Block.table(
      runs.table([
        "B": { .number($0.batches.size) },
        Words(en: "steps in \(counted(epochs, "epoch"))", zh: "\(epochs) 轮的步数"): {
          .number($0.batches.iterations(epochs: epochs))
        },
        Words(en: "loss above minimum then", zh: "此时超出最小值"): { .number($0.epochEnds[epochs]) },
        Words(en: "after \(Self.steps) steps", zh: "\(Self.steps) 步之后"): {
          .number($0.excess[Self.steps])
        },
        Words(en: "samples for these", zh: "所用样本数"): {
          .number(Self.steps * $0.batches.size)
        },
      ]), name: "cost")
    Words(
      en: """
        After \(counted(epochs, "epoch")) B = 1 is \(small.epochEnds[epochs], .rounded) above the \
        minimum and the full batch \(large.epochEnds[epochs], .rounded). After \(Self.steps) steps \
        it is \(small.excess[Self.steps], .rounded) and \(large.excess[Self.steps], .rounded), but \
        the full batch has taken \(samples) times as many gradients for it. Far from the minimum the \
        noise matters little, as all gradients point much the same way; near it the noise decides. \
        How long these take is \
        another matter: a processor that calculates a whole batch at once is not busy with single \
        samples. In these tables only gradients are counted.
        """,
      zh: """
        \(epochs) 轮之后，B = 1 超出最小值 \(small.epochEnds[epochs], .rounded)，全批量超出 \
        \(large.epochEnds[epochs], .rounded)。\(Self.steps) 步之后，两者分别为 \
        \(small.excess[Self.steps], .rounded) 和 \(large.excess[Self.steps], .rounded)，\
        但全批量为此算的梯度是 B = 1 的 \(samples) 倍。离最小点远时，各样本的梯度方向大致相同，噪声影响不大；\
        离得近时，噪声起决定作用。花多少时间是另一回事：能同时计算整批的处理器，逐个样本时大部分闲着。\
        这些表只数梯度的个数。
        """)
  }

  @Document.Parts
  func stationary(_ floors: [StationaryNoise]) -> [Block] {
    let first = floors[0]
    let noise = BatchNoise(
      samples: Traced(Double(samples)), size: Traced(Double(first.size)))
    let η = Traced(first.η).named("η")
    let excess = noise.excess(η: η, variance: Traced(first.variance).named("V"))
    Block.heading(Words(en: "Noise that stays", zh: "不会消失的噪声"))
    Words(
      en: """
        With a rate that does not fall, the noise keeps the weights off the minimum for ever. How \
        far depends on η/B alone: twice the rate with twice the batch is as noisy. Smith and Le \
        (2018) call g = η·(N/B − 1), about η·N/B, the noise scale. Where batches are drawn \
        independently and η is small, the loss stays above its minimum by about E, where V is the \
        sum of the variances of the gradients by w and by b there:
        """,
      zh: """
        学习率不减小，噪声就使权重始终偏离最小点。偏离多少只取决于 η/B：学习率和批大小都加倍，噪声不变。\
        Smith 与 Le（2018）把 g = η·(N/B − 1) ≈ η·N/B 叫噪声尺度。若各批独立抽取而 η 较小，\
        损失超出最小值的部分约为 E，其中 V 是最小点处对 w 和对 b 的梯度的方差之和：
        """)
    Block.derivations(
      title: Words(en: "The first row below", zh: "下表的第一行"),
      of: [noise.scale(η: η).named("g"), excess.named("E")])
    Block.table(
      floors.table([
        "η": { .number($0.η) }, "B": { .number($0.size) },
        Words(en: "noise scale g", zh: "噪声尺度 g"): { .number($0.scale) },
        Words(en: "loss above minimum", zh: "损失超出最小值"): { .number($0.measured) },
        Words(en: "by the formula", zh: "按公式"): { .number($0.expected) },
      ]), name: "stationary")
    Words(
      en: """
        Each is the mean of \(StationaryNoise.steps * 9 / 10) steps. On networks this noise often \
        helps generalization: it drives training out of narrow minima, where the loss of new samples \
        is large. A line has only one minimum, so that cannot be seen here.
        """,
      zh: """
        每个数都是 \(StationaryNoise.steps * 9 / 10) 步的平均。在神经网络中，这种噪声往往有助于泛化：\
        它使训练离开狭窄的最小点，而新样本的损失在那里会很大。直线只有一个最小点，这里看不到这一点。
        """)
  }
}

import Formulas
import Lecture
import LessonsShared
import Networks
import Perceptrons
import TorchRandom
import Words

/// What the lesson says of autoencoders and of transfer.
extension StructuresLesson {
  /// Samples of four numbers that two hidden ones almost determine.
  private static func codedSamples(from torch: inout TorchGenerator) -> Matrix {
    let directions = Matrix([[1, 1, 0, -1], [0, 1, 1, 1]])
    let hidden = Matrix(rows: 20, columns: 2, torch.randn(40, as: Double.self))
    let noise = Matrix(rows: 20, columns: 4, torch.normal(80, mean: 0, std: 0.1, as: Double.self))
    return (hidden * directions).zip(noise, +)
  }

  @Document.Parts
  var autoencoder: [Block] {
    var torch = TorchGenerator(seed: seed)
    let data = Self.codedSamples(from: &torch)
    var coder = LinearAutoencoder(
      encoder: Matrix(torch.linear(inputs: 4, outputs: 2, as: Double.self).weight),
      decoder: Matrix(torch.linear(inputs: 2, outputs: 4, as: Double.self).weight), data: data,
      η: 0.2)
    let ends = [0, 10, 100, 1000]
    let best = coder.bestPossible
    let history = ends.indices.map { index in
      for _ in 0..<ends[index] - (index > 0 ? ends[index - 1] : 0) { coder.step() }
      return coder.loss
    }
    let (x, code) = (data.row(0), coder.code(of: data.row(0)))
    let noisy = zip(x, torch.normal(4, mean: 0, std: 0.5, as: Double.self)).map { $0 + $1 }
    let network = coder.network
    let outputs = [x, noisy].map { network(Matrix([$0])).values.numbered("x̂") }
    let losses = outputs.map { AutoencoderLoss.value($0, x.numbered("x")) }
    let sparse = AutoencoderLoss.sparse(
      outputs[0], x.numbered("x"), code: code.numbered("z"), λ: Traced(0.1).named("λ"))
    Block.heading(Words(en: "An autoencoder’s bottleneck", zh: "自编码器的瓶颈"))
    Words(
      en: """
        An autoencoder learns to give back its input x as x̂ through a code z of fewer numbers, the bottleneck: here 4 numbers through \
        2, by weights without biases. 20 samples are made of two hidden numbers and a little noise, so 2 are almost enough. No linear \
        code can do better than the best one, which is calculated from the data’s principal components, the directions in which they vary most.
        """,
      zh: """
        自编码器学习把输入 x 经过更短的编码 z（瓶颈）还原为 x̂：这里 4 个数经过 2 个数，只用权重，没有偏置。20 个样本由两个隐藏的数加少许噪声生成，\
        所以 2 个数几乎够用。线性编码不可能好过最优的一个，后者由数据的主成分（变化最大的方向）算出。
        """)
    Block.table(
      zip(ends, history).map { ($0, $1) }.table([
        Words(en: "steps", zh: "步数"): { .number($0.0) },
        Words(en: "loss L", zh: "损失 L"): { .number($0.1) },
        Words(en: "above the best", zh: "超出最优"): { .number($0.1 - best) },
      ]), name: "autoencoder")
    Words(en: "The best possible loss is \(best, .rounded).", zh: "可能的最小损失为 \(best, .rounded)。")
    Block.derivations(
      title: Words(
        en:
          "The first sample’s loss L, and a sparse autoencoder’s, Lₛ, which pays λ·|z| for its code, too",
        zh: "第一个样本的损失 L，以及稀疏自编码器的损失 Lₛ：编码也要付出代价 λ·|z|"),
      of: [losses[0], sparse], longestSum: 2)
    Block.derivations(
      title: Words(
        en: "A denoising one’s: the input is made noisy, x̂ is compared with the clean x",
        zh: "去噪自编码器的损失：输入加噪声，x̂ 仍与干净的 x 比较"),
      of: [losses[1]], longestSum: 2)
    Words(
      en:
        "Sparse codes have few numbers far from 0, so each comes to mean something; noise keeps the network from merely copying.",
      zh: "稀疏的编码只有少数几个数明显不为 0，各有含义；加噪声则使网络不能只是照抄。")
  }

  @Document.Parts
  var transfer: [Block] {
    let transfer = Transfer(samples: samples, seed: seed)
    let (kept, scratch) = (100 * transfer.kept.mean, 100 * transfer.scratch.mean)
    let better = zip(transfer.kept, transfer.scratch).count { $0 > $1 }
    Block.heading(Words(en: "Transfer of trained layers", zh: "迁移训练好的层"))
    Words(
      en: """
        A network with \(Transfer.hidden) hidden neurons learns to tell the three arms of a spiral apart, from 300 samples: \(100 * transfer.first, .fixed(1)) % of new \
        ones are right. A second task asks only whether a point is on one certain arm, and has \(samples) samples of each class. Either \
        the trained hidden layer is kept and only a new last layer learns, or a new network learns from scratch.
        """,
      zh: """
        一个含 \(Transfer.hidden) 个隐藏神经元的网络用 300 个样本学习区分螺旋的三条臂，新样本的正确率为 \(100 * transfer.first, .fixed(1)) %。\
        第二个任务只问一个点是否在某一条臂上，每类只有 \(samples) 个样本。要么保留训练好的隐藏层，只让新的最后一层学习；\
        要么让一个新网络从头学起。
        """)
    Block.table(
      [
        (Words(en: "trained layer kept", zh: "保留训练好的层"), transfer.kept),
        (Words(en: "from scratch", zh: "从头学起"), transfer.scratch),
      ].table([
        "": { .text($0.0) },
        Words(en: "mean accuracy, %", zh: "平均正确率，%"): { .number(100 * $0.1.mean) },
        Words(en: "lowest", zh: "最低"): { .number(100 * ($0.1.min() ?? .nan)) },
        Words(en: "highest", zh: "最高"): { .number(100 * ($0.1.max() ?? .nan)) },
      ]), name: "transfer")
    Words(
      en: """
        Over \(Transfer.draws) draws of the few samples the kept layer is better in \(better). \
        \(kept > scratch ? "On average it wins: what the first task taught it about the spiral need not be learned again." : "On average it does not win here: with enough samples, or with another task, starting anew is as good.")
        """,
      zh: """
        少量样本抽取 \(Transfer.draws) 次，其中 \(better) 次保留的层更好。\
        \(kept > scratch ? "平均而言它占优：第一个任务教会它的螺旋形状不必重新学习。" : "平均而言它在这里并不占优：样本足够多或任务不同时，从头学起同样好。")
        """)
  }
}

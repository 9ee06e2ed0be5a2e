import Formulas
import Lecture
import LessonsShared
import Networks
import Perceptrons
import Words

/// What the lesson says of the size of weights, in words, formulas and numbers.
extension InitializationLesson {
  var introduction: Words {
    Words(
      en: """
        Before training, the weights of a network are drawn at random with mean 0. Their standard deviation σ decides whether \
        signals and gradients keep their size from layer to layer, fade or blow up (course documents 003, section 2, and 004, \
        section 3). Below, signals of size 1 go through \(layers) layers of \(width) neurons, and a gradient comes back.
        """,
      zh: """
        训练之前，网络的权重随机抽取，均值为 0。它们的标准差 σ 决定了信号和梯度在逐层传播时是保持大小、逐渐消失还是越来越大\
        （课程文档 003 第 2 节、004 第 3 节）。下面让大小为 1 的信号通过 \(layers) 层、每层 \(width) 个神经元，再把梯度传回来。
        """)
  }

  /// How the size of what comes out of a layer follows from what goes in.
  @Document.Parts
  var oneNeuron: [Block] {
    let (n, σ) = (Traced(Double(width)).named("n"), Traced(0.01).named("σ"))
    let z = Traced(1).named("z")
    let q = SignalSize.variance(n: n, σ: σ, meanSquare: Traced(1).named("m")).named("q")
    let square = SignalSize.square(of: .tanh, q: q, z: z).formula(Notation(.bare))
    let layers = SignalSize.layers(2, width: width, σ: 0.01, .tanh)
    let inputs = [1, layers[0].meanSquare]
    let variances = zip(1..., inputs).map { layer, m in
      SignalSize.variance(
        n: n, σ: σ, meanSquare: Traced(m).named("m", Step(layer - 1))
      ).named("q", Step(layer))
    }
    Block.heading(Words(en: "One layer: what goes in, what comes out", zh: "一层：进去多大，出来多大"))
    Block.formulas([
      "q = \(q.formula(Notation(.bare)))": Words(
        en:
          "variance of a neuron’s weighted sum of n numbers; m: the mean of their squares (mean square)",
        zh: "n 个数加权求和后的方差；m 是这些数的均方（平方的平均）"),
      "m = E[\(square)]": Words(
        en: "mean square of what tanh makes of it", zh: "经过 tanh 之后的均方"),
    ])
    Words(
      en: """
        E is the mean over normal numbers z of variance 1: a sum of many random terms is nearly normal. Layer after layer this \
        gives the size of the signal, without a single draw. For σ = 0.01:
        """,
      zh: "E 是对方差为 1 的正态随机数 z 求平均：许多随机项之和近似服从正态分布。逐层计算，不用抽取任何随机数就能得到信号的大小。对 σ = 0.01：")
    Block.derivations(
      title: Words(en: "tanh, σ = 0.01, layers 1 and 2", zh: "tanh，σ = 0.01，第 1、2 层"), of: variances
    )
    Words(
      en: """
        After tanh the standard deviations are \(layers[0].deviation, .rounded) and \(layers[1].deviation, .rounded): each layer \
        leaves about √(n·σ²) = \((Double(width) * 1e-4).squareRoot(), .rounded) of what goes in. To keep the size, σ has to fit n.
        """,
      zh: """
        经过 tanh 之后，标准差为 \(layers[0].deviation, .rounded) 和 \(layers[1].deviation, .rounded)：每层大约只留下输入的 \
        √(n·σ²) = \((Double(width) * 1e-4).squareRoot(), .rounded) 倍。要保持大小，σ 就必须与 n 相配。
        """)
  }

  @Document.Parts
  var rules: [Block] {
    let n = Traced(Double(width))
    let (inputs, outputs) = (n.named("n_in"), n.named("n_out"))
    let xavier = Initialization.xavier(inputs: inputs, outputs: outputs).named("σ")
    let he = Initialization.he(fan: inputs).named("σ")
    let rows: [(Words, Double)] = [
      ("Xavier", xavier.value), ("He", he.value),
      (
        Words(en: "PyTorch’s nn.Linear", zh: "PyTorch 的 nn.Linear"),
        Initialization.he(fan: Double(width), gain: 1 / Double.sqrt(3))
      ),
    ]
    Block.heading(Words(en: "The rules", zh: "初始化的规则"))
    Block.derivations(
      title: Words(
        en: "Xavier, for tanh and sigmoid: variance 2/(inputs + outputs)",
        zh: "Xavier，用于 tanh 和 sigmoid：方差 2/(输入数 + 输出数)"),
      of: [xavier])
    Block.derivations(
      title: Words(
        en: "He, for ReLU, which sets half of the sums to 0: variance 2/inputs",
        zh: "He，用于把一半的和置 0 的 ReLU：方差 2/输入数"), of: [he])
    Words(
      en: """
        A layer keeps the size forwards if its variance is 1/inputs, and backwards if it is 1/outputs; Xavier’s lies between both. \
        Drawn uniformly, as document 004 has it, weights lie between −√3·σ and √3·σ: the more connections, the smaller.
        """,
      zh: """
        方差为 1/输入数时，前向保持大小；为 1/输出数时，反向保持大小；Xavier 取两者之间。\
        若像文档 004 那样均匀抽取，权重就在 −√3·σ 与 √3·σ 之间：连接越多，权重越小。
        """)
    Block.table(
      rows.table([
        Words(en: "\(width) inputs and outputs", zh: "输入、输出各 \(width)"): { .text($0.0) },
        "σ": { .number($0.1) },
        Words(en: "uniform between ±", zh: "均匀分布的范围 ±"): { .number(Initialization.bound($0.1)) },
      ]), name: "\(Self.name)-rules")
  }

  @Document.Parts
  func forwards(_ signals: [Signal]) -> [Block] {
    let last = layers - 1
    let (small, large, xavier, half, he) = (
      signals[0], signals[1], signals[2], signals[3], signals[4]
    )
    // By how much the draw is off, at most, in parts of what the recursion says.
    let difference =
      signals.flatMap { signal in
        zip(signal.deviations, signal.expected).map { abs($0 / $1.deviation - 1) }
      }.max() ?? 0
    Block.heading(Words(en: "Forwards: the size of the signal", zh: "前向：信号的大小"))
    Words(
      en: """
        The standard deviation of what each layer puts out, by the formulas above. In a draw with torch.manual_seed(\(seed)) and \
        \(samples) samples no value differs by more than \(100 * difference, .fixed(1)) % (the points of the figure):
        """,
      zh: """
        各层输出的标准差，按上面的公式计算。用 torch.manual_seed(\(seed)) 实际抽取权重、送入 \(samples) 个样本，\
        结果相差不超过 \(100 * difference, .fixed(1)) %（图中的点）：
        """)
    Block.table(
      layerTable(signals) { signal, layer in signal.expected[layer].deviation }, name: Self.name)
    Words(
      en: """
        With σ = 0.01 the signal is down to \(small.expected[last].deviation, .rounded) in layer \(layers); with σ = 1 tanh is \
        saturated, most outputs are near −1 or 1 (standard deviation \(large.expected[last].deviation, .rounded)). With Xavier \
        it falls slowly, to \(xavier.expected[last].deviation, .rounded), since tanh shrinks what is not small. ReLU halves the mean square in each \
        layer, so with Xavier \(half.expected[last].deviation, .rounded) is left; the 2 in He’s rule makes up for exactly that, and each \
        layer has mean \(he.expected[last].mean, .rounded) and standard deviation \(he.expected[last].deviation, .rounded).
        """,
      zh: """
        σ = 0.01 时，信号到第 \(layers) 层只剩 \(small.expected[last].deviation, .rounded)；σ = 1 时 tanh 饱和，\
        多数输出都在 −1 或 1 附近（标准差 \(large.expected[last].deviation, .rounded)）。\
        用 Xavier 时缓慢降到 \(xavier.expected[last].deviation, .rounded)，因为 tanh 会压缩不小的数。\
        ReLU 每层使均方减半，用 Xavier 只剩 \(half.expected[last].deviation, .rounded)；\
        He 规则中的 2 恰好补偿了这一点：每层的均值都是 \(he.expected[last].mean, .rounded)，标准差都是 \(he.expected[last].deviation, .rounded)。
        """)
  }

  @Document.Parts
  func backwards(_ signals: [Signal]) -> [Block] {
    let z = Traced(1).named("z")
    let q = Traced(1).named("q")
    let slope = SignalSize.slopeSquare(of: .tanh, q: q, z: z).formula(Notation(.bare))
    let first = signals.map { Numerals.rounded.text($0.expected[0].gradient) }
    Block.heading(Words(en: "Backwards: the size of the gradient", zh: "反向：梯度的大小"))
    Words(
      en: """
        A gradient of size 1 arrives at what the last layer puts out. On its way back it is multiplied by the slopes and the weights: \
        its mean square changes by n·σ²·E[\(slope)] in each layer with tanh, in the same way with ReLU. Its size (the \
        root of its mean square) at the sums of each layer:
        """,
      zh: """
        大小为 1 的梯度到达最后一层的输出。往回传播时它依次乘以斜率和权重：tanh 网络中每过一层，其均方就乘以 \
        n·σ²·E[\(slope)]，ReLU 网络同理。它在各层加权和处的大小（均方的平方根）：
        """)
    Block.table(
      layerTable(signals) { signal, layer in signal.expected[layer].gradient },
      name: "\(Self.name)-gradients")
    Words(
      en: """
        What comes to layer 1 is what that layer learns from: \(first[0]) with σ = 0.01 (a vanishing gradient), \
        \(first[1]) with σ = 1, growing from layer to layer (an exploding one: most slopes are near 0, but the weights are large), \
        \(first[2]) with Xavier and tanh, \(first[3]) with Xavier and ReLU, \(first[4]) with He and ReLU.
        """,
      zh: """
        传到第 1 层的梯度就是这一层学习的依据：σ = 0.01 时为 \(first[0])（梯度消失），\
        σ = 1 时为 \(first[1])，逐层变大（梯度爆炸：多数斜率接近 0，但权重很大），\
        Xavier 配 tanh 为 \(first[2])，Xavier 配 ReLU 为 \(first[3])，He 配 ReLU 为 \(first[4])。
        """)
  }

  /// A row a layer, a column for each way to draw.
  private func layerTable(
    _ signals: [Signal], _ value: (_ signal: Signal, _ layer: Int) -> Double
  ) -> Table {
    Table(
      [Table.Column(Words(en: "layer", zh: "层"), (1...layers).map(Double.init))]
        + signals.map { signal in
          Table.Column(signal.setup.name, (0..<layers).map { value(signal, $0) })
        })
  }

  /// He et al. 2015, section 2.2: what 0.01 is for layers of convolutions.
  @Document.Parts
  var filters: [Block] {
    let rows = [64.0, 128, 256, 512].map { d in (d, Initialization.he(fan: 9 * d)) }
    let product = zip(rows, [1, 2, 2, 4]).reduce(1) { $0 * .pow($1.0.1 / 0.01, $1.1) }
    Block.heading(Words(en: "Why 0.01 once failed", zh: "为什么 0.01 曾经失败"))
    Words(
      en: """
        σ = 0.01 was the custom, and networks of more than eight layers hardly learned. He et al. (2015, section 2.2) say why: for \
        layers of d filters of 3 × 3, a gradient that comes back sums 9·d numbers, and 0.01 is too small by these factors, \
        which multiply from layer to layer:
        """,
      zh: """
        过去习惯取 σ = 0.01，超过八层的网络就很难训练。He 等人（2015，2.2 节）说明了原因：对有 d 个 3 × 3 滤波器的层，\
        反向传播时要对 9·d 个数求和，0.01 太小，相差的倍数如下，并且逐层相乘：
        """)
    Block.table(
      rows.table([
        Words(en: "filters d", zh: "滤波器数 d"): { .number($0.0) },
        "n = 9·d": { .number(9 * $0.0) },
        Words(en: "He’s σ", zh: "He 的 σ"): { .number($0.1) },
        "σ/0.01": { .number($0.1 / 0.01) },
      ]), name: "\(Self.name)-filters")
    Words(
      en: """
        From their tenth convolution back to the second (layers of 64, two of 128, two of 256 and four of 512 filters) these \
        factors multiply to \(product, .fixed(0)): so much smaller does the gradient arrive. The paper says 1.7·10⁴.
        """,
      zh: """
        从第十个卷积层传回第二个（64 个滤波器的一层，128 的两层，256 的两层，512 的四层），这些倍数相乘得 \
        \(product, .fixed(0))：传到的梯度就小了这么多倍。论文给出的是 1.7·10⁴。
        """)
  }
}

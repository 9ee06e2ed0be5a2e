import Formulas
import Lecture
import LessonsShared
import Networks
import TorchRandom
import Words

/// What the lesson says of the functions, in words, formulas and numbers.
extension ActivationsLesson {
  var introduction: Words {
    Words(
      en: """
        A neuron sums its inputs, each times a weight, and hands the sum to an activation function \
        (course documents 003, section 1, and 004, section 2). That function bends the line: without it, layers on layers can do no more \
        than one layer. Its slope decides how much of the error comes back through it in training.
        """,
      zh: """
        神经元把各个输入乘以权重后求和，再把这个和交给激活函数（课程文档 003 第 1 节；004 第 2 节称为“激励函数”）。\
        激活函数带来非线性：没有它，层数再多也只相当于一层。训练时，误差能传回多少，则由它的斜率（导数）决定。
        """)
  }

  @Document.Parts
  var linearLayers: [Block] {
    let layers = LinearLayers<Traced>()
    let x = [1.0, 2].numbered("x")
    let h = layers.hidden(x)
    let (twice, once) = (layers.output(h), layers.outputOfProduct(x))
    let mirrored = Self.outputs(at: [-1, -2])
    let straight = Self.outputs(at: [1, 2])
    Block.heading(Words(en: "Two layers without an activation are one", zh: "没有激活函数，两层就是一层"))
    Words(
      en: """
        Two inputs, two hidden neurons, one output: the first layer has the weights w, the second the weights u. \
        Layer by layer, and then with the product v = u·W of both layers’ weights:
        """,
      zh: "两个输入、两个隐藏神经元、一个输出：第一层的权重是 w，第二层的权重是 u。先逐层计算，再用两层权重的乘积 v = u·W 计算：")
    Block.derivations(
      title: Words(en: "u·(W·x), layer by layer", zh: "u·(W·x)：逐层计算"), of: h + [twice])
    Block.derivations(
      title: Words(en: "(u·W)·x, one layer", zh: "(u·W)·x：一层"), of: layers.product + [once])
    Words(
      en: """
        The same number, \(twice.value, .rounded), for these inputs and for all others: the two layers are the one layer v. \
        A third layer joins that one in the same way, and so does a tenth. With ReLU between them, which makes \
        0 of what is below 0, this no longer holds. A linear function of −x is minus that of x:
        """,
      zh: """
        结果相同，都是 \(twice.value, .rounded)；换成别的输入也一样：这两层就是 v 这一层。\
        再加第三层、第十层，也能同样合并。在两层之间加上 ReLU（小于 0 的变为 0）就不是这样了。\
        线性函数在 −x 处的值等于在 x 处的值的相反数：
        """)
    Block.table(
      [("x", straight), ("−x", mirrored)].table([
        Words(en: "inputs", zh: "输入"): { .text(Words($0.0)) },
        Words(en: "y without activation", zh: "y（无激活函数）"): { .number($0.1.linear) },
        Words(en: "y with ReLU", zh: "y（有 ReLU）"): { .number($0.1.bent) },
      ]), name: "\(Self.name)-linear")
    Words(
      en: """
        Without the activation the two sum to \(straight.linear + mirrored.linear, .rounded), as they must; with it \
        to \(straight.bent + mirrored.bent, .rounded), which no linear layer can give.
        """,
      zh: """
        没有激活函数时两者之和为 \(straight.linear + mirrored.linear, .rounded)，这是必然的；\
        有激活函数时为 \(straight.bent + mirrored.bent, .rounded)，任何线性的一层都得不到。
        """)
  }

  /// What comes out of the two layers without and with ReLU between them.
  static func outputs(at x: [Double]) -> (linear: Double, bent: Double) {
    let layers = LinearLayers<Double>()
    let h = layers.hidden(x)
    return (layers.output(h), layers.output(h, .relu))
  }

  @Document.Parts
  var functions: [Block] {
    let x = Traced(1).named("x")
    let formulas = compared.map { name, activation in
      let y = activation(x).named("y")
      return (name, y, activation.slope(at: x, from: y).named("y′"))
    }
    let about = [
      Words(en: "from 0 to 1", zh: "从 0 到 1"), Words(en: "from −1 to 1", zh: "从 −1 到 1"),
      Words(en: "0 below 0", zh: "0 以下为 0"),
      Words(en: "slope a = \(slope, .rounded) below 0", zh: "0 以下斜率 a = \(slope, .rounded)"),
    ]
    Block.heading(Words(en: "The functions and their slopes", zh: "各函数及其斜率"))
    Block.formulas(
      zip(formulas, about).flatMap { formula, about in
        let bare = Notation(.bare)
        return [
          (
            Words("y = \(formula.1.formula(bare))"),
            Words(en: "\(formula.0): \(about)", zh: "\(formula.0)：\(about)")
          ),
          (
            Words("y′ = \(formula.2.formula(bare))"),
            Words(en: "its slope, the derivative by x", zh: "它的斜率，即对 x 的导数")
          ),
        ]
      })
    Words(
      en: """
        [x > 0] is 1 where x is above 0 and 0 elsewhere. At 0 itself ReLU has a corner and no derivative: any number from 0 to 1 \
        will do, and PyTorch takes that of the left side, as here. The sigmoid’s outputs are all above 0, those of \
        tanh lie around 0, which suits the layer that follows (document 004: sigmoid is not zero-centered).
        """,
      zh: """
        [x > 0] 在 x 大于 0 时为 1，否则为 0。ReLU 在 0 处有一个折点，没有导数：取 0 到 1 之间的任何数都可以，\
        PyTorch 取左侧的导数，这里也一样。sigmoid 的输出全都大于 0，而 tanh 的输出分布在 0 的两侧，\
        对后面的层更有利（文档 004 所说的“非零点中心问题”）。
        """)
    Block.table(
      [-5.0, -2, 0, 2, 5].table(slopes: compared), name: Self.name)
  }

  /// Where the slope below 0 comes from another place, and the function that learns its shape.
  @Document.Parts
  var learnedSlopes: [Block] {
    let prelu = LeakyReLU(a: Traced(0.25))
    let x = Traced(-2).named("x")
    var torch = TorchGenerator(seed: seed)
    let range = LeakyReLU<Double>.drawnSlopes
    let drawn = torch.uniform(3, from: range.lowerBound, to: range.upperBound, as: Double.self)
    let mean = LeakyReLU<Double>.ofMeanSlope
    let z = [(0.5 * x + 2).named("z1"), (-x).named("z2")]
    let slopes = Maxout.slopes(at: z).enumerated().map {
      $1.named(Symbol(derivativeOf: "y", by: "z\($0 + 1)"))
    }
    Block.heading(
      Words(en: "Slopes that are learned or drawn, and maxout", zh: "可学习的与随机的斜率，以及 maxout"))
    Words(
      en: """
        PReLU is leaky ReLU with a slope a that is learned as a weight is, by its own derivative; PyTorch starts it at \
        0.25. RReLU draws a between 1/8 and 1/3 for each number below 0 in training, and takes the mean of these bounds in \
        evaluation.
        """,
      zh: """
        PReLU 就是 Leaky ReLU，但斜率 a 像权重一样用自己的导数来学习；PyTorch 中初值为 0.25。\
        RReLU 在训练时为每个小于 0 的数从 1/8 到 1/3 之间随机抽取 a，推理时取两端的平均。
        """)
    Block.derivations(
      title: Words(en: "PReLU at x = −2", zh: "PReLU，x = −2"),
      of: [
        prelu(x).named("y"), prelu.slope(at: x).named(.slope(of: "y")),
        prelu.slopeBySlope(at: x).named(Symbol(derivativeOf: "y", by: "a")),
      ])
    let outputs = drawn.map { Numerals.rounded.text(LeakyReLU(a: $0)(-2)) }.listed
    Words(
      en: """
        RReLU at x = −2: the slopes \(drawn.map(Numerals.rounded.text).listed), drawn with seed \(seed), give \(outputs) in \
        training; in evaluation a = \(mean.a, .rounded) gives \(mean(-2), .rounded).
        """,
      zh: """
        RReLU，x = −2：以种子 \(seed) 抽到的斜率 \(drawn.map(Numerals.rounded.text).listed) 在训练时给出 \(outputs)；\
        推理时 a = \(mean.a, .rounded)，结果为 \(mean(-2), .rounded)。
        """)
    Words(
      en: """
        A maxout neuron has several weighted sums, and the largest comes out. Here two sums of one input; only the \
        larger one has a slope, so only its weights learn from this x:
        """,
      zh: "maxout 神经元有几个加权和，输出其中最大的。下面是一个输入的两个加权和；只有较大的那个有斜率，因此这个 x 只会更新它的权重：")
    Block.derivations(
      title: Words(en: "Maxout at x = −2", zh: "maxout，x = −2"),
      of: z + [Maxout.largest(of: z).named("y")] + slopes)
  }

  @Document.Parts
  var saturation: [Block] {
    let best = Activation.sigmoid.slope(at: 0.0)
    let sigmoid = Double.pow(best, layers)
    let far = Double.pow(Activation.tanh.slope(at: 2.0), layers)
    Block.heading(Words(en: "Saturation, and what it does to deep networks", zh: "饱和，及其对深层网络的影响"))
    Words(
      en: """
        Far from 0 sigmoid and tanh are nearly flat: they saturate. At x = 5 the slope of sigmoid is \
        \(Activation.sigmoid.slope(at: 5.0), .rounded), that of tanh \(Activation.tanh.slope(at: 5.0), .rounded). On its way back \
        the gradient is multiplied by the slope of every layer (and by weights, which the lesson on initialization looks at). \
        If x is the same in each of \(counted(layers, "layer")), the slopes alone make of a gradient of 1:
        """,
      zh: """
        离 0 较远时，sigmoid 和 tanh 几乎是平的，这叫饱和。在 x = 5 处，sigmoid 的斜率为 \
        \(Activation.sigmoid.slope(at: 5.0), .rounded)，tanh 为 \(Activation.tanh.slope(at: 5.0), .rounded)。\
        反向传播时，梯度每过一层就乘以该层的斜率（还要乘以权重，见权重初始化一课）。\
        若 \(layers) 层的 x 都相同，仅斜率一项就会把大小为 1 的梯度变成：
        """)
    Block.table(
      [-5.0, -2, 0, 2, 5].table(productsOf: compared, through: layers), name: "\(Self.name)-layers")
    Words(
      en: """
        Sigmoid is steepest at 0, where its slope is \(best, .rounded): even there \(sigmoid, .rounded) is left. Tanh keeps all of it at 0, \
        but only \(far, .rounded) at x = 2: this is the vanishing gradient. ReLU keeps it whole wherever x is above 0, and \
        nothing below.
        """,
      zh: """
        sigmoid 在 0 处最陡，斜率为 \(best, .rounded)：即使在那里也只剩下 \(sigmoid, .rounded)。tanh 在 0 处全部保留，\
        在 x = 2 处则只剩 \(far, .rounded)：这就是梯度消失。ReLU 在 x 大于 0 时原样保留梯度，在 0 以下则什么也不留。
        """)
  }
}

extension [Double] {
  /// The values and slopes of activations at some places.
  fileprivate func table(slopes compared: [(name: Words, activation: Activation)]) -> Table {
    Table(
      [Table.Column("x", self)]
        + compared.flatMap { name, activation in
          [
            Table.Column(name, map { activation($0) }),
            Table.Column(
              Words(en: "\(name)’s slope", zh: "\(name) 的斜率"), map { activation.slope(at: $0) }),
          ]
        })
  }

  /// What the slopes of as many layers make of a gradient of 1.
  fileprivate func table(
    productsOf compared: [(name: Words, activation: Activation)], through layers: Int
  ) -> Table {
    Table(
      [Table.Column("x", self)]
        + compared.map { name, activation in
          Table.Column(name, map { .pow(activation.slope(at: $0), layers) })
        })
  }
}

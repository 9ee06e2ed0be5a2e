import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says in words, formulas and numbers.
extension DropoutLesson {
  private var traced: Dropout<Traced> { Dropout(p: Traced(p)) }

  var introduction: Words {
    Words(
      en: """
        In training, dropout sets each activation to 0 with probability p = \
        \(Numerals.rounded.text(p)) and scales the others by 1/(1 − p) (course section 5.2). In \
        evaluation it does nothing.
        """,
      zh: """
        训练时，Dropout 以概率 p = \(Numerals.rounded.text(p)) 把激活值置为 0，其余的乘以 1/(1 − p)\
        （课程 5.2 节）；推理（测试）时不做任何改变。
        """)
  }

  var formulas: [Document.Formula] {
    let x = Traced(1).named("x")
    let y = traced.train([x], mask: [Traced(1).named("m")])[0]
    let bare = Notation(.bare)
    return [
      (
        "y = \(y.formula(bare))",
        Words(en: "training; m is 0 with probability p, else 1", zh: "训练；m 以概率 p 为 0，否则为 1")
      ),
      ("y = \(traced.evaluate([x])[0].name(bare))", Words(en: "evaluation", zh: "推理")),
    ]
  }

  /// The derivation of each neuron's output in training.
  private func derivations(_ x: [Double], mask: [Double]) -> [Derivation] {
    func named(_ letter: String, _ values: [Double]) -> [Traced] {
      values.enumerated().map { Traced($1).named(Symbol("\(letter)\($0 + 1)")) }
    }
    return traced.train(named("x", x), mask: named("m", mask)).map { $0.derivation() }
  }

  var printedExample: Block {
    let before = Self.printed.before
    return .derivations(
      title: Words(
        en: "The activations after relu that the course prints, where they are kept",
        zh: "课程打印的 relu 之后的激活值，若被保留"),
      derivations(before, mask: before.map { _ in 1 }))
  }

  /// Compares with what the course prints, where the probability is the course's.
  var comparison: [Block] {
    guard p == Self.course else { return [] }
    let (before, after) = Self.printed
    let ours = Dropout(p: p).train(before, mask: before.map { _ in 1 })
    let difference = zip(ours, after).map { abs($0 - $1) }.max() ?? 0
    let theirs = after.map(Numerals.rounded.text).listed
    // Inputs and outputs are printed with four decimals each.
    let rounding = 0.5e-4 / (1 - p) + 0.5e-4
    let agrees = difference <= rounding
    let most = Numerals.rounded.text(difference)
    return [
      .prose(
        Words(
          en: "The course prints \(theirs). That is at most \(most) away, "
            + (agrees
              ? "which is the rounding of the printed activations."
              : "which is more than rounding."),
          zh: "课程打印的结果是 \(theirs)。与这里最多相差 \(most)，"
            + (agrees ? "来自打印时的四舍五入。" : "超出了四舍五入的误差。"))),
      .prose(
        Words(
          en: """
            The text below that output speaks of many zeros. In this sample there is only the one \
            that relu made, which comes out as 0 whether it is kept or not: the other \(active) all \
            happen to have been kept. In most other runs some of them are dropped.
            """,
          zh: """
            课程在输出下面说“出现了很多 0”。而这一次的输出里只有 relu 产生的那个 0（无论是否保留，它都是 0）：\
            其余 \(active) 个恰好全部保留。多数情况下，再运行一次就会有一些被置零。
            """)),
    ]
  }

  /// The number of activations that dropout could have dropped visibly.
  private var active: Int { Self.printed.before.count { $0 > 0 } }

  var survival: Words {
    let chance = Traced.pow(1 - traced.p, active)
    let formula =
      "\(chance.formula(Notation(.bare))) = \(chance.formula(Notation(.values))) = "
      + Numerals.rounded.text(chance.value)
    return Words(
      en: """
        All \(active) activations above 0 are kept with probability \(formula). How many are \
        dropped:
        """,
      zh: "\(active) 个大于 0 的激活值全部保留的概率为 \(formula)。被置零的个数：")
  }

  /// The binomial distribution of the number of dropped neurons.
  var survivors: Table {
    var ways = [1.0]
    for k in 1...active { ways.append(ways[k - 1] * Double(active - k + 1) / Double(k)) }
    return Table([
      Table.Column(Words(en: "dropped", zh: "置零个数"), (0...active).map(Double.init)),
      Table.Column(
        Words(en: "probability", zh: "概率"),
        (0...active).map { ways[$0] * .pow(p, $0) * .pow(1 - p, active - $0) }),
    ])
  }

  var drawnIntroduction: Words {
    Words(
      en: """
        The course’s code after torch.manual_seed(\(seed)), with the numbers that PyTorch draws: \
        randint, the weights of Linear, then the mask. On Intel processors PyTorch draws the mask \
        with a generator of Intel’s, so another mask comes out there; the activations are the \
        same.
        """,
      zh: """
        在 torch.manual_seed(\(seed)) 之后运行课程的代码，随机数与 PyTorch 相同：先是 randint，再是 Linear 的权重，\
        最后是掩码。在 Intel 处理器上，PyTorch 用 Intel 自己的生成器产生掩码，因此掩码会不同，激活值则相同。
        """)
  }

  func drawnExample(_ drawn: DrawnLayer) -> Block {
    let inputs = drawn.inputs.map { "\($0)" }.joined(separator: Words(en: ", ", zh: "、"))
    return .derivations(
      title: Words(en: "Inputs \(inputs)", zh: "输入 \(inputs)"),
      derivations(drawn.activations, mask: drawn.mask))
  }

  func drawnTable(_ drawn: DrawnLayer) -> Table {
    let dropout = Dropout(p: p)
    return Table([
      Table.Column(Words(en: "neuron", zh: "神经元"), drawn.mask.indices.map { Double($0 + 1) }),
      Table.Column(Words(en: "x after relu", zh: "x（relu 之后）"), drawn.activations),
      Table.Column(Words(en: "mask m", zh: "掩码 m"), drawn.mask),
      Table.Column(
        Words(en: "y in training", zh: "y（训练）"),
        dropout.train(drawn.activations, mask: drawn.mask)),
      Table.Column(Words(en: "y in evaluation", zh: "y（推理）"), dropout.evaluate(drawn.activations)),
    ])
  }

  var evaluation: Words {
    Words(
      en: """
        model.train() makes a layer draw a new mask at each pass; after model.eval() its output is \
        its input.
        """,
      zh: "model.train() 之后每次前向传播都重新抽取掩码；model.eval() 之后输出就等于输入。")
  }

  var expectation: Block {
    let x = Traced(activation).named("x")
    return .derivations(
      title: Words(
        en: "The mean over all masks, and the standard deviation of one pass",
        zh: "对所有掩码的期望，以及单次的标准差"),
      [traced.expectation(x).named("E[y]"), traced.deviation(x).named("σ")].map {
        $0.derivation()
      })
  }

  var meanIntroduction: Words {
    let unscaled = Numerals.rounded.text((1 - p) * activation)
    let consequence =
      p > 0
      ? Words(
        en: "and the next layer would see smaller signals in training than in evaluation",
        zh: "下一层在训练时看到的信号就会小于推理时")
      : Words(en: "which is x: nothing is dropped", zh: "即 x 本身：没有值被置零")
    return Words(
      en: """
        Without the scale the mean would be (1 − p)·x = \(unscaled), \(consequence). The mean over \
        masks that are drawn, and 2σ/√n, twice the standard deviation of a mean over n masks:
        """,
      zh: """
        若不缩放，期望为 (1 − p)·x = \(unscaled)，\(consequence)。\
        下面是实际抽取掩码得到的平均值，以及 2σ/√n，即 n 个掩码的平均值的标准差的两倍：
        """)
  }

  func meanTable(_ means: MaskMeans) -> Table {
    // 1, 10, 100 and so on, and all.
    let powers = sequence(first: 1) { $0 * 10 }.prefix { $0 < masks }
    let counts = Array(powers) + [masks]
    return Table([
      Table.Column(Words(en: "masks n", zh: "掩码数 n"), counts.map(Double.init)),
      Table.Column(Words(en: "mean of y", zh: "y 的平均值"), counts.map { means.means[$0 - 1] }),
      Table.Column(
        Words(en: "off from x by", zh: "与 x 的差"),
        counts.map { means.means[$0 - 1] - means.activation }),
      Table.Column("2σ/√n", counts.map { halfWidth(masks: $0) }),
      Table.Column(
        Words(en: "mean without the scale", zh: "不缩放的平均值"),
        counts.map { means.unscaled[$0 - 1] }),
    ])
  }

  /// Half the width of the band around the activation: twice the standard deviation of a mean over n masks.
  func halfWidth(masks n: Int) -> Double {
    2 * Dropout(p: p).deviation(activation) / Double(n).squareRoot()
  }

  /// What the band says of a mean, counted among many that do not depend on each other.
  func band(_ others: IndependentMeans) -> Words {
    guard p > 0 else {
      return Words(
        en: "With p = 0 each pass gives x itself, and so does every mean.",
        zh: "p = 0 时每一次的结果都是 x 本身，平均值也是。")
    }
    let n = others.masks
    let inside = others.means.count { abs($0 - activation) <= halfWidth(masks: n) }
    let count = others.means.count
    let share = Numerals.fixed(1).text(100 * Double(inside) / Double(count))
    return Words(
      en: """
        A single pass gives 0 or x/(1 − p), never x; it is the mean over the many passes of a \
        training that dropout keeps. The means above are of one run: each contains the masks of \
        those before it, so they are no independent trials. Of \(count) others, each over \(n) \
        masks of its own, \(inside) lie within 2σ/√\(n) of x: \(share) %. For a normal \
        distribution it would be about 95 %.
        """,
      zh: """
        单次结果是 0 或 x/(1 − p)，不会是 x；Dropout 保持不变的是训练中许多次的平均值。\
        上面的平均值出自同一次运行，后面的包含前面的掩码，并不是独立的试验。\
        另取 \(count) 个平均值，每个用自己的 \(n) 个掩码，其中 \(inside) 个与 x 相差不超过 2σ/√\(n)，\
        占 \(share) %；若是正态分布，约为 95 %。
        """)
  }
}

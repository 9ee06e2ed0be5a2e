import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says in words, formulas and numbers.
extension DropoutLesson {
  private var traced: Dropout<Traced> { Dropout(p: Traced(p)) }

  @Document.Parts
  var introduction: [Block] {
    let (x, m) = (Traced(1).named("x"), Traced(1).named("m"))
    let bare = Notation(.bare)
    Words(
      en: """
        In training, dropout sets each activation to 0 with probability p = \
        \(p, .rounded) and scales the others by 1/(1 − p) (course section 5.2). In \
        evaluation it does nothing.
        """,
      zh: """
        训练时，Dropout 以概率 p = \(p, .rounded) 把激活值置为 0，其余的乘以 1/(1 − p)\
        （课程 5.2 节）；推理（测试）时不做任何改变。
        """)
    Block.formulas([
      "y = \(traced.train([x], mask: [m])[0].formula(bare))":
        Words(en: "training; m is 0 with probability p, else 1", zh: "训练；m 以概率 p 为 0，否则为 1"),
      "y = \(traced.evaluate([x])[0].formula(bare))": Words(en: "evaluation", zh: "推理"),
    ])
  }

  @Document.Parts
  var courseExample: [Block] {
    let (before, after) = Self.printed
    let kept = traced.train(before.numbered("x"), mask: before.map { _ in 1 }.numbered("m"))
    let difference = zip(kept, after).map { abs($0.value - $1) }.max() ?? 0
    let theirs = after.map(Numerals.rounded.text).listed
    // The number of activations that dropout could have dropped visibly.
    let active = before.count { $0 > 0 }
    let chance = Traced.pow(1 - traced.p, active)
    let formula = [.bare, .values].map { chance.formula(Notation($0)) }.joined(separator: " = ")
    Block.heading(Words(en: "The course’s example", zh: "课程的例子"))
    Block.derivations(
      title: Words(
        en: "The activations after relu that the course prints, where they are kept",
        zh: "课程打印的 relu 之后的激活值，若被保留"), of: kept)
    // Inputs and outputs are printed with four decimals each.
    if [p] == Declaration.dropout["p"].course, difference <= 0.5e-4 / (1 - p) + 0.5e-4 {
      Words(
        en: """
          The course prints \(theirs). That is at most \(difference, .rounded) away, which is \
          the rounding of the printed activations.
          """,
        zh: """
          课程打印的结果是 \(theirs)。与这里最多相差 \(difference, .rounded)，\
          来自打印时的四舍五入。
          """)
      Words(
        en: """
          The text below that output speaks of many zeros. In this sample there is only the one \
          that relu made, which comes out as 0 whether it is kept or not: the other \(active) all \
          happen to have been kept. In most other runs some of them are dropped.
          """,
        zh: """
          课程在输出下面说“出现了很多 0”。而这一次的输出里只有 relu 产生的那个 0（无论是否保留，它都是 0）：\
          其余 \(active) 个恰好全部保留。多数情况下，再运行一次就会有一些被置零。
          """)
    }
    Words(
      en: """
        All \(active) activations above 0 are kept with probability \(formula) = \
        \(chance.value, .rounded). How many are dropped:
        """,
      zh: "\(active) 个大于 0 的激活值全部保留的概率为 \(formula) = \(chance.value, .rounded)。被置零的个数：")
    Block.table(
      (0...active).table([
        Words(en: "dropped", zh: "置零个数"): { .number($0) },
        Words(en: "probability", zh: "概率"): { .number(probability(ofDropping: $0, of: active)) },
      ]), name: "survivors")
  }

  /// The binomial distribution of the number of dropped neurons.
  private func probability(ofDropping k: Int, of n: Int) -> Double {
    let ways = (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    return ways * .pow(p, k) * .pow(1 - p, n - k)
  }

  @Document.Parts
  func seededExample(_ drawn: DrawnLayer) -> [Block] {
    let inputs = drawn.inputs.map(String.init).listed
    Block.heading(Words(en: "The same code with a seed", zh: "固定随机种子的同一段代码"))
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
    Block.derivations(
      title: Words(en: "Inputs \(inputs)", zh: "输入 \(inputs)"),
      of: traced.train(drawn.activations.numbered("x"), mask: drawn.mask.numbered("m")))
    Block.table(
      drawn.mask.indices.table([
        Words(en: "neuron", zh: "神经元"): { .number($0 + 1) },
        Words(en: "x after relu", zh: "x（relu 之后）"): { .number(drawn.activations[$0]) },
        Words(en: "mask m", zh: "掩码 m"): { .number(drawn.mask[$0]) },
        Words(en: "y in training", zh: "y（训练）"): { .number(drawn.outputs[$0]) },
        Words(en: "y in evaluation", zh: "y（推理）"): { .number(drawn.activations[$0]) },
      ]), name: "neurons")
    Words(
      en: """
        model.train() makes a layer draw a new mask at each pass; after model.eval() its output is \
        its input.
        """,
      zh: "model.train() 之后每次前向传播都重新抽取掩码；model.eval() 之后输出就等于输入。")
  }

  /// - Parameter others: means that do not depend on each other, each over 100 masks of its own.
  @Document.Parts
  func scaling(_ means: MaskMeans, _ others: [Double]) -> [Block] {
    let x = Traced(activation).named("x")
    let counts = [1, 10, 100, 1000].filter { $0 < masks } + [masks]
    let inside = others.count { abs($0 - activation) <= halfWidth(masks: 100) }
    let share = 100 * Double(inside) / Double(others.count)
    let consequence =
      p > 0
      ? Words(
        en: "and the next layer would see smaller signals in training than in evaluation",
        zh: "下一层在训练时看到的信号就会小于推理时")
      : Words(en: "which is x: nothing is dropped", zh: "即 x 本身：没有值被置零")
    Block.heading(Words(en: "Why what is left is scaled", zh: "为什么要缩放"))
    Block.derivations(
      title: Words(
        en: "The mean over all masks, and the standard deviation of one pass",
        zh: "对所有掩码的期望，以及单次的标准差"),
      of: [traced.expectation(x).named("E[y]"), traced.deviation(x).named("σ")])
    Words(
      en: """
        Without the scale the mean would be (1 − p)·x = \((1 - p) * activation, .rounded), \(consequence). \
        The mean over masks that are drawn, and 2σ/√n, twice the standard deviation of a mean over n masks:
        """,
      zh: """
        若不缩放，期望为 (1 − p)·x = \((1 - p) * activation, .rounded)，\(consequence)。\
        下面是实际抽取掩码得到的平均值，以及 2σ/√n，即 n 个掩码的平均值的标准差的两倍：
        """)
    Block.table(
      counts.table([
        Words(en: "masks n", zh: "掩码数 n"): { .number($0) },
        Words(en: "mean of y", zh: "y 的平均值"): { .number(means.means[$0 - 1]) },
        Words(en: "off from x by", zh: "与 x 的差"): { .number(means.means[$0 - 1] - activation) },
        "2σ/√n": { .number(halfWidth(masks: $0)) },
        Words(en: "mean without the scale", zh: "不缩放的平均值"): { .number(means.unscaled[$0 - 1]) },
      ]), name: "means")
    if p > 0 {
      Words(
        en: """
          A single pass gives 0 or x/(1 − p), never x; it is the mean over the many passes of a \
          training that dropout keeps. The means above are of one run: each contains the masks of \
          those before it, so they are no independent trials. Of \(others.count) others, each over 100 \
          masks of its own, \(inside) lie within 2σ/√100 of x: \(share, .fixed(1)) %. For a normal \
          distribution it would be about 95 %.
          """,
        zh: """
          单次结果是 0 或 x/(1 − p)，不会是 x；Dropout 保持不变的是训练中许多次的平均值。\
          上面的平均值出自同一次运行，后面的包含前面的掩码，并不是独立的试验。\
          另取 \(others.count) 个平均值，每个用自己的 100 个掩码，其中 \(inside) 个与 x 相差不超过 2σ/√100，\
          占 \(share, .fixed(1)) %；若是正态分布，约为 95 %。
          """)
    } else {
      Words(
        en: "With p = 0 each pass gives x itself, and so does every mean.",
        zh: "p = 0 时每一次的结果都是 x 本身，平均值也是。")
    }
  }

  /// Half the width of the band around the activation: twice the standard deviation of a mean over n masks.
  func halfWidth(masks n: Int) -> Double {
    2 * Dropout(p: p).deviation(activation) / Double(n).squareRoot()
  }
}

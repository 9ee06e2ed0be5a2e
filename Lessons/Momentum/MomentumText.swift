import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson says in words and numbers of its own.
extension MomentumLesson {
  var twoDialects: Words {
    Words(
      en: """
        The course writes momentum as a weighted average of the gradients, s. Its code calls \
        PyTorch, where momentum is a sum, v, without the factor 1 − β. Both are in use; here they \
        are next to each other.
        """,
      zh: """
        课程的公式把动量写成梯度的指数加权平均 s，而课程的代码调用的是 PyTorch，其中动量是累加量 v，\
        没有因子 1 − β。两种写法都很常见，下面对照演算。
        """)
  }

  var meaningsOfSum: [Words] {
    [Words(en: "the velocity: a sum that forgets, v₁ = g₁", zh: "速度：逐步遗忘的累加，v₁ = g₁")]
  }

  var meaningsOfAverage: [Words] {
    [Words(en: "the mean gradient, recent steps counting more, s₁ = g₁", zh: "梯度的指数加权平均，s₁ = g₁")]
  }

  /// What both dialects calculate in each step.
  func table(of runs: Runs) -> Table {
    let sum = runs.sum.compared(
      as: Words(math: .equation("w", .difference("w", .product("η", "v")))), style: .momentum)
    let average = runs.average.compared(
      as: Words(math: .equation("w", .difference("w", .product("η", "s")))),
      style: .averagedMomentum)
    var table = Table(comparing: [sum, average])
    let v = runs.sum.run.steps.map { $0.optimizers[0].v }
    let s = runs.average.run.steps.map { $0.optimizers[0].s }
    func column(_ heading: Words, _ values: [Double]) -> Table.Column {
      Table.Column(
        heading,
        (0..<table.rowCount).map { 0 < $0 && $0 <= values.count ? values[$0 - 1] : nil })
    }
    table.columns.insert(column("v", v), at: 1)
    table.columns.insert(column("s", s), at: 3)
    return table
  }

  func comparison(of runs: Runs) -> [Words] {
    let printed = Self.printed.comparison(with: runs.sum)
    let weights = runs.average.printedWeights(Self.printed.weights.count)
    let formula = weights.listed
    let isOther = weights != Array(Self.printed.weights.prefix(weights.count))
    let asWritten = Words(
      en: """
        The course prints these numbers below its formula with 1 − β. That formula as it stands \
        gives w = \(formula) instead.
        """,
      zh: "课程把这些数字印在带有 1 − β 的公式之后；若严格按公式计算，得到的 w 是 \(formula)。")
    let divergence =
      runs.sum.divergence ?? runs.average.divergence
    return [printed, printed != nil && isOther ? asWritten : nil, divergence].compactMap(\.self)
  }

  /// The runs that the conversion is about.
  func compared(_ runs: Runs) -> [ComparedRun] {
    let rate = Mathematics.fraction("η", .group(.difference("1", "β")))
    return [
      runs.sum.compared(as: Words(en: "sum \(math: "v")", zh: "累加 \(math: "v")"), style: .momentum),
      runs.average.compared(
        as: Words(en: "average \(math: "s")", zh: "平均 \(math: "s")"),
        style: .averagedMomentum),
      runs.converted.compared(
        as: Words(
          en: "average, \(math: rate), \(math: .equation("s0", "0"))",
          zh: "平均，\(math: rate)，\(math: .equation("s0", "0"))"),
        style: OptimizerStyle(color: Palette.black)),
    ]
  }

  func conversion(of runs: Runs) -> Words {
    let compared = compared(runs)
    let difference = compared[0].difference(from: compared[2])
    let (β, η) = (beta, options.learningRate)
    let text = Numerals.rounded
    guard β > 0 else {
      return Words(
        en:
          "With β = 0 nothing is remembered: v and s are both the gradient of the step, and there is nothing to convert.",
        zh: "β = 0 时没有任何记忆：v 和 s 都等于当前一步的梯度，无需换算。")
    }
    let factor = text.text(1 / (1 - β))
    return Words(
      en: """
        While the gradient stays the same, v grows to g/(1 − β), here \(factor) times g, and s \
        stays g. So the learning rate of the average is η/(1 − β), here \(text.text(η))/(1 − \
        \(text.text(β))) = \(text.text(η / (1 - β))): started from s₀ = 0 (v is then s/(1 − β) in \
        every step), the average walks as PyTorch’s sum does. The largest difference between the two, by \
        rounding, is \(text.text(difference)) of the largest weight. Started from s₁ = g₁, as the course does, the first \
        gradient would count \(factor) times as much.
        """,
      zh: """
        梯度不变时，v 会增长到 g/(1 − β)，这里是 g 的 \(factor) 倍，而 s 始终等于 g。因此平均写法的学习率要换算成 \
        η/(1 − β)，这里是 \(text.text(η))/(1 − \(text.text(β))) = \(text.text(η / (1 - β)))：从 s₀ = 0 \
        出发（此时每一步都有 v = s/(1 − β)），平均写法就和 PyTorch 的累加写法走得一样，两者因舍入产生的最大差别是最大权重的 \
        \(text.text(difference))。若像课程那样从 s₁ = g₁ 出发，第一个梯度的权重就会是原来的 \(factor) 倍。
        """)
  }

  var ravineText: Words {
    let (η, β) = (Numerals.rounded.text(Self.ravine.η), Numerals.rounded.text(Self.ravine.β))
    let (plain, momentum) = ravineWalks
    let losses = [plain, momentum].map { Numerals.rounded.text($0.losses.last?.y ?? .nan) }
    return Words(
      en: """
        The second figure shows what momentum is for: the ravine \(RavineWalk.objective.formula), with \
        η = \(η). Across it the gradient changes its sign and the velocity cancels; along it the \
        gradients add up. After \(Self.ravine.steps) steps the loss is \(losses[0]) without and \
        \(losses[1]) with momentum (PyTorch’s form, β = \(β)).
        """,
      zh: """
        第二张图说明动量的用处：在峡谷 \(RavineWalk.objective.formula) 上取 η = \(η)。横穿峡谷的方向上梯度正负交替，\
        在速度中相互抵消；沿峡谷的方向上梯度不断累加。\(Self.ravine.steps) 步之后，不用动量时损失为 \(losses[0])，\
        使用动量（PyTorch 的写法，β = \(β)）时为 \(losses[1])。
        """)
  }
}

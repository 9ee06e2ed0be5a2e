import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says about numerical derivatives.
extension GradientCheckLesson {
  private var rule: NumericalGradient<Traced> { NumericalGradient(h: Traced(h)) }

  @Document.Parts
  var introduction: [Block] {
    let x = Traced(at).named("x")
    let (central, forward) = (
      rule.central({ function($0) }, at: x), rule.forward({ function($0) }, at: x)
    )
    let a = Traced(function.derivative(at: at)).named("a")
    let n = Traced(central.value).named("n")
    Words(
      en: """
        Backpropagation with a mistake in it often still learns a little, so the mistake stays unnoticed. A gradient check finds it: the \
        derivative a that backpropagation gives is compared with a numerical derivative n, for which a parameter is moved by a small step h \
        and the loss is calculated anew (course document 003, section 5). Central differences move it to both sides, forward differences \
        to one. How far apart a and n are is told by the relative error e, their distance in parts of the larger one.
        """,
      zh: """
        写错的反向传播往往也能学到一点东西，错误因此不被察觉。梯度检查能发现它：把反向传播得到的导数 a 与数值导数 n 比较，\
        后者是把参数移动一小步 h，再算一次损失（课程文档 003 第 5 节）。中心差分向两侧各移一步，前向差分只移一侧。\
        a 与 n 相差多少，用相对误差 e 表示，即差值与较大者之比。
        """)
    Block.formulas(
      of: [
        central: Words(en: "central differences", zh: "中心差分"),
        forward: Words(en: "forward differences", zh: "前向差分"),
        GradientError.relative(a, n): Words(en: "the relative error", zh: "相对误差"),
      ], Notation(.bare))
    Block.derivations(
      title: Words(
        en:
          "\(function.equation.text) at x = \(at, .rounded), whose derivative is a = \(a.value, .rounded); h = \(h, .rounded)",
        zh:
          "\(function.equation.text)，x = \(at, .rounded) 处的导数 a = \(a.value, .rounded)；h = \(h, .rounded)"
      ),
      of: [central])
    Words(
      en: """
        With all its digits n is \(n.value, .exact), and e = \(GradientError.relative(a.value, n.value), .rounded). \
        Forward differences give \(forward.value, .exact), and e = \
        \(GradientError.relative(a.value, forward.value), .rounded).
        """,
      zh: """
        写出全部数字，n = \(n.value, .exact)，e = \(GradientError.relative(a.value, n.value), .rounded)。\
        前向差分得到 \(forward.value, .exact)，e = \(GradientError.relative(a.value, forward.value), .rounded)。
        """)
  }

  @Document.Parts
  func steps(_ curves: [ErrorCurve]) -> [Block] {
    let (central, forward, single) = (curves[0], curves[1], curves[2])
    let ε = Double.ulpOfOne
    Block.heading(Words(en: "How large a step", zh: "步长取多大"))
    Block.table(
      ErrorCurve.tabulated.table([
        "h": { .number($0) },
        Words(en: "n, central", zh: "n（中心）"): { .number(central.derivative(h: $0)) },
        Words(en: "e, central", zh: "e（中心）"): { .number(central.error(h: $0)) },
        Words(en: "e, forward", zh: "e（前向）"): { .number(forward.error(h: $0)) },
        Words(en: "e, central in float32", zh: "e（中心，float32）"): { .number(single.error(h: $0)) },
      ]), name: Self.name)
    Words(
      en: """
        Two errors meet. A large step sees the bend of the function: from h = 0.01 to 0.001 the error of central differences falls by a factor of \
        \(central.gain, .rounded), that of forward ones by \(forward.gain, .rounded), as it goes with h² for the one and with h for the other. \
        A small step sees rounding: f is known to about ε = \(ε, .rounded) of itself, and dividing by h makes that larger and larger. \
        The best step lies between, for central differences near the cube root of ε, \(Double.pow(ε, 1.0 / 3), .rounded), for forward ones near \
        its square root, \(ε.squareRoot(), .rounded); in the table the errors are smallest at \(central.best, .rounded) and \(forward.best, .rounded). Numbers in float32 have ε = \
        \(Double(Float.ulpOfOne), .rounded), and e is nowhere below \(single.error(h: single.best), .rounded): checks are done in double precision.
        """,
      zh: """
        误差有两个来源。步长大，误差来自函数的弯曲：h 从 0.01 减到 0.001，中心差分的误差缩小到 1/\(central.gain, .rounded)，\
        前向差分的缩小到 1/\(forward.gain, .rounded)，因为前者与 h² 成正比，后者与 h 成正比。\
        步长小，误差来自舍入：f 只精确到自身的约 ε = \(ε, .rounded)，除以 h 之后越来越大。\
        最好的步长在两者之间：中心差分在 ε 的立方根 \(Double.pow(ε, 1.0 / 3), .rounded) 附近，\
        前向差分在 ε 的平方根 \(ε.squareRoot(), .rounded) 附近；表中误差最小的步长是 \(central.best, .rounded) 和 \(forward.best, .rounded)。\
        float32 的 ε = \(Double(Float.ulpOfOne), .rounded)，表中的 e 都不小于 \(single.error(h: single.best), .rounded)：梯度检查要用双精度。
        """)
  }

  @Document.Parts
  var thresholds: [Block] {
    Block.heading(Words(en: "Which error is small", zh: "多大的误差算小"))
    Words(
      en: """
        The course CS231n gives these rules of thumb for e in double precision, with a step near \(1e-5, .rounded). A kink is a place where \
        the slope jumps, as that of ReLU at 0:
        """,
      zh: "课程 CS231n 给出以下经验标准（双精度，步长约 \(1e-5, .rounded)）。折点是斜率跳变的地方，例如 ReLU 在 0 处：")
    Block.table(
      Verdict.allCases.table([
        "e": { .text($0.errors) }, Words(en: "the gradient is", zh: "梯度"): { .text($0.name) },
      ]), name: "\(Self.name)-thresholds")
  }

  @Document.Parts
  var kinks: [Block] {
    let x = Traced(-h / 10).named("x")
    let n = rule.central({ Activation.relu($0) }, at: x)
    let far = NumericalGradient(h: h).central({ Activation.relu($0) }, at: -2 * h)
    Block.heading(Words(en: "Kinks", zh: "折点"))
    Words(
      en: """
        Near a kink a right gradient fails the check. ReLU, f(x) = max(0, x), has the slope a = 0 left of 0. But where x lies less than h \
        from 0, as x = −h/10, the step to the right crosses the kink:
        """,
      zh: """
        在折点附近，正确的梯度也通不过检查。ReLU，即 f(x) = max(0, x)，在 0 左侧的斜率 a = 0。但若 x 到 0 的距离小于 h，\
        例如 x = −h/10，向右的一步就跨过了折点：
        """)
    Block.derivations(
      title: Words(en: "ReLU at x = −h/10", zh: "ReLU，x = −h/10"), of: [n])
    Words(
      en: """
        So e = \(GradientError.relative(0, n.value), .rounded), though nothing is wrong. At x = −2·h the step does not reach the kink, and n = \
        \(far, .rounded). A smaller step and fewer samples make it rarer that a kink is crossed.
        """,
      zh: """
        于是 e = \(GradientError.relative(0, n.value), .rounded)，其实并没有错。在 x = −2·h 处，步子够不到折点，n = \(far, .rounded)。\
        步长小一些、样本少一些，就不容易跨过折点。
        """)
  }

  @Document.Parts
  var advice: [Block] {
    Block.heading(Words(en: "How to check", zh: "怎样检查"))
    Words(
      en: """
        A check needs two losses for each parameter, so it is done once, with a few samples, and not while training. What draws at random, as \
        dropout, is turned off or given the same seed each time, else the two losses differ by chance. Check the loss of the data without its \
        regularization, too: a penalty’s gradient can be so large that it hides a wrong one of the data. And check again after a few steps of \
        training: at the start all may be so small that a mistake does not show.
        """,
      zh: """
        检查时每个参数要算两次损失，所以只用少量样本检查一次，训练时不做。有随机性的部分（例如 Dropout）要关闭，\
        或每次用同一个种子，否则两次损失会因随机而不同。去掉正则化再检查一次：惩罚项的梯度可能很大，掩盖了数据部分的错误。\
        训练几步之后再检查一次：刚开始时各个量可能太小，错误显不出来。
        """)
  }
}

extension ErrorCurve {
  /// By what factor the error falls from h = 0.01 to 0.001.
  fileprivate var gain: Double { (error(h: 1e-2) / error(h: 1e-3) * 10).rounded() / 10 }
}

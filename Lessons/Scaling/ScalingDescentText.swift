import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says about targets and about gradient descent.
extension ScalingLesson {
  @Document.Parts
  func targets(_ descents: [ScaledDescent]) -> [Block] {
    let fit = FeatureScaling(
      fitting: Flats.prices.enumerated().map { Traced($1).named("y", Step($0 + 1)) })
    let price = Traced(Flats.prices[0]).named("y", 1)
    let z = fit.standardized(price, at: 1)
    let (raw, scaled) = (descents[0].regression, descents[2].regression)
    let slope = scaled.gradient([0, 0]).map(\.magnitude).max() ?? 0
    Block.heading(Words(en: "Targets are scaled, too", zh: "目标值也要缩放"))
    Words(
      en: """
        The five flats cost \(Flats.prices.map(Numerals.rounded.text).listed) thousand. Their model is to be \
        ŷ = w₁·A + w₂·D, with the area A and the distance D from the centre in km, and its loss L half of the \
        mean squared error. At w₁ = w₂ = 0, L is \(raw.loss([0, 0]), .rounded); with z-scores of \
        features and prices it is \(scaled.loss([0, 0]), .rounded), and no derivative is larger than \
        \(slope, .rounded), so that usual learning rates fit. What the model then predicts is a z-score of the \
        price; the way back is y = μ + σ·z:
        """,
      zh: """
        五套房子的价格是 \(Flats.prices.map(Numerals.rounded.text).listed)（千元）。模型取 \
        ŷ = w₁·A + w₂·D，A 是面积，D 是到市中心的距离（km），损失 L 是均方误差的一半。\
        在 w₁ = w₂ = 0 处，L = \(raw.loss([0, 0]), .rounded)；若特征和价格都用 z 分数，\
        则 L = \(scaled.loss([0, 0]), .rounded)，导数都不超过 \(slope, .rounded)，通常的学习率就合用。\
        这时模型预测的是价格的 z 分数，换回价格用 y = μ + σ·z：
        """)
    Block.derivations(
      title: Words(en: "The price of the first flat, there and back", zh: "第一套房子的价格：换过去，再换回来"),
      of: [fit.mean, fit.deviation, z, fit.restored(z).named("y", 1)])
    Words(
      en: """
        Neither model has a bias, so that its loss is a surface over two weights. For z-scores none is needed: all their means are 0.
        """,
      zh: "两个模型都没有偏置，这样损失是两个权重上的曲面。对 z 分数来说本来就不需要偏置：它们的均值都是 0。")
  }

  @Document.Parts
  func descentText(_ descents: [ScaledDescent]) -> [Block] {
    let (raw, scaled) = (descents[0], descents[2])
    let ratio = (raw.regression.condition / scaled.regression.condition).rounded()
    let correlation = scaled.regression.curvatures.1
    Block.heading(Words(en: "What scaling does for gradient descent", zh: "缩放对梯度下降的作用"))
    Words(
      en: """
        The loss is a bowl over the two weights. How strongly it is curved is told by the means h₁₁ of A², h₁₂ of A·D and h₂₂ of D²; in the steepest \
        direction the curvature is λₘₐₓ, in the flattest λₘᵢₙ. A learning rate above ηₘₐₓ = 2/λₘₐₓ diverges (course section 4.1), and at any rate below it the \
        flat direction gets on by at most 2/κ of its way in a step. So the condition number κ says how slow descent is.
        """,
      zh: """
        损失是两个权重上的一只碗。它的弯曲程度由 A² 的均值 h₁₁、A·D 的均值 h₁₂ 和 D² 的均值 h₂₂ 决定；\
        最陡方向的曲率为 λₘₐₓ，最平方向的为 λₘᵢₙ。学习率超过 ηₘₐₓ = 2/λₘₐₓ 就会发散（课程 4.1 节），\
        而在它以下，平的方向每步最多走完剩余路程的 2/κ。所以条件数 κ 说明下降有多慢。
        """)
    let explained = raw.explained
    let (h11, h12, h22) = explained.curvatures
    Block.derivations(
      title: Words(en: "Features as they are", zh: "未缩放的特征"),
      of: [
        h11, h12, h22, explained.steepest, explained.flattest, explained.condition,
        explained.largestRate,
      ], longestSum: 3)
    Words(
      en: """
        For z-scores h₁₁ and h₂₂ are 1, their variance, and h₁₂ is \(correlation, .rounded), the correlation of area and distance. \
        So λₘₐₓ = 1 + \(correlation, .rounded) and λₘᵢₙ = 1 − \(correlation, .rounded): scaling has made κ \
        \(ratio, .rounded) times smaller. What is left of κ above 1 comes from the correlation, which no scaling of single \
        features takes away.
        """,
      zh: """
        对 z 分数来说，h₁₁ 和 h₂₂ 都是 1，即方差；h₁₂ 是 \(correlation, .rounded)，即面积与距离的相关系数。\
        于是 λₘₐₓ = 1 + \(correlation, .rounded)，λₘᵢₙ = 1 − \(correlation, .rounded)：\
        缩放使 κ 缩小到约 1/\(ratio, .rounded)。κ 仍大于 1，是因为两个特征相关，单独缩放各个特征消除不了它。
        """)
    Words(
      en: """
        With \(rate, .rounded) of its largest rate each, from w₁ = w₂ = 0 until L has come down all but a millionth of the way to its minimum:
        """,
      zh: "各自用最大学习率的 \(rate, .rounded) 倍，从 w₁ = w₂ = 0 出发，直到 L 与最小值的差只剩百万分之一：")
    Block.table(
      descents.table([
        Words(en: "features", zh: "特征"): { .text($0.name) },
        "λₘₐₓ": { .number($0.regression.steepest) },
        "λₘᵢₙ": { .number($0.regression.flattest) },
        "κ": { .number($0.regression.condition) },
        "ηₘₐₓ": { .number($0.regression.largestRate) },
        Words(en: "steps needed", zh: "所需步数"): {
          $0.stepsDown.map { .number($0) } ?? .text(tooMany)
        },
      ]), name: "\(Self.name)-descent")
    if rate >= 1 {
      Words(
        en: """
          At \(rate, .rounded) of ηₘₐₓ or more no descent arrives: in the steepest direction each step goes to the other side of the valley \
          and ends at least as high as it began.
          """,
        zh: """
          学习率达到或超过 ηₘₐₓ（这里是它的 \(rate, .rounded) 倍），下降永远到不了最小值：\
          在最陡的方向上，每一步都跨到谷的另一侧，而且不比原来低。
          """)
    }
  }

  /// What stands where there is no number of steps.
  private var tooMany: Words {
    rate < 1
      ? Words(en: "over a million", zh: "超过一百万") : Words(en: "never arrives", zh: "不会到达")
  }
}

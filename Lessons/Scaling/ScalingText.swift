import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What the lesson says about the two scalings, and about data that they were not fitted on.
extension ScalingLesson {
  /// Sums of more terms are written with an ellipsis.
  private static let longestSum = 3

  private var areas: [Traced] { named(Flats.areas, from: 1) }
  private var scaling: FeatureScaling<Traced> { FeatureScaling(fitting: areas) }

  private func named(_ numbers: [Double], from first: Int) -> [Traced] {
    numbers.enumerated().map { Traced($1).named("x", Step(first + $0)) }
  }

  /// A flat, scaled in all three ways.
  private func scaled(_ x: Traced, _ number: Int) -> (u: Traced, v: Traced, z: Traced) {
    let (i, (a, b)) = (Step(number), (Traced(low).named("a"), Traced(high).named("b")))
    let u = scaling.minMax(x, at: i)
    return (u, scaling.ranged(u, from: a, to: b, at: i), scaling.standardized(x, at: i))
  }

  @Document.Parts
  var introduction: [Block] {
    let first = scaled(areas[0], 1)
    Words(
      en: """
        A feature is a number that describes each sample, such as the area of a flat in m². Features come in \
        all sizes and units; scaling brings them to one size, so that none counts for more because of its unit, \
        and descent needs fewer steps (course document 003, section 4). Min-max scaling moves all values \
        into a range; the z-score, also called standardization, gives them the mean 0 and the standard deviation 1.
        """,
      zh: """
        特征是描述每个样本的一个数，例如一套房子的面积（m²）。各个特征的单位和大小不同；缩放把它们变到同样的大小，\
        任何特征都不会仅仅因为单位而更重要，梯度下降需要的步数也更少（课程文档 003 第 4 节）。\
        最小–最大归一化把所有值移到一个区间；z 分数即标准化，使均值为 0，标准差为 1。
        """)
    Block.formulas(
      of: [
        scaling.minimum: Words(en: "the smallest of the training data", zh: "训练数据的最小值"),
        scaling.maximum: Words(en: "the largest", zh: "最大值"),
        scaling.mean: Words(en: "the mean", zh: "均值"),
        scaling.variance: Words(
          en: "the variance, the mean squared distance from μ", zh: "方差，即到 μ 的距离平方的平均"),
        scaling.deviation: Words(en: "the standard deviation", zh: "标准差"),
        first.u: Words(en: "min-max scaled to [0, 1]", zh: "归一化到 [0, 1]"),
        first.v: Words(
          en: "to another range: [\(low, .rounded), \(high, .rounded)]",
          zh: "归一化到另一个区间：[\(low, .rounded), \(high, .rounded)]"),
        first.z: Words(en: "the z-score", zh: "z 分数"),
      ], Notation(.numbered, longestSum: Self.longestSum))
  }

  @Document.Parts
  var numbers: [Block] {
    let fit = scaling
    let second = scaled(areas[1], 2)
    let samples = Flats.areas + Flats.testAreas
    let rows = zip(samples, named(samples, from: 1)).enumerated().map { index, sample in
      (
        isTest: index >= Flats.areas.count, number: sample.0,
        scaled: scaled(sample.1, index + 1)
      )
    }
    let unbiased = (fit.variance.value * 5 / 4).squareRoot()
    Block.heading(Words(en: "Five flats", zh: "五套房子"))
    Block.derivations(
      title: Words(
        en: "Training data: areas of \(Flats.areas.map(Numerals.rounded.text).listed) m²",
        zh: "训练数据：面积 \(Flats.areas.map(Numerals.rounded.text).listed) m²"),
      of: [
        fit.minimum, fit.maximum, fit.mean, fit.variance, fit.deviation, second.u, second.v,
        second.z,
      ])
    Block.table(
      rows.table([
        Words(en: "data", zh: "数据"): {
          .text($0.isTest ? Words(en: "test", zh: "测试") : Words(en: "training", zh: "训练"))
        },
        "x": { .number($0.number) },
        "u": { .number($0.scaled.u.value) },
        "v": { .number($0.scaled.v.value) },
        "z": { .number($0.scaled.z.value) },
      ]), name: Self.name)
    Words(
      en: """
        The variance is divided by n = 5 here, as in scikit-learn and NumPy. pandas and torch.std divide by n − 1; then \
        σ is \(unbiased, .rounded) and all z are \((fit.deviation.value / unbiased), .rounded) times as large.
        """,
      zh: """
        这里的方差除以 n = 5，与 scikit-learn、NumPy 相同。pandas 和 torch.std 除以 n − 1，\
        那样 σ 为 \(unbiased, .rounded)，所有 z 都是这里的 \((fit.deviation.value / unbiased), .rounded) 倍。
        """)
  }

  @Document.Parts
  var testData: [Block] {
    let fit = FeatureScaling(fitting: Flats.areas)
    let own = FeatureScaling(fitting: Flats.testAreas)
    let rows = Flats.testAreas.map { x in
      let (u, z) = (own.minMax(x), own.standardized(x))
      return (
        x: x, u: fit.minMax(x), own: u, area: fit.minimum + u * (fit.maximum - fit.minimum),
        ownZ: z, areaByZ: fit.restored(z)
      )
    }
    let (middle, outside) = (rows[1], rows[2])
    Block.heading(Words(en: "Test data get the training data’s numbers", zh: "测试数据用训练数据的统计量"))
    Words(
      en: """
        A model learns from training data and is tried on test data that it has not seen. These are scaled by xₘᵢₙ, xₘₐₓ, μ and σ \
        of the training data, because that is the scale that the model has learned. A test flat of \(middle.x, .rounded) m² is u = \(middle.u, .rounded). Scaled by the test \
        data’s own minimum and maximum it would be \(middle.own, .rounded), which in training meant \
        \(middle.area, .rounded) m²: the model would see another flat.
        """,
      zh: """
        模型从训练数据学习，再用没有见过的测试数据来检验。测试数据要用训练数据的 xₘᵢₙ、xₘₐₓ、μ、σ 来缩放，因为模型学到的就是这个尺度。\
        测试集中 \(middle.x, .rounded) m² 的房子 u = \(middle.u, .rounded)。若用测试数据自己的最小值和最大值，\
        就成了 \(middle.own, .rounded)，而这在训练时表示 \(middle.area, .rounded) m²：模型看到的是另一套房子。
        """)
    Block.table(
      rows.table([
        Words(en: "test flat, m²", zh: "测试房子 m²"): { .number($0.x) },
        Words(en: "right u", zh: "正确的 u"): { .number($0.u) },
        Words(en: "u by its own", zh: "按自身统计量的  u"): { .number($0.own) },
        Words(en: "this u means m²", zh: "这个 u 相当于 m²"): { .number($0.area) },
        Words(en: "z by its own", zh: "按自身统计量的  z"): { .number($0.ownZ) },
        Words(en: "this z means m²", zh: "这个 z 相当于 m²"): { .number($0.areaByZ) },
      ]), name: "\(Self.name)-test")
    Words(
      en: """
        That \(outside.x, .rounded) m² gives u = \(outside.u, .rounded), above 1, is as it should be: the flat is larger than any in \
        training. To fit the scale to training and test data together is wrong, too: the model would be told something of the test \
        data before the test, which is called leakage.
        """,
      zh: """
        \(outside.x, .rounded) m² 得到 u = \(outside.u, .rounded)，大于 1，这是对的：它比训练集中的任何一套都大。\
        用训练集和测试集合在一起的统计量也不对：测试之前模型就得知了测试数据的一些情况，这叫数据泄漏。
        """)
  }
}

import Formulas
import Lecture
import LessonsShared
import Networks
import Words

/// What else is done to data before training.
extension ScalingLesson {
  /// The temperature of a room hour by hour, with a gap.
  private static let temperatures: [Double?] = [18, 19, nil, 24, 22, 21, 20]

  @Document.Parts
  var preparation: [Block] {
    Block.heading(
      Words(en: "Categories, gaps, noise and duplicates", zh: "类别、缺失值、噪声和重复数据"))
    categories
    gaps
    duplicates
  }

  @Document.Parts
  private var categories: [Block] {
    let names: [String: Words] = [
      "gas": Words(en: "gas", zh: "燃气"), "district": Words(en: "district", zh: "集中供暖"),
      "pump": Words(en: "pump", zh: "热泵"),
    ]
    let heatings = ["gas", "district", "gas", "pump"]
    let code = OneHot(fitting: heatings)
    Words(
      en: """
        One-hot encoding. Categories such as the kind of heating are no sizes: numbered 0, 1, 2 they would have an order that they do not \
        have. Each becomes a 1 in a column of its own instead:
        """,
      zh: """
        独热编码。类别（例如供暖方式）不是大小：若编号为 0、1、2，就凭空有了顺序。应当让每个类别自己占一列，该列为 1：
        """)
    Block.table(
      Table(
        [
          Table.Column(Words(en: "heating", zh: "供暖方式"), texts: heatings.map { names[$0] ?? "" })
        ]
          + code.categories.indices.map { place in
            Table.Column(
              names[code.categories[place]] ?? "", heatings.map { code.encode($0)[place] })
          }), name: "\(Self.name)-one-hot")
  }

  @Document.Parts
  private var gaps: [Block] {
    let data = Self.temperatures
    let series = data.enumerated().map { index, x in
      x.map { Traced($0).named("x", Step(index + 1)) }
    }
    let known = series.compactMap(\.self)
    let mean = FeatureScaling(fitting: known).mean
    let order = known.sorted { $0.value < $1.value }
    let median = quantile(0.5, ofSorted: order).named("Q2")
    let filled = MissingValues.interpolated(series)
    let smooth = movingAverage(filled, window: window)
    let gap = data.firstIndex { $0 == nil } ?? 0
    Words(
      en: """
        Missing values and noise. Of the temperatures below, hour by hour, the third was not recorded. A gap gets the mean or the \
        median of what is known, or, where values follow each other, what lies on a straight line between its neighbours. A moving \
        average over \(window) hours then smooths the series:
        """,
      zh: """
        缺失值与噪声。下面逐小时的温度中，第三个没有记录。缺失值可以用已知值的均值或中位数填补；若数据有先后顺序，\
        可以在相邻两个值之间插值。再用 \(window) 小时的移动平均使序列平滑：
        """)
    Block.derivations(
      title: Words(en: "Three ways to fill the gap, then smoothing", zh: "填补缺失值的三种方法，然后平滑"),
      of: [mean, median, filled[gap], smooth[gap]])
    Block.table(
      data.indices.table([
        Words(en: "hour", zh: "小时"): { .number($0 + 1) },
        Words(en: "recorded", zh: "记录"): { data[$0].map { .number($0) } ?? .empty },
        Words(en: "interpolated x", zh: "插值后的 x"): { .number(filled[$0].value) },
        Words(en: "moving average x̄", zh: "移动平均 x̄"): { .number(smooth[$0].value) },
      ]), name: "\(Self.name)-series")
  }

  private var duplicates: Words {
    let once = FeatureScaling(fitting: Flats.areas).mean
    let last = Flats.areas[Flats.areas.count - 1]
    let twice = FeatureScaling(fitting: Flats.areas + [last]).mean
    return Words(
      en: """
        Duplicates. A sample that is in the data twice counts twice: with the flat of \(last, .rounded) m² \
        entered twice, μ is \(twice, .rounded) where \(once, .rounded) is right. And of a copy that falls into \
        the test data the model knows the answer already. So copies are removed before the data are split.
        """,
      zh: """
        重复数据。重复的样本会被算两次：若 \(last, .rounded) m² 的房子录入了两次，μ 就是 \(twice, .rounded)，\
        而正确的是 \(once, .rounded)。若副本落进测试集，模型早已见过答案。因此应当先去重，再划分数据。
        """)
  }
}

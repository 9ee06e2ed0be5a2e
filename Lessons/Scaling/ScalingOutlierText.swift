import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says about outliers.
extension ScalingLesson {
  @Document.Parts
  func outlierText(_ outliers: Outliers) -> [Block] {
    let (scaling, first) = outliers.robust
    let left = outliers.ways.map { (10_000 * $0.remainder).rounded() / 100 }
    Block.heading(Words(en: "One outlier", zh: "一个异常值"))
    Words(
      en: """
        An outlier is a value far from all others, often a slip: say the area \(outlier) m² among the five. \
        It is the new maximum, and min-max scaling squeezes the five flats into \
        \(left[0], .rounded) % of the range that they had; μ and σ move, too, and z-scores keep \(left[1], .rounded) %. \
        The robust scale takes the median Q₂ and the quartiles Q₁ and Q₃, below which a quarter and three quarters of the values lie; \
        it hardly cares how large one value is, and keeps \(left[2], .rounded) %:
        """,
      zh: """
        异常值是远离其他值的数，往往是录入错误，例如五套房子里混进了 \(outlier) m²。\
        它成了新的最大值，归一化之后五套房子只占原来范围的 \(left[0], .rounded)%；μ 和 σ 也变了，\
        z 分数的范围只剩 \(left[1], .rounded)%。稳健缩放用中位数 Q₂ 和四分位数 Q₁、Q₃\
        （四分之一和四分之三的值在它们之下），几乎不受单个值大小的影响，保留了 \(left[2], .rounded)%：
        """)
    Block.derivations(
      title: Words(
        en: "The robust scale with the outlier, x₁ to x₆ in order of size",
        zh: "含异常值的稳健缩放，x₁ 到 x₆ 按大小排列"),
      of: [scaling.lowerQuartile, scaling.median, scaling.upperQuartile, first])
    Block.table(
      Flats.areas.indices.table([
        Words(en: "area x", zh: "面积 x"): { .number(Flats.areas[$0]) },
        "u": { .number(outliers.ways[0].before[$0]) },
        Words(en: "u with outlier", zh: "u（含异常值）"): { .number(outliers.ways[0].after[$0]) },
        "z": { .number(outliers.ways[1].before[$0]) },
        Words(en: "z with outlier", zh: "z（含异常值）"): { .number(outliers.ways[1].after[$0]) },
        "r": { .number(outliers.ways[2].before[$0]) },
        Words(en: "r with outlier", zh: "r（含异常值）"): { .number(outliers.ways[2].after[$0]) },
      ]), name: "\(Self.name)-outlier")
    Words(
      en: """
        The outlier itself lands at u = \(outliers.ways[0].outlier, .rounded), \
        z = \(outliers.ways[1].outlier, .rounded) and r = \(outliers.ways[2].outlier, .rounded). \
        Look at it before you scale: a slip is corrected or left out, a true value may stay.
        """,
      zh: """
        异常值本身变成 u = \(outliers.ways[0].outlier, .rounded)，z = \(outliers.ways[1].outlier, .rounded)，\
        r = \(outliers.ways[2].outlier, .rounded)。缩放之前先看看它：录入错误应改正或删除，真实的值可以保留。
        """)
  }
}

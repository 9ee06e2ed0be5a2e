import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says in words, formulas and numbers.
extension EwaLesson {
  var introduction: Words {
    Words(
      en: """
        A weather diary of \(days) random days (course section 3.3.1): torch.manual_seed(\(seed)) \
        and torch.randn(\(days)) * 10, in the very numbers that PyTorch draws. (Processors \
        without AVX2, such as Apple’s, draw them with other last digits.) Each average keeps a part \
        β of yesterday’s: \(betas.map(Numerals.rounded.text).listed).
        """,
      zh: """
        \(days) 天的随机气温（课程 3.3.1 节）：torch.manual_seed(\(seed)) 之后的 torch.randn(\(days)) * 10，\
        与 PyTorch 产生的数完全相同（没有 AVX2 的处理器，例如 Apple 芯片，末位数字会不同）。\
        平均值每天保留前一天的 β 倍，β 依次取 \(betas.map(Numerals.rounded.text).listed)。
        """)
  }

  /// Sₜ = β·Sₜ₋₁ + (1 − β)·Yₜ.
  var rule: Mathematics { slowest.course[1].S.rule(at: 2) }

  /// S₁ = Y₁.
  var start: Mathematics { slowest.course[0].S.equation }

  /// Ŝₜ = Sₜ/(1 − βᵗ).
  var correction: Mathematics { slowest.zero[1].Ŝ.rule(at: 2) }

  var formulas: [Document.Formula] {
    [
      formula(rule, en: "yesterday’s average and today’s value", zh: "昨天的平均值与今天的值加权"),
      formula(start, en: "the course begins with the first value", zh: "课程以第一天的值开始"),
      formula(
        correction, en: "the bias correction where one begins with S₀ = 0 instead",
        zh: "若从 S₀ = 0 开始，则需偏差校正"),
    ]
  }

  private var dayColumn: Table.Column {
    Table.Column(Words(en: "day", zh: "天"), (1...days).map(Double.init))
  }

  var averageTable: Table {
    Table(
      [dayColumn, Table.Column(Words(en: "temperature", zh: "气温"), temperatures)]
        + averages.map { Table.Column("S (\($0.name))", $0.course.map(\.S.value)) })
  }

  /// The average of the course's day 100 as a sum over the days before it.
  var sums: [Document.Formula] {
    func sum(_ averages: Averages, _ text: (Traced) -> String) -> Words {
      let weights = averages.course[0].weights(after: 100)
      let terms = [0, 1, 2, 99].map { ago in
        "\(text(weights[ago]))·\(Symbol("Y").text(at: Step(100 - ago)))"
      }
      return "S₁₀₀ = \(terms[0]) + \(terms[1]) + \(terms[2]) + … + \(terms[3])"
    }
    let symbols = sum(slowest) { $0.formula(Notation(.numbered)) }
    return [(symbols, Words(en: "expanded", zh: "逐日展开"))]
      + averages.map { (sum($0) { Numerals.rounded.text($0.value) }, $0.name) }
  }

  var weightTable: Table {
    Table(
      [Table.Column(Words(en: "days ago k", zh: "k 天前"), (0..<days).map(Double.init))]
        + averages.map { Table.Column("(1 − β)·βᵏ (\($0.name))", $0.weights) })
  }

  /// The course's start gives the first day more weight than its distance would.
  var firstDay: Words {
    let first = slowest.course[0].weights(after: Step(days))[days - 1]
    let (whole, power) = (percent(first.value), first.formula(Notation(.numbered)))
    let usual = percent(slowest.weights[days - 1])
    let end =
      whole == usual
      ? Words(en: ", which makes no difference any more.", zh: "，已没有影响。")
      : Words(
        en: " and not \(usual). A slow average clings to the day it began with.",
        zh: "，而不是 \(usual)。β 越大，平均值越长久地停留在起点附近。")
    return Words(
      en: """
        All weights but the oldest day’s are (1 − β)·βᵏ. The first day is the first average in \
        the course, so it counts \(power) whole: with \(slowest.name) that is \(whole) of the \
        average on day \(days)\(end)
        """,
      zh: """
        除最早的一天外，权重都是 (1 − β)·βᵏ。课程以第一天的值为第一个平均值，所以它的权重是完整的 \(power)：\
        \(slowest.name) 时，它占第 \(days) 天平均值的 \(whole)\(end)
        """)
  }

  /// How many days are remembered, and what they weigh.
  var memories: [Block] {
    averages.map { averages in
      let (n, weight) = (averages.zero[0].memory, averages.zero[0].weightOfMemory)
      let name = Words(en: "weight of n days", zh: "n 天的权重")
      return .derivations(
        title: averages.name, [n.derivation(), weight.derivation(named: name)])
    }
  }

  var memory: Words {
    let limit = percent(1 - .exp(-1))
    let parts = averages.map { percent($0.zero[0].weightOfMemory.value) }.listed
    return Words(
      en: """
        One says that the average remembers 1/(1 − β) days. These days have \(parts) of the \
        weight, and near 1 − 1/e = \(limit) for any β near 1; the days before them share \
        the rest.
        """,
      zh: """
        通常说平均值“记住” 1/(1 − β) 天。这些天占全部权重的 \(parts)；β 接近 1 时接近 1 − 1/e = \(limit)，\
        其余权重属于更早的日子。
        """)
  }

  var bias: Words {
    let β = slowest.name
    let example =
      slowest.β > 0
      ? Words(en: "Here with \(β), where it takes longest:", zh: "下面取 \(β)，偏差持续得最久：")
      : Words(
        en: "With \(β) the sum is 1, and there is nothing to correct:",
        zh: "\(β) 时这个和就是 1，无需校正：")
    return Words(
      en: """
        Optimizers such as Adam begin with S₀ = 0. The weights of t days then sum to 1 − βᵗ only, \
        and the first averages are too close to zero; dividing by that sum corrects them. \(example)
        """,
      zh: """
        Adam 等优化器从 S₀ = 0 开始。此时 t 天的权重之和只有 1 − βᵗ，最初的平均值过于接近零；\
        除以这个和即可校正。\(example)
        """)
  }

  var correctionTable: Table {
    let (zero, course) = (slowest.zero, slowest.course)
    return Table([
      dayColumn,
      Table.Column(Words(en: "S from zero", zh: "S（从零开始）"), zero.map(\.S.value)),
      Table.Column(Words(en: "Ŝ corrected", zh: "Ŝ（校正后）"), zero.map(\.Ŝ.value)),
      Table.Column(
        Words(en: "S from the first day", zh: "S（课程：从第一天开始）"), course.map(\.S.value)),
    ])
  }

  private func percent(_ part: Double) -> String { "\(Numerals.fixed(1).text(100 * part)) %" }
}

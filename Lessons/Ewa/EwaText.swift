import Descent
import Formulas
import Lecture
import LessonsShared
import Words

/// What the lesson says in words, formulas and numbers.
extension EwaLesson {
  /// The number of days that are shown with all their numbers filled in.
  private static let derivedDays = 3

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

  var formulas: [Document.Formula] {
    let t = Step(2)
    func days(_ start: ExponentialAverage<Traced>.Start) -> [ExponentialAverage<Traced>] {
      averages(of: temperatures.prefix(t.number), β: slowest, from: start)
    }
    let (course, zero) = (days(.firstValue), days(.zero))
    return [
      (
        Words(math: course[1].S.rule(at: t)),
        Words(en: "yesterday’s average and today’s value", zh: "昨天的平均值与今天的值加权")
      ),
      (
        "\(course[0].S.name(Notation(.numbered))) = \(course[0].S.formula(Notation(.numbered)))",
        Words(en: "the course begins with the first value", zh: "课程以第一天的值开始")
      ),
      (
        Words(math: zero[1].Ŝ.rule(at: t)),
        Words(
          en: "the bias correction where one begins with S₀ = 0 instead",
          zh: "若从 S₀ = 0 开始，则需偏差校正")
      ),
    ]
  }

  func derivations(of temperatures: [Double]) -> [Block] {
    betas.map { β in
      let days: [ExponentialAverage<Traced>] = averages(
        of: temperatures.prefix(Self.derivedDays), β: β, from: .firstValue)
      return .derivations(title: Words(math: title(of: β)), days.map { $0.S.derivation() })
    }
  }

  /// β = 0.9.
  func title(of β: Double) -> Mathematics { .equation("β", Numerals.rounded.mathematics(β)) }

  func averageTable(of temperatures: [Double]) -> Table {
    Table(
      [
        Table.Column(Words(en: "day", zh: "天"), temperatures.indices.map { Double($0 + 1) }),
        Table.Column(Words(en: "temperature", zh: "气温"), temperatures),
      ]
        + betas.map { β in
          let days: [ExponentialAverage<Double>] = averages(
            of: temperatures, β: β, from: .firstValue)
          return Table.Column("S (\(title(of: β)))", days.map(\.S))
        })
  }

  /// The average of the course's day 100 as a sum over the days before it.
  var sums: [Document.Formula] {
    let t = Self.courseDay
    func day(_ number: Int) -> String { Symbol("Y").text(at: Step(number)) }
    let parts = Traced(slowest)
    let general = ExponentialAverage(β: parts, start: .firstValue).weights(after: t)
    func sum(_ weight: (Int) -> String) -> String {
      let newest = (0..<3).map { "\(weight($0))·\(day(t.number - $0))" }
      return "\(Symbol("S").text(at: t)) = "
        + (newest + ["…", "\(weight(t.number - 1))·\(day(1))"]).joined(separator: " + ")
    }
    let symbols = sum { general[$0].formula(Notation(.numbered)) }
    return [(Words(symbols), Words(en: "expanded", zh: "逐日展开"))]
      + betas.map { β in
        let weights = ExponentialAverage(β: β, start: .firstValue).weights(after: t)
        let numbers = sum { Numerals.rounded.text(weights[$0]) }
        return (Words(numbers), Words(math: title(of: β)))
      }
  }

  var weightTable: Table {
    let ago = Array(0..<days)
    return Table(
      [Table.Column(Words(en: "days ago k", zh: "k 天前"), ago.map(Double.init))]
        + betas.map { β in
          let average = ExponentialAverage(β: β, start: .zero)
          return Table.Column(
            "(1 − β)·βᵏ (\(title(of: β)))", ago.map { average.weight(stepsAgo: $0) })
        })
  }

  /// The course's start gives the first day more weight than its distance would.
  var firstDay: Words {
    let first = ExponentialAverage(β: Traced(slowest), start: .firstValue)
      .weights(after: Step(days))[days - 1]
    let expected = ExponentialAverage(β: slowest, start: .zero).weight(stepsAgo: days - 1)
    let power = first.formula(Notation(.numbered))
    let (whole, usual) = (percent(first.value), percent(expected))
    guard whole != usual else {
      return Words(
        en: """
          All weights but the oldest day’s are (1 − β)·βᵏ. The first day is the first average in \
          the course, so it counts \(power) whole: with \(title(of: slowest)) that is \(whole) of the \
          average on day \(days), which makes no difference any more.
          """,
        zh: """
          除最早的一天外，权重都是 (1 − β)·βᵏ。课程以第一天的值为第一个平均值，所以它的权重是完整的 \(power)：\
          \(title(of: slowest)) 时，它占第 \(days) 天平均值的 \(whole)，已没有影响。
          """)
    }
    return Words(
      en: """
        All weights but the oldest day’s are (1 − β)·βᵏ. The first day is the first average in \
        the course, so it counts \(power) whole: with \(title(of: slowest)) that is \(whole) of \
        the average on day \(days) and not \(usual). A slow average clings to the day it \
        began with.
        """,
      zh: """
        除最早的一天外，权重都是 (1 − β)·βᵏ。课程以第一天的值为第一个平均值，所以它的权重是完整的 \(power)：\
        \(title(of: slowest)) 时，它占第 \(days) 天平均值的 \(whole)，而不是 \(usual)。β 越大，\
        平均值越长久地停留在起点附近。
        """)
  }

  /// How many days are remembered, and what they weigh.
  var memories: [Block] {
    let name = Words(en: "weight of n days", zh: "n 天的权重")
    return betas.map { β in
      let average = ExponentialAverage(β: Traced(β), start: .zero)
      return .derivations(
        title: Words(math: title(of: β)),
        [average.memory.derivation(), average.weightOfMemory.derivation(named: name)])
    }
  }

  var memory: Words {
    let limit = percent(1 - .exp(-1))
    let parts = betas.map { percent(ExponentialAverage(β: $0, start: .zero).weightOfMemory) }
      .listed
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
    let β = title(of: slowest)
    let example =
      slowest > 0
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

  func corrections(of temperatures: [Double]) -> [Block] {
    let days: [ExponentialAverage<Traced>] = averages(
      of: temperatures.prefix(Self.derivedDays), β: slowest, from: .zero)
    return [
      .derivations(
        title: Words(math: title(of: slowest)),
        days.flatMap { [$0.S.derivation(), $0.Ŝ.derivation()] })
    ]
  }

  func correctionTable(of temperatures: [Double]) -> Table {
    let zero: [ExponentialAverage<Double>] = averages(of: temperatures, β: slowest, from: .zero)
    let course: [ExponentialAverage<Double>] = averages(
      of: temperatures, β: slowest, from: .firstValue)
    return Table([
      Table.Column(Words(en: "day", zh: "天"), temperatures.indices.map { Double($0 + 1) }),
      Table.Column(Words(en: "S from zero", zh: "S（从零开始）"), zero.map(\.S)),
      Table.Column(Words(en: "Ŝ corrected", zh: "Ŝ（校正后）"), zero.map(\.Ŝ)),
      Table.Column(Words(en: "S from the first day", zh: "S（课程：从第一天开始）"), course.map(\.S)),
    ])
  }

  private func percent(_ part: Double) -> String { "\(Numerals.fixed(1).text(100 * part)) %" }
}

import Descent
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What PyTorch has besides the course's schedules.
extension SchedulesLesson {
  /// Fewer epochs are too few for all of them.
  private static let fewestEpochs = 10

  @Document.Parts
  var furtherSchedules: [Block] {
    if epochs >= Self.fewestEpochs {
      let (schedules, name) = (further, "\(Self.name)-further")
      Block.heading(Words(en: "Beyond the course", zh: "课程之外"))
      Words(
        en: """
          PyTorch has more of them. With e for the epoch and η for the rate that they are given, \
          their rates in the first epochs are:
          """,
        zh: "PyTorch 还有更多的衰减策略。以 e 表示轮数，η 表示给定的学习率，它们在最初几轮的学习率为：")
      Block.formulas(
        schedules.map {
          formula(
            $0.formula, en: "\($0.name): \($0.meaning)", zh: "\($0.name)：\($0.meaning)")
        })
      Words(
        en: "What the symbols are, with PyTorch’s names and the values in the figure:",
        zh: "各符号的含义、PyTorch 中的名称和图中的取值：")
      Block.table(symbols(of: schedules), name: name)
      Block.figure(figure(of: schedules), name: name)
    }
  }

  private var further: [FurtherSchedule] {
    [
      further(
        ConstantLR.self, ["f": 0.3, "n": Double(epochs / 4)],
        Words(en: "a part of the rate at first, to warm up", zh: "开始时只用一部分学习率（预热）")),
      further(
        LinearLR.self, ["s": 0.1, "f": 1, "n": Double(epochs / 2)],
        Words(en: "a straight line up, also to warm up", zh: "沿直线上升，也用于预热")),
      further(
        PolynomialLR.self, ["n": Double(epochs), "p": 2],
        Words(en: "down to 0 along a power", zh: "沿幂函数降到 0")),
      further(
        CosineAnnealingLR.self, ["η_m": 0, "T": Double(epochs)],
        Words(en: "down along half a wave", zh: "沿余弦的半个周期下降")),
      warmRestarts, oneCycle,
    ]
  }

  /// A schedule whose formula has hyperparameters only.
  private func further<Rule: Schedule<Traced>>(
    _: Rule.Type, _ given: KeyValuePairs<Symbol, Double>, _ meaning: Words
  ) -> FurtherSchedule {
    let numbers = Dictionary(uniqueKeysWithValues: given.map { ($0.key, [$0.value]) })
    return further(
      Rule(Given { numbers[$0] ?? [] }), meaning,
      given.map { FurtherSchedule.quantity(Rule.declaration[$0.key], $0.value) })
  }

  private func further<Rule: Schedule<Traced>>(
    _ schedule: Rule, _ meaning: Words, _ quantities: [FurtherSchedule.Quantity]
  ) -> FurtherSchedule {
    FurtherSchedule(
      name: Words(Rule.declaration.title.english), meaning: meaning, quantities: quantities,
      rates: schedule.rates(from: Traced(learningRate), epochs: epochs))
  }

  /// Three waves, the last of which ends with the run or later.
  private var warmRestarts: FurtherSchedule {
    let schedule = CosineAnnealingWarmRestarts<Traced>(in: (epochs + 6) / 7, times: 2)
    let durations = [1, 2, 4].map { Double($0 * schedule.first.duration) }
    return further(
      schedule, Words(en: "e counts from the last start", zh: "同上，但反复重新开始，e 从此数起"),
      [
        FurtherSchedule.quantity(Declaration.cosineAnnealingWarmRestarts["η_m"], 0),
        (
          "T", "T_0", durations,
          Words(
            en: "epochs on each way down: T_0, then times T_mult", zh: "每次下降的轮数：T_0，之后乘以 T_mult")
        ),
      ])
  }

  private var oneCycle: FurtherSchedule {
    let schedule = OneCycleLR<Traced>(in: epochs)
    let first = learningRate / schedule.startDivisor.value
    return further(
      schedule,
      Words(
        en: "up from a to b, then far down, each along half a wave", zh: "从 a 升到 b，再降到很低，各走半个周期"),
      [
        (
          "a", "a", [first, learningRate],
          Words(
            en: "where a way begins: max_lr/div_factor, max_lr",
            zh: "段首的学习率：max_lr/div_factor、max_lr")
        ),
        (
          "b", "b", [learningRate, first / schedule.endDivisor.value],
          Words(
            en: "where it ends: max_lr, \(first, .rounded)/final_div_factor",
            zh: "段末的学习率：max_lr、\(first, .rounded)/final_div_factor")
        ),
        (
          "u", "u", [],
          Words(
            en: "part of the way that is over; up: pct_start = \(schedule.climb, .rounded)",
            zh: "这一段走完的比例；上升段 pct_start = \(schedule.climb, .rounded)")
        ),
      ])
  }

  private func symbols(of schedules: [FurtherSchedule]) -> Table {
    schedules.flatMap { schedule in schedule.quantities.map { (schedule.name, $0) } }.table([
      Words(en: "schedule", zh: "策略"): { .text($0.0) },
      Words(en: "symbol", zh: "符号"): { .text(Words(math: $0.1.symbol)) },
      Words(en: "value", zh: "取值"): { .text($0.1.values.map(Numerals.rounded.text).listed) },
      Words(en: "what it is", zh: "含义"): { .text($0.1.meaning) },
    ])
  }

  private func figure(of schedules: [FurtherSchedule]) -> Figure {
    let charts = schedules.map { schedule in
      Chart(
        heading: schedule.name, x: epochAxis,
        y: Axis(Words(math: "η"), domain: Domain(around: [0, learningRate], margin: 0.06)),
        marks: [
          LineMark(
            staircase(schedule.rates.map(\.value)), name: schedule.values,
            color: Symbol("η").color)
        ])
    }
    return Figure(
      title: Words(en: "Further schedules of PyTorch", zh: "PyTorch 的其他学习率衰减"),
      subtitle: Words(math: Numerals.typeset.equation("η", learningRate)),
      rows: 2, sharingAxes: charts)
  }
}

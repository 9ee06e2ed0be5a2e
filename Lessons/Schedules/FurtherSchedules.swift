import Descent
import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// A schedule that the course leaves out.
private struct FurtherSchedule {
  /// A symbol of its formula; its values, one after the other where it changes, none where it changes with the epoch; and
  /// what it is, with PyTorch's name.
  typealias Quantity = (symbol: Mathematics, values: [Double], meaning: Words)

  /// PyTorch's name.
  var name: Words
  var meaning: Words
  var quantities: [Quantity]
  var rates: [Traced]

  /// The formula of the rate in the first epochs, from the code that calculated it.
  var formula: Mathematics { rates[1].mathematics(Notation(.bare)) }

  /// What its formula is drawn with: f = 0.3; n = 50.
  var values: Words {
    quantities.filter { !$0.values.isEmpty }.map { quantity in
      let values = quantity.values.map(Numerals.typeset.mathematics)
      let shown = [.equation(quantity.symbol, values[0])] + values.dropFirst()
      return shown.map { Words(math: $0) }.joined(separator: Words(en: ", ", zh: "、"))
    }.joined(separator: Words(en: "; ", zh: "；"))
  }
}

/// What PyTorch has besides the course's schedules.
extension SchedulesLesson {
  /// Fewer epochs are too few for all of them.
  private static let fewestEpochs = 10

  private func further(
    _ name: Words, _ meaning: Words, _ schedule: some Schedule<Traced>,
    _ quantities: [FurtherSchedule.Quantity]
  ) -> FurtherSchedule {
    FurtherSchedule(
      name: name, meaning: meaning, quantities: quantities,
      rates: schedule.rates(from: Traced(learningRate), epochs: epochs))
  }

  private var further: [FurtherSchedule] { warmUps + [polynomial] + waves + [oneCycle] }

  private var warmUps: [FurtherSchedule] {
    let constant = ConstantLR<Traced>(factor: 0.3, for: epochs / 4)
    let linear = LinearLR<Traced>(from: 0.1, in: epochs / 2)
    return [
      further(
        "ConstantLR", Words(en: "a part of the rate at first, to warm up", zh: "开始时只用一部分学习率（预热）"),
        constant,
        [
          ("f", [constant.factor.value], Words(en: "the part, factor", zh: "这一部分的比例（factor）")),
          (
            "n", [Double(constant.duration)],
            Words(en: "how many epochs have it, total_iters", zh: "持续的轮数（total_iters）")
          ),
        ]),
      further(
        "LinearLR", Words(en: "a straight line up, also to warm up", zh: "沿直线上升，也用于预热"), linear,
        [
          (
            "s", [linear.startFactor.value],
            Words(en: "the part at the start, start_factor", zh: "开始时的比例（start_factor）")
          ),
          (
            "f", [linear.endFactor.value],
            Words(en: "the part at the end, end_factor", zh: "结束时的比例（end_factor）")
          ),
          (
            "n", [Double(linear.duration)],
            Words(en: "epochs up to the end, total_iters", zh: "上升所用的轮数（total_iters）")
          ),
        ]),
    ]
  }

  private var polynomial: FurtherSchedule {
    let polynomial = PolynomialLR<Traced>(in: epochs, power: 2)
    return further(
      "PolynomialLR", Words(en: "down to 0 along a power", zh: "沿幂函数降到 0"), polynomial,
      [
        (
          "n", [Double(polynomial.duration)],
          Words(en: "epochs down to 0, total_iters", zh: "降到 0 所用的轮数（total_iters）")
        ),
        ("p", [polynomial.power.value], Words(en: "the exponent, power", zh: "幂的指数（power）")),
      ])
  }

  private var waves: [FurtherSchedule] {
    let once = CosineAnnealingLR<Traced>(in: epochs)
    let again = CosineAnnealingLR<Traced>(in: (epochs + 6) / 7, restarts: 2)
    var (durations, end) = ([again.duration], again.duration)
    while end < epochs {
      durations.append(durations[durations.count - 1] * (again.restarts ?? 1))
      end += durations[durations.count - 1]
    }
    func least(_ wave: CosineAnnealingLR<Traced>) -> FurtherSchedule.Quantity {
      ("η_m", [wave.least.value], Words(en: "the lowest rate, eta_min", zh: "最低的学习率（eta_min）"))
    }
    return [
      further(
        "CosineAnnealingLR", Words(en: "down along half a wave", zh: "沿余弦的半个周期下降"), once,
        [
          least(once),
          (
            "T", [Double(once.duration)],
            Words(en: "epochs on the way down, T_max", zh: "下降所用的轮数（T_max）")
          ),
        ]),
      further(
        "CosineAnnealingWarmRestarts",
        Words(en: "e counts from the last start", zh: "同上，但反复重新开始，e 从此数起"),
        again,
        [
          least(again),
          (
            "T", durations.map(Double.init),
            Words(
              en: "epochs on each way down: T_0, then times T_mult", zh: "每次下降的轮数：T_0，之后乘以 T_mult")
          ),
        ]),
    ]
  }

  private var oneCycle: FurtherSchedule {
    let schedule = OneCycleLR<Traced>(in: epochs)
    let first = learningRate / schedule.startDivisor.value
    let (a, climb) = (Numerals.rounded.text(first), Numerals.rounded.text(schedule.climb))
    return further(
      "OneCycleLR",
      Words(
        en: "up from a to b, then far down, each along half a wave", zh: "从 a 升到 b，再降到很低，各走半个周期"),
      schedule,
      [
        (
          "a", [first, learningRate],
          Words(
            en: "where a way begins: max_lr/div_factor, max_lr",
            zh: "段首的学习率：max_lr/div_factor、max_lr")
        ),
        (
          "b", [learningRate, first / schedule.endDivisor.value],
          Words(
            en: "where it ends: max_lr, \(a)/final_div_factor",
            zh: "段末的学习率：max_lr、\(a)/final_div_factor")
        ),
        (
          "u", [],
          Words(
            en: "part of the way that is over; up: pct_start = \(climb)",
            zh: "这一段走完的比例；上升段 pct_start = \(climb)")
        ),
      ])
  }

  @Document.Parts
  var furtherSchedules: [Block] {
    if epochs >= Self.fewestEpochs {
      let (schedules, name) = (further, "\(Self.name)-further")
      Block.heading(Words(en: "Beyond the course", zh: "课程之外"))
      Block.prose(
        Words(
          en: """
            PyTorch has more of them. With e for the epoch and η for the rate that they are given, \
            their rates in the first epochs are:
            """,
          zh: "PyTorch 还有更多的衰减策略。以 e 表示轮数，η 表示给定的学习率，它们在最初几轮的学习率为："))
      Block.formulas(
        schedules.map {
          (
            Words(math: $0.formula),
            Words(en: "\($0.name): \($0.meaning)", zh: "\($0.name)：\($0.meaning)")
          )
        })
      Block.prose(
        Words(
          en: "What the symbols are, with PyTorch’s names and the values in the figure:",
          zh: "各符号的含义、PyTorch 中的名称和图中的取值："))
      Block.table(symbols(of: schedules), name: name)
      Block.figure(figure(of: schedules), name: name)
    }
  }

  private func symbols(of schedules: [FurtherSchedule]) -> Table {
    let rows = schedules.flatMap { schedule in
      schedule.quantities.map { (schedule: schedule.name, quantity: $0) }
    }
    return Table([
      Table.Column(Words(en: "schedule", zh: "策略"), texts: rows.map(\.schedule)),
      Table.Column(
        Words(en: "symbol", zh: "符号"), texts: rows.map { Words(math: $0.quantity.symbol) }),
      Table.Column(
        Words(en: "value", zh: "取值"),
        texts: rows.map { $0.quantity.values.map(Numerals.rounded.text).listed }),
      Table.Column(Words(en: "what it is", zh: "含义"), texts: rows.map(\.quantity.meaning)),
    ])
  }

  private func figure(of schedules: [FurtherSchedule]) -> Figure {
    let charts = schedules.map { schedule in
      Chart(
        heading: schedule.name,
        x: epochAxis,
        y: Axis(Words(math: "η"), domain: Domain(around: [0, learningRate], margin: 0.06)),
        marks: [
          LineMark(
            staircase(schedule.rates.map(\.value)), name: schedule.values,
            color: Symbol("η").color)
        ])
    }
    var figure = Figure(
      title: Words(en: "Further schedules of PyTorch", zh: "PyTorch 的其他学习率衰减"),
      subtitle: Words(math: .equation("η", Numerals.typeset.mathematics(learningRate))),
      columns: [[charts[0], charts[3]], [charts[1], charts[4]], [charts[2], charts[5]]])
    figure.sharesAxes = true
    return figure
  }
}

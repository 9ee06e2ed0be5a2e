import Descent
import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// A schedule that the course leaves out.
private struct FurtherSchedule {
  /// A symbol of its formula.
  struct Quantity {
    var symbol: Mathematics
    /// One after the other where it changes; none where it changes with the epoch.
    var values: [Double]
    /// What it is, with PyTorch's name.
    var meaning: (english: String, chinese: String)

    init(_ symbol: Mathematics, _ values: Double..., en english: String, zh chinese: String) {
      self.init(symbol, values, en: english, zh: chinese)
    }

    init(_ symbol: Mathematics, _ values: [Double], en english: String, zh chinese: String) {
      self.symbol = symbol
      self.values = values
      meaning = (english, chinese)
    }
  }

  /// PyTorch's name.
  var name: String
  var meaning: (english: String, chinese: String)
  var quantities: [Quantity]
  var rates: [Traced]

  init(
    _ name: String, en english: String, zh chinese: String, _ schedule: some Schedule<Traced>,
    _ quantities: [Quantity], from η: Double, epochs: Int
  ) {
    self.name = name
    self.quantities = quantities
    meaning = (english, chinese)
    rates = schedule.rates(from: Traced(η), epochs: epochs)
  }

  /// The formula of the rate in the first epochs, from the code that calculated it.
  var formula: String { rates[1].formula(Notation(.bare)) }

  /// What its formula is drawn with: f = 0.3; n = 50.
  func values(in language: Language) -> Label {
    let comma: Label = language(en: ", ", zh: "、")
    return quantities.filter { !$0.values.isEmpty }.map { quantity in
      let values = quantity.values.map(Numerals.typeset.mathematics)
      let rest = values.dropFirst().map { Label(math: $0) }
      return ([Label(math: .equation(quantity.symbol, values[0]))] + rest).joined(separator: comma)
    }.joined(separator: language(en: "; ", zh: "；"))
  }
}

/// What PyTorch has besides the course's schedules.
extension SchedulesLesson {
  /// Fewer epochs are too few for all of them.
  private static let fewestEpochs = 10

  private func further(
    _ name: String, en english: String, zh chinese: String, _ schedule: some Schedule<Traced>,
    _ quantities: [FurtherSchedule.Quantity]
  ) -> FurtherSchedule {
    FurtherSchedule(
      name, en: english, zh: chinese, schedule, quantities, from: learningRate, epochs: epochs)
  }

  private var further: [FurtherSchedule] { warmUps + [polynomial] + waves + [oneCycle] }

  private var warmUps: [FurtherSchedule] {
    let constant = ConstantLR<Traced>(factor: 0.3, for: epochs / 4)
    let linear = LinearLR<Traced>(from: 0.1, in: epochs / 2)
    return [
      further(
        "ConstantLR", en: "a part of the rate at first, to warm up", zh: "开始时只用一部分学习率（预热）",
        constant,
        [
          .init("f", constant.factor.value, en: "the part, factor", zh: "这一部分的比例（factor）"),
          .init(
            "n", Double(constant.duration), en: "how many epochs have it, total_iters",
            zh: "持续的轮数（total_iters）"),
        ]),
      further(
        "LinearLR", en: "a straight line up, also to warm up", zh: "沿直线上升，也用于预热", linear,
        [
          .init(
            "s", linear.startFactor.value, en: "the part at the start, start_factor",
            zh: "开始时的比例（start_factor）"),
          .init(
            "f", linear.endFactor.value, en: "the part at the end, end_factor",
            zh: "结束时的比例（end_factor）"),
          .init(
            "n", Double(linear.duration), en: "epochs up to the end, total_iters",
            zh: "上升所用的轮数（total_iters）"),
        ]),
    ]
  }

  private var polynomial: FurtherSchedule {
    let polynomial = PolynomialLR<Traced>(in: epochs, power: 2)
    return further(
      "PolynomialLR", en: "down to 0 along a power", zh: "沿幂函数降到 0", polynomial,
      [
        .init(
          "n", Double(polynomial.duration), en: "epochs down to 0, total_iters",
          zh: "降到 0 所用的轮数（total_iters）"),
        .init("p", polynomial.power.value, en: "the exponent, power", zh: "幂的指数（power）"),
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
      .init("η_m", wave.least.value, en: "the lowest rate, eta_min", zh: "最低的学习率（eta_min）")
    }
    return [
      further(
        "CosineAnnealingLR", en: "down along half a wave", zh: "沿余弦的半个周期下降", once,
        [
          least(once),
          .init(
            "T", Double(once.duration), en: "epochs on the way down, T_max",
            zh: "下降所用的轮数（T_max）"),
        ]),
      further(
        "CosineAnnealingWarmRestarts", en: "e counts from the last start",
        zh: "同上，但反复重新开始，e 从此数起",
        again,
        [
          least(again),
          .init(
            "T", durations.map { Double($0) },
            en:
              "epochs on each way down: T_0, then times T_mult",
            zh: "每次下降的轮数：T_0，之后乘以 T_mult"),
        ]),
    ]
  }

  private var oneCycle: FurtherSchedule {
    let schedule = OneCycleLR<Traced>(in: epochs)
    let first = learningRate / schedule.startDivisor.value
    let (a, climb) = (Numerals.rounded.text(first), Numerals.rounded.text(schedule.climb))
    return further(
      "OneCycleLR", en: "up from a to b, then far down, each along half a wave",
      zh: "从 a 升到 b，再降到很低，各走半个周期", schedule,
      [
        .init(
          "a", first, learningRate,
          en: "where a way begins: max_lr/div_factor, max_lr",
          zh: "段首的学习率：max_lr/div_factor、max_lr"),
        .init(
          "b", learningRate, first / schedule.endDivisor.value,
          en: "where it ends: max_lr, \(a)/final_div_factor",
          zh: "段末的学习率：max_lr、\(a)/final_div_factor"),
        .init(
          "u", [], en: "part of the way that is over; up: pct_start = \(climb)",
          zh: "这一段走完的比例；上升段 pct_start = \(climb)"),
      ])
  }

  func furtherSchedules(in language: Language) -> [Document.Block] {
    guard epochs >= Self.fewestEpochs else { return [] }
    let schedules = further
    return [
      .heading(language(en: "Beyond the course", zh: "课程之外")),
      .prose(
        language(
          en:
            "PyTorch has more of them. With e for the epoch and η for the rate that they are given, "
            + "their rates in the first epochs are:",
          zh: "PyTorch 还有更多的衰减策略。以 e 表示轮数，η 表示给定的学习率，它们在最初几轮的学习率为：")),
      .formulas(
        schedules.map {
          (
            $0.formula,
            $0.name + language(en: ": \($0.meaning.english)", zh: "：\($0.meaning.chinese)")
          )
        }),
      .prose(
        language(
          en: "What the symbols are, with PyTorch’s names and the values in the figure:",
          zh: "各符号的含义、PyTorch 中的名称和图中的取值：")),
      .table(symbols(of: schedules, in: language), name: "\(Self.name)-further"),
      .figure(figure(of: schedules, in: language), name: "\(Self.name)-further"),
    ]
  }

  private func symbols(of schedules: [FurtherSchedule], in language: Language) -> Table {
    let rows = schedules.flatMap { schedule in
      schedule.quantities.map { (schedule: schedule.name, quantity: $0) }
    }
    let comma = language(en: ", ", zh: "、")
    return Table([
      Table.Column(language(en: "schedule", zh: "策略"), texts: rows.map(\.schedule)),
      Table.Column(language(en: "symbol", zh: "符号"), texts: rows.map(\.quantity.symbol.text)),
      Table.Column(
        language(en: "value", zh: "取值"),
        texts: rows.map {
          $0.quantity.values.map(Numerals.rounded.text).joined(separator: comma)
        }),
      Table.Column(
        language(en: "what it is", zh: "含义"),
        texts: rows.map {
          language(en: $0.quantity.meaning.english, zh: $0.quantity.meaning.chinese)
        }),
    ])
  }

  private func figure(of schedules: [FurtherSchedule], in language: Language) -> Figure {
    let charts = schedules.map { schedule in
      Chart(
        heading: Label(schedule.name),
        x: epochAxis(in: language),
        y: Axis(Label(math: "η"), domain: Domain(around: [0, learningRate], margin: 0.06)),
        marks: [
          LineMark(
            staircase(schedule.rates.map(\.value)), name: schedule.values(in: language),
            color: Symbol("η").color)
        ])
    }
    var figure = Figure(
      title: language(en: "Further schedules of PyTorch", zh: "PyTorch 的其他学习率衰减"),
      subtitle: Label(math: .equation("η", Numerals.typeset.mathematics(learningRate))),
      columns: [[charts[0], charts[3]], [charts[1], charts[4]], [charts[2], charts[5]]])
    figure.sharesAxes = true
    return figure
  }
}

import Descent
import Drawing
import Formulas
import Lecture
import Plot

/// A schedule that the course leaves out.
private struct FurtherSchedule {
  /// PyTorch's name.
  var name: String
  var meaning: (english: String, chinese: String)
  var rates: [Traced]

  init(
    _ name: String, en english: String, zh chinese: String, _ schedule: some Schedule<Traced>,
    from η: Double, epochs: Int
  ) {
    self.name = name
    meaning = (english, chinese)
    rates = schedule.rates(from: Traced(η), epochs: epochs)
  }

  /// The formula of the rate in the first epochs, from the code that calculated it.
  var formula: String { rates[1].formula(Notation(.bare)) }
}

/// What PyTorch has besides the course's schedules.
extension SchedulesLesson {
  /// Fewer epochs are too few for all of them.
  private static let fewestEpochs = 10

  private var further: [FurtherSchedule] {
    func schedule(
      _ name: String, en english: String, zh chinese: String, _ schedule: some Schedule<Traced>
    ) -> FurtherSchedule {
      FurtherSchedule(
        name, en: english, zh: chinese, schedule, from: learningRate, epochs: epochs)
    }
    return [
      schedule(
        "ConstantLR", en: "a part of the rate at first, to warm up", zh: "开始时只用一部分学习率（预热）",
        ConstantLR(factor: 0.3, for: epochs / 4)),
      schedule(
        "LinearLR", en: "a straight line up, also to warm up", zh: "沿直线上升，也用于预热",
        LinearLR(from: 0.1, in: epochs / 2)),
      schedule(
        "PolynomialLR", en: "down to 0 along a power", zh: "沿幂函数降到 0",
        PolynomialLR(in: epochs, power: 2)),
      schedule(
        "CosineAnnealingLR", en: "down along half a wave", zh: "沿余弦的半个周期下降",
        CosineAnnealingLR(in: epochs)),
      schedule(
        "CosineAnnealingWarmRestarts",
        en: "the same, begun anew, each time twice as long",
        zh: "同上，但反复重新开始，周期每次加倍", CosineAnnealingLR(in: (epochs + 6) / 7, restarts: 2)),
      schedule(
        "OneCycleLR", en: "up from a to b, then far down, each along half a wave",
        zh: "从 a 升到 b，再降到很低，各走半个周期", OneCycleLR(in: epochs)),
    ]
  }

  func furtherSchedules(in language: Language) -> [Document.Block] {
    guard epochs >= Self.fewestEpochs else { return [] }
    let schedules = further
    return [
      .heading(language(en: "Beyond the course", zh: "课程之外")),
      .prose(
        language(
          en: "PyTorch has more of them. With e for the epoch, their rates are:",
          zh: "PyTorch 还有更多的衰减策略。以 e 表示轮数，它们的学习率为：")),
      .formulas(
        schedules.map {
          ($0.formula, "\($0.name): \(language(en: $0.meaning.english, zh: $0.meaning.chinese))")
        }),
      .figure(figure(of: schedules, in: language), name: "\(Self.name)-further"),
    ]
  }

  private func figure(of schedules: [FurtherSchedule], in language: Language) -> Figure {
    let charts = schedules.map { schedule in
      Chart(
        heading: Label(schedule.name),
        x: epochAxis(in: language),
        y: Axis(Label(math: "η"), domain: Domain(around: [0, learningRate], margin: 0.06)),
        marks: [LineMark(staircase(schedule.rates.map(\.value)), color: Symbol("η").color)])
    }
    var figure = Figure(
      title: language(en: "Further schedules of PyTorch", zh: "PyTorch 的其他学习率衰减"),
      subtitle: Label(math: "η = \(Numerals.typeset.text(learningRate))"),
      columns: [[charts[0], charts[3]], [charts[1], charts[4]], [charts[2], charts[5]]])
    figure.sharesAxes = true
    return figure
  }
}

import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension SchedulesLesson {
  /// One schedule: its rate and what becomes of the weight.
  func figure(of run: ScheduleRun, in language: Language) -> Figure {
    Figure(
      title: Label(run.kind.name(in: language)),
      subtitle: subtitle([parameters(of: run.kind, in: language)], in: language),
      columns: [[rates(of: [run], in: language)], [weights(of: [run], in: language)]])
  }

  /// All schedules, and the weight without one.
  func figure(of runs: [ScheduleRun], in language: Language) -> Figure {
    Figure(
      title: language(en: "Three schedules of the learning rate", zh: "三种学习率衰减"),
      subtitle: subtitle([], in: language),
      columns: [
        [rates(of: runs.filter(\.isScheduled), in: language)], [weights(of: runs, in: language)],
      ])
  }

  private func subtitle(_ more: [Label], in language: Language) -> Label {
    let length: Label = language(
      en: "\(counted(epochs, "epoch")) × \(counted(iterations, "iteration"))",
      zh: "\(epochs) 轮 × \(iterations) 次迭代")
    return (more + common(.typeset).map { Label(math: $0) } + [length]).list(in: language)
  }

  /// The factor, and when the rate is multiplied by it.
  private func parameters(of kind: ScheduleKind, in language: Language) -> Label {
    let factor = Label(
      math: .equation("γ", Numerals.typeset.mathematics(kind == .exponential ? decay : gamma)))
    return switch kind {
    case .step:
      language(
        en: "\(factor) every \(period == 1 ? "epoch" : "\(period) epochs")",
        zh: "每 \(period) 轮乘以 \(factor)")
    case .multiStep:
      language(
        en: "\(factor) at epochs \(milestones.map(String.init).joined(separator: ", "))",
        zh: "第 \(milestones.map(String.init).joined(separator: "、")) 轮乘以 \(factor)")
    case .exponential, .constant:
      language(en: "\(factor) every epoch", zh: "每轮乘以 \(factor)")
    }
  }

  /// A rate is the same in a whole epoch, so its line is a staircase.
  func staircase(_ rates: [Double]) -> [Datum] {
    rates.enumerated().flatMap { epoch, rate in
      [Datum(x: Double(epoch), y: rate), Datum(x: Double(epoch + 1), y: rate)]
    }
  }

  private func rates(of runs: [ScheduleRun], in language: Language) -> Chart {
    Chart(
      heading: language(en: "The learning rate", zh: "学习率"), x: epochAxis(in: language),
      y: Axis(
        Label(math: "η"),
        domain: Domain(around: runs.flatMap(\.rates) + [0], margin: 0.06)),
      marks: lines(of: runs, symbol: "η", in: language) { staircase($0.rates) })
  }

  private func weights(of runs: [ScheduleRun], in language: Language) -> Chart {
    Chart(
      heading: language(en: "The distance to the minimum", zh: "与最小值的距离"),
      x: epochAxis(in: language),
      y: Axis(Label(math: .magnitude(weight.mathematics)), scale: .logarithmic),
      marks: lines(of: runs, symbol: weight, in: language) { run in
        ([start] + run.weights).enumerated().map { Datum(x: Double($0), y: $1.magnitude) }
      })
  }

  /// A quantity in several runs, which have names and styles of their own; in a single one it has its symbol's colour.
  private func lines(
    of runs: [ScheduleRun], symbol: Symbol, in language: Language,
    _ data: (ScheduleRun) -> [Datum]
  ) -> [LineMark] {
    runs.map { run in
      runs.count == 1
        ? LineMark(data(run), color: symbol.color)
        : LineMark(
          data(run), name: run.kind.label(in: language), color: run.kind.color,
          dash: run.kind.dash)
    }
  }

  func epochAxis(in language: Language) -> Axis {
    Axis(
      language(en: "epoch", zh: "轮"), domain: Domain(0, Double(epochs)), wholeNumbers: true)
  }
}

extension ScheduleKind {
  func label(in language: Language) -> Label {
    self == .constant
      ? language(en: "constant \(math: "η")", zh: "固定 \(math: "η")") : Label(pyTorchName)
  }

  var color: Color {
    switch self {
    case .step: Palette.blue
    case .multiStep: Palette.vermilion
    case .exponential: Palette.green
    case .constant: Palette.black
    }
  }

  /// Dashes where lines lie on each other, so that both are seen.
  var dash: [Double] { self == .multiStep ? [16, 12] : [] }
}

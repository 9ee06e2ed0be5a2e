import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension SchedulesLesson {
  /// One schedule: its rate and what becomes of the weight.
  func figure(of run: ScheduleRun) -> Figure {
    Figure(
      title: run.kind.name,
      subtitle: subtitle([parameters(of: run.kind)]),
      columns: [[rates(of: [run])], [weights(of: [run])]])
  }

  /// All schedules, and the weight without one.
  func figure(of runs: [ScheduleRun]) -> Figure {
    Figure(
      title: Words(en: "Three schedules of the learning rate", zh: "三种学习率衰减"),
      subtitle: subtitle([]),
      columns: [[rates(of: runs.filter(\.isScheduled))], [weights(of: runs)]])
  }

  private func subtitle(_ more: [Words]) -> Words {
    let length = Words(
      en: "\(counted(epochs, "epoch")) × \(counted(iterations, "iteration"))",
      zh: "\(epochs) 轮 × \(iterations) 次迭代")
    return (more + common(.typeset).map { Words(math: $0) } + [length]).list
  }

  /// The factor, and when the rate is multiplied by it.
  private func parameters(of kind: ScheduleKind) -> Words {
    let factor = Words(
      math: .equation("γ", Numerals.typeset.mathematics(kind == .exponential ? decay : gamma)))
    return switch kind {
    case .step:
      Words(
        en: "\(factor) every \(period == 1 ? "epoch" : "\(period) epochs")",
        zh: "每 \(period) 轮乘以 \(factor)")
    case .multiStep:
      Words(
        en: "\(factor) at epochs \(milestones.map(String.init).listed)",
        zh: "第 \(milestones.map(String.init).listed) 轮乘以 \(factor)")
    case .exponential, .constant:
      Words(en: "\(factor) every epoch", zh: "每轮乘以 \(factor)")
    }
  }

  /// A rate is the same in a whole epoch, so its line is a staircase.
  func staircase(_ rates: [Double]) -> [Datum] {
    rates.enumerated().flatMap { epoch, rate in
      [Datum(x: Double(epoch), y: rate), Datum(x: Double(epoch + 1), y: rate)]
    }
  }

  private func rates(of runs: [ScheduleRun]) -> Chart {
    Chart(
      heading: Words(en: "The learning rate", zh: "学习率"), x: epochAxis,
      y: Axis(
        Words(math: "η"),
        domain: Domain(around: runs.flatMap(\.rates) + [0], margin: 0.06)),
      marks: lines(of: runs, symbol: "η") { staircase($0.rates) })
  }

  private func weights(of runs: [ScheduleRun]) -> Chart {
    Chart(
      heading: Words(en: "The distance to the minimum", zh: "与最小值的距离"),
      x: epochAxis,
      y: Axis(Words(math: .magnitude(weight.mathematics)), scale: .logarithmic),
      marks: lines(of: runs, symbol: weight) { run in
        ([start] + run.weights).enumerated().map { Datum(x: Double($0), y: $1.magnitude) }
      })
  }

  /// A quantity in several runs, which have names and styles of their own; in a single one it has its symbol's colour.
  private func lines(
    of runs: [ScheduleRun], symbol: Symbol, _ data: (ScheduleRun) -> [Datum]
  ) -> [LineMark] {
    runs.map { run in
      runs.count == 1
        ? LineMark(data(run), color: symbol.color)
        : LineMark(data(run), name: run.kind.shortName, color: run.kind.color, dash: run.kind.dash)
    }
  }

  var epochAxis: Axis {
    Axis(Words(en: "epoch", zh: "轮"), domain: Domain(0, Double(epochs)), wholeNumbers: true)
  }
}

extension ScheduleKind {
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

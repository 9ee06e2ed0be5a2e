import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension SchedulesLesson {
  /// The rates of schedules and what becomes of the weight, which may be shown without one, too.
  ///
  /// - Parameter change: what stands before what all figures have in common.
  func figure(_ title: Words, _ change: [Words] = [], of runs: [ScheduleRun]) -> Figure {
    let length = Words(
      en: "\(counted(epochs, "epoch")) × \(counted(iterations, "iteration"))",
      zh: "\(epochs) 轮 × \(iterations) 次迭代")
    return Figure(
      title: title, subtitle: (change + common(.typeset) + [length]).list,
      columns: [[rates(of: runs.filter(\.isScheduled))], [weights(of: runs)]])
  }

  /// The factor, and when the rate is multiplied by it.
  func change(by kind: ScheduleKind) -> Words {
    let γ = kind == .exponential ? decay : gamma
    let factor = Words(math: Numerals.typeset.equation("γ", γ))
    let list = milestones.map(String.init).listed
    return switch kind {
    case .step:
      Words(
        en: "\(factor) every \(period == 1 ? "epoch" : "\(period) epochs")",
        zh: "每 \(period) 轮乘以 \(factor)")
    case .multiStep: Words(en: "\(factor) at epochs \(list)", zh: "第 \(list) 轮乘以 \(factor)")
    case .exponential, .constant: Words(en: "\(factor) every epoch", zh: "每轮乘以 \(factor)")
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
      y: Axis(Words(math: "η"), domain: Domain(around: runs.flatMap(\.rates) + [0], margin: 0.06)),
      marks: lines(of: runs, symbol: "η") { staircase($0.rates) })
  }

  private func weights(of runs: [ScheduleRun]) -> Chart {
    Chart(
      heading: Words(en: "The distance to the minimum", zh: "与最小值的距离"), x: epochAxis,
      y: Axis(Words(math: .magnitude(weight.mathematics)), scale: .logarithmic),
      marks: lines(of: runs, symbol: weight) {
        ([start] + $0.weights).map(\.magnitude).overSteps()
      })
  }

  /// A quantity in several runs, which have names and styles of their own; in a single one it has its symbol's colour.
  private func lines(
    of runs: [ScheduleRun], symbol: Symbol, _ data: (ScheduleRun) -> [Datum]
  ) -> [LineMark] {
    runs.map { run in
      runs.count == 1
        ? LineMark(data(run), color: symbol.color)
        : LineMark(data(run), name: run.kind.name, color: run.kind.color, dash: run.kind.dash)
    }
  }

  var epochAxis: Axis {
    Axis(Words(en: "epoch", zh: "轮"), domain: Domain(0, Double(epochs)), wholeNumbers: true)
  }
}

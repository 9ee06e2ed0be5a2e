import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension SchedulesLesson {
  /// The rates of schedules, and how far from the minimum descents with noise are by them.
  func figure(of runs: [ScheduleRun], _ noisy: [NoisyRuns]) -> Figure {
    let length = Words(
      en: "\(counted(epochs, "epoch")) × \(counted(iterations, "iteration"))",
      zh: "\(epochs) 轮 × \(iterations) 次迭代")
    let σ = Words(math: Numerals.typeset.equation("σ", noise))
    return Figure(
      title: title(of: noisy), subtitle: (common(.typeset) + [σ, length]).list,
      columns: [[rates(of: runs)], [distances(of: noisy)]])
  }

  /// Who ends nearest to the minimum.
  private func title(of noisy: [NoisyRuns]) -> Words {
    let best = noisy.min { $0.end(of: epochs) < $1.end(of: epochs) }
    guard let best, best.end(of: epochs).isFinite else {
      return Words(en: "All of these rates are too high", zh: "这些学习率都太大")
    }
    return Words(
      en: "With noisy gradients \(best.kind.name) ends nearest to the minimum",
      zh: "梯度带噪声时，\(best.kind.name) 最后离最小值最近")
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
      legend: .atLineEnds, marks: runs.map { line($0.kind, staircase($0.rates)) })
  }

  private func distances(of noisy: [NoisyRuns]) -> Chart {
    Chart(
      heading: Words(
        en: "Distance to the minimum, mean of \(NoisyRuns.count) runs",
        zh: "与最小值的距离，\(NoisyRuns.count) 次运行的平均"), x: epochAxis,
      y: Axis(
        Words(
          en: "root mean square of \(math: weight.mathematics)",
          zh: "\(math: weight.mathematics) 的均方根"),
        scale: .logarithmic),
      legend: .atLineEnds, marks: noisy.map { line($0.kind, $0.distances.overSteps()) })
  }

  private func line(_ kind: ScheduleKind, _ data: [Datum]) -> LineMark {
    LineMark(data, name: kind.name, color: kind.color, dash: kind.dash)
  }

  var epochAxis: Axis {
    Axis(Words(en: "epoch", zh: "轮"), domain: Domain(0, Double(epochs)), wholeNumbers: true)
  }
}

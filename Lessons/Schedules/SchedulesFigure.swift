import Drawing
import Formulas
import Lecture
import Plot

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
    let comma = language(en: ",   ", zh: "，")
    let values = Label(math: common(.typeset).joined(separator: ",   "))
    let start = more.reduce("") { "\($0)\($1)\(comma)" as Label }
    return language(
      en: "\(start)\(values),   \(counted(epochs, "epoch")) × \(counted(iterations, "iteration"))",
      zh: "\(start)\(values)，\(epochs) 轮 × \(iterations) 次迭代")
  }

  /// The factor, and when the rate is multiplied by it.
  private func parameters(of kind: ScheduleKind, in language: Language) -> Label {
    let factor = Label(
      math: "γ = \(Numerals.typeset.text(kind == .exponential ? decay : gamma))")
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
    let lines = runs.map { run in
      LineMark(
        staircase(run.rates), name: runs.count > 1 ? run.kind.label(in: language) : nil,
        color: run.kind.color, dash: run.kind.dash)
    }
    return Chart(
      heading: language(en: "The learning rate", zh: "学习率"), x: epochAxis(in: language),
      y: Axis(
        Label(math: "η"),
        domain: Domain(around: runs.flatMap(\.rates) + [0], margin: 0.06)),
      marks: lines)
  }

  private func weights(of runs: [ScheduleRun], in language: Language) -> Chart {
    let lines = runs.map { run in
      let data =
        [Datum(x: 0, y: start.magnitude)]
        + run.weights.enumerated().map { epoch, w in
          Datum(x: Double(epoch + 1), y: w.magnitude)
        }
      return LineMark(
        data, name: runs.count > 1 ? run.kind.label(in: language) : nil,
        color: run.kind.color,
        dash: run.kind.dash)
    }
    return Chart(
      heading: language(en: "The distance to the minimum", zh: "与最小值的距离"),
      x: epochAxis(in: language),
      y: Axis(Label(math: "|\(weight.text)|"), scale: .logarithmic), marks: lines)
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

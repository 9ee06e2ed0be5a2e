import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension EwaLesson {
  /// A colour for each β.
  static let colors = [Palette.blue, Palette.vermilion, Palette.green, Palette.purple]

  /// The first figure of the course: the temperatures alone.
  var temperatureFigure: Figure {
    Figure(
      title: Words(
        en: "\(days) random temperatures leap by \(dailyChange) degrees a day on average",
        zh: "\(days) 天的随机气温平均每天变化 \(dailyChange) 度"),
      subtitle: Words(source),
      chart: daily([
        LineMark(data(temperatures), color: Palette.skyBlue),
        PointMark(data(temperatures), color: Palette.black),
      ]))
  }

  /// By how much a day differs from the one before, on average.
  private var dailyChange: Words {
    let changes = zip(temperatures, temperatures.dropFirst()).map { ($1 - $0).magnitude }
    return Words(Numerals.fixed(1).text(changes.isEmpty ? 0 : changes.mean))
  }

  /// The course's other figures: the averages among the temperatures.
  var averageFigure: Figure {
    let points = PointMark(
      data(temperatures), name: Words(en: "temperature", zh: "气温"), color: Palette.black,
      shape: .cross)
    let lines = averages.map {
      LineMark(data($0.course.map(\.S.value)), name: $0.name, color: $0.color)
    }
    return Figure(
      title: Words(
        en: "The larger \(math: "β"), the smoother the average", zh: "\(math: "β") 越大，平均值越平缓"),
      subtitle: [Words(math: rule), Words(math: start), Words(source)].list,
      chart: daily([points] + lines))
  }

  /// The two starts and the correction, for the average with the longest memory.
  var correctionFigure: Figure {
    let (zero, course) = (slowest.zero, slowest.course)
    return Figure(
      title: Words(
        en: "An average forgets only slowly how it began", zh: "平均值很久之后才忘记它的起点"),
      subtitle: [slowest.name, Words(math: rule), Words(math: correction)].list,
      chart: daily([
        LineMark(
          data(course.map(\.S.value)),
          name: Words(en: "\(math: start), as in the course", zh: "\(math: start)（课程）"),
          color: Palette.blue),
        LineMark(
          data(zero.map(\.S.value)), name: Words(math: .equation("S0", "0")),
          color: Palette.orange, dash: [18, 7]),
        LineMark(
          data(zero.map(\.Ŝ.value)),
          name: Words(en: "\(math: "Ŝ"), corrected", zh: "\(math: "Ŝ")（校正后）"),
          color: Symbol("ŝ").color),
      ]))
  }

  private var source: String { "torch.manual_seed(\(seed)); torch.randn(\(days)) * 10" }

  /// Numbers over the days, of which the first is day 1, or over how many days ago they are.
  private func data(_ values: [Double], from first: Int = 1) -> [Datum] {
    values.enumerated().map { Datum(x: Double(first + $0), y: $1) }
  }

  private func daily(_ marks: [any Mark]) -> Chart {
    Chart(
      x: Axis(Words(en: "day", zh: "天"), counting: 1...days),
      y: Axis(Words(en: "temperature (degrees)", zh: "气温（度）")), marks: marks)
  }

  /// How long an average remembers: 1/(1 − β).
  private static let memory = Mathematics.fraction("1", .group(.difference("1", "β")))

  /// How the weights fall, and how they add up.
  var weightFigure: Figure {
    let memories = averages.map { averages -> Words in
      "\(Numerals.rounded.text(averages.zero[0].memory.value)) (\(averages.name))"
    }.list
    return Figure(
      title: Words(
        en: "The larger \(math: "β"), the more days count", zh: "\(math: "β") 越大，起作用的天数越多"),
      subtitle: Words(
        en: "memory of \(math: Self.memory) days: \(memories)",
        zh: "记忆长度 \(math: Self.memory) 天：\(memories)"),
      columns: [[weightChart], [sumChart]])
  }

  private var weightChart: Chart {
    let weight = Mathematics.product(
      .parentheses(.difference("1", "β")), Mathematics("β").raised(to: "k"))
    return Chart(
      heading: Words(en: "The weight of a day", zh: "单日的权重"),
      x: daysAgo(days), y: Axis(Words(math: weight)),
      marks: averages.map { LineMark(data($0.weights, from: 0), name: $0.name, color: $0.color) })
  }

  /// The weight of all days up to one, with the days that an average is said to remember.
  private var sumChart: Chart {
    let memories = averages.map {
      Datum(x: $0.zero[0].memory.value, y: $0.zero[0].weightOfMemory.value)
    }
    // Far enough for the longest memory, within reason.
    let reach = max(days, Int(min(1000, 2 * slowest.zero[0].memory.value).rounded()))
    let lines = averages.map { averages in
      LineMark(
        data((1...reach).map { 1 - .pow(averages.β, $0) }), name: averages.name,
        color: averages.color)
    }
    let points = PointMark(
      memories.filter { $0.x <= Double(reach) },
      name: Words(en: "\(math: Self.memory) days", zh: "\(math: Self.memory) 天"),
      color: Palette.black, shape: .cross)
    let limit = RuleMark(
      y: 1 - .exp(-1), name: Words(math: .difference("1", .fraction("1", "e"))),
      color: Palette.black)
    let sum = Mathematics.difference("1", Mathematics("β").raised(to: "n"))
    return Chart(
      heading: Words(en: "The weight of the last \(math: "n") days", zh: "最近 \(math: "n") 天的累计权重"),
      x: Axis(Words(en: "days \(math: "n")", zh: "天数 \(math: "n")"), counting: 1...reach),
      y: Axis(Words(math: sum), domain: Domain(0, 1.04)),
      marks: [limit] + lines + [points])
  }

  private func daysAgo(_ count: Int) -> Axis {
    Axis(Words(en: "days ago \(math: "k")", zh: "\(math: "k") 天前"), counting: 0...(count - 1))
  }
}

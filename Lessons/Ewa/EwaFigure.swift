import Descent
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
  func temperatureFigure(of temperatures: [Double]) -> Figure {
    Figure(
      title: Words(en: "\(days) random temperatures", zh: "\(days) 天的随机气温"),
      subtitle: Words(source),
      columns: [
        [
          Chart(
            x: dayAxis, y: temperatureAxis,
            marks: [
              LineMark(data(temperatures), color: Palette.skyBlue),
              PointMark(data(temperatures), color: Palette.black),
            ])
        ]
      ])
  }

  /// The course's other figures: the averages among the temperatures.
  func averageFigure(of temperatures: [Double]) -> Figure {
    let lines = zip(betas, Self.colors).map { β, color in
      let days: [ExponentialAverage<Double>] = averages(of: temperatures, β: β, from: .firstValue)
      return LineMark(data(days.map(\.S)), name: Words(math: title(of: β)), color: color)
    }
    let points = PointMark(
      data(temperatures), name: Words(en: "temperature", zh: "气温"), color: Palette.black,
      shape: .cross)
    return Figure(
      title: Words(
        en: "The larger \(math: "β"), the smoother the average", zh: "\(math: "β") 越大，平均值越平缓"),
      subtitle: [Words(math: rule), Words(math: .equation("S1", "Y1")), Words(source)].list,
      columns: [[Chart(x: dayAxis, y: temperatureAxis, marks: [points] + lines)]])
  }

  /// How the weights fall, and how they add up.
  var weightFigure: Figure {
    let averages = betas.map { ExponentialAverage(β: $0, start: .zero) }
    return Figure(
      title: Words(en: "What a day counts", zh: "每一天的权重"),
      subtitle: Words(
        en: "memory of \(math: Self.memory) days: \(memoryList)",
        zh: "记忆长度 \(math: Self.memory) 天：\(memoryList)"),
      columns: [[weights(of: averages)], [sums(of: averages)]])
  }

  private func weights(of averages: [ExponentialAverage<Double>]) -> Chart {
    let lines = zip(averages, Self.colors).map { average, color in
      LineMark(
        (0..<days).map { Datum(x: Double($0), y: average.weight(stepsAgo: $0)) },
        name: Words(math: title(of: average.β)), color: color)
    }
    let weight = Mathematics.product(
      .parentheses(.difference("1", "β")), Mathematics("β").raised(to: "k"))
    return Chart(
      heading: Words(en: "The weight of a day", zh: "单日的权重"),
      x: agoAxis(days), y: Axis(Words(math: weight)), marks: lines)
  }

  /// How long an average remembers: 1/(1 − β).
  private static let memory = Mathematics.fraction("1", .group(.difference("1", "β")))

  /// The weight of all days up to one, with the days that an average is said to remember.
  private func sums(of averages: [ExponentialAverage<Double>]) -> Chart {
    // Far enough for the longest memory, within reason.
    let longest = averages.map(\.memory).max() ?? 1
    let reach = max(days, Int(min(1000, 2 * longest).rounded()))
    let lines = zip(averages, Self.colors).map { average, color in
      LineMark(
        (0..<reach).map { day -> Datum in
          Datum(x: Double(day), y: 1 - Double.pow(average.β, day + 1))
        }, color: color)
    }
    let memories = averages.filter { $0.memory <= Double(reach) }.map {
      Datum(x: $0.memory - 1, y: $0.weightOfMemory)
    }
    let limit = RuleMark(
      y: 1 - .exp(-1), name: Words(math: .difference("1", .fraction("1", "e"))),
      color: Palette.black)
    let dots = PointMark(
      memories, name: Words(en: "\(math: Self.memory) days", zh: "\(math: Self.memory) 天"),
      color: Palette.black, shape: .cross)
    return Chart(
      heading: Words(en: "The weight of all days up to then", zh: "累计权重"),
      x: agoAxis(reach),
      y: Axis(
        Words(math: .difference("1", .scripts("β", below: nil, above: .sum("k", "1")))),
        domain: Domain(0, 1.04)),
      marks: [limit] + lines + [dots])
  }

  private func agoAxis(_ count: Int) -> Axis {
    Axis(
      Words(en: "days ago \(math: "k")", zh: "\(math: "k") 天前"),
      domain: Domain(around: [0, Double(count - 1)], margin: 0.03), wholeNumbers: true)
  }

  /// The two starts and the correction, for the average with the longest memory.
  func correctionFigure(of temperatures: [Double]) -> Figure {
    let zero: [ExponentialAverage<Double>] = averages(of: temperatures, β: slowest, from: .zero)
    let course: [ExponentialAverage<Double>] = averages(
      of: temperatures, β: slowest, from: .firstValue)
    let courseName = Words(
      en: "\(math: .equation("S1", "Y1")), as in the course",
      zh: "\(math: .equation("S1", "Y1"))（课程）")
    let zeroName = Words(math: .equation("S0", "0"))
    let correctedName = Words(en: "\(math: "Ŝ"), corrected", zh: "\(math: "Ŝ")（校正后）")
    return Figure(
      title: Words(en: "Three ways to begin an average", zh: "平均值的三种起步方式"),
      subtitle: [title(of: slowest), rule, correction].mathematics,
      columns: [
        [
          Chart(
            x: dayAxis, y: temperatureAxis,
            marks: [
              LineMark(data(course.map(\.S)), name: courseName, color: Palette.blue),
              LineMark(data(zero.map(\.S)), name: zeroName, color: Palette.orange, dash: [18, 7]),
              LineMark(data(zero.map(\.Ŝ)), name: correctedName, color: Symbol("ŝ").color),
            ])
        ]
      ])
  }

  private var source: String { "torch.manual_seed(\(seed)); torch.randn(\(days)) * 10" }

  private var rule: Mathematics { secondDay.S.rule(at: 2) }

  private var correction: Mathematics { secondDay.Ŝ.rule(at: 2) }

  private var secondDay: ExponentialAverage<Traced> {
    averages(of: [0, 0], β: slowest, from: .zero)[1]
  }

  private var memoryList: Words {
    betas.map { β -> Words in
      let memory = ExponentialAverage(β: β, start: .zero).memory
      return "\(Numerals.rounded.text(memory)) (\(math: title(of: β)))"
    }.list
  }

  private var dayAxis: Axis {
    Axis(
      Words(en: "day", zh: "天"), domain: Domain(around: [1, Double(days)], margin: 0.03),
      wholeNumbers: true)
  }

  private var temperatureAxis: Axis {
    Axis(Words(en: "temperature (degrees)", zh: "气温（度）"))
  }

  private func data(_ values: [Double]) -> [Datum] {
    values.enumerated().map { Datum(x: Double($0 + 1), y: $1) }
  }
}

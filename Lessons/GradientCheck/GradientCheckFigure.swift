import Drawing
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// What the lesson draws.
extension GradientCheckLesson {
  /// The error over the step, on axes on which h and h² are straight lines.
  func figure(of curves: [ErrorCurve]) -> Figure {
    let ε = Double.ulpOfOne
    let place = Numerals.typeset.equation("x", at)
    return Figure(
      title: Words(en: "A step can be too small as well as too large", zh: "步长太大不行，太小也不行"),
      subtitle: Words(
        en:
          "relative error of numerical derivatives of \(math: function.equation) at \(math: place); upright: \(math: .power("ε", .fraction("1", "3"))) and \(math: .root("ε")) of double precision",
        zh:
          "\(math: function.equation) 在 \(math: place) 处数值导数的相对误差；竖线：双精度的 \(math: .power("ε", .fraction("1", "3"))) 与 \(math: .root("ε"))"
      ),
      chart: Chart(
        x: Axis(
          Words(en: "step \(math: "h")", zh: "步长 \(math: "h")"), scale: .logarithmic,
          domain: Domain(1e-15, 0.1)),
        y: Axis(
          Words(en: "relative error \(math: "e")", zh: "相对误差 \(math: "e")"), scale: .logarithmic,
          domain: Domain(1e-13, 1)),
        marks: [
          RuleMark(x: .pow(ε, 1.0 / 3), color: Palette.blue),
          RuleMark(x: ε.squareRoot(), color: Palette.vermilion),
        ]
          + curves.map { LineMark($0.points, name: $0.name, color: $0.color, dash: $0.dash) }))
  }

  /// The relative errors of all parameters, without the bug and with it, over the bands of the verdicts.
  func figure(of network: CheckedNetwork) -> Figure {
    func points(_ gradient: [Double]) -> [Datum] {
      // An error of exactly 0 would have no place on the axis.
      network.errors(of: gradient).enumerated().map { Datum(x: Double($0), y: max($1, Self.least)) }
    }
    let wrong = network.errors(of: network.planted).count { Verdict(error: $0) == .wrong }
    let passes = Verdict(error: network.errors(of: network.right).max() ?? 0) != .wrong
    let title =
      !passes
      ? Words(en: "With this step not even a right gradient passes", zh: "步长不当时，正确的梯度也通不过检查")
      : bug == .none
        ? Words(en: "Without a bug both ways give the same derivatives", zh: "没有错误时，两种方法得到的导数一致")
        : Words(
          en:
            "The check finds the bug: \(counted(wrong, "derivative")) of \(network.names.count) wrong",
          zh: "检查发现了错误：\(network.names.count) 个导数中有 \(wrong) 个错误")
    return Figure(
      title: title,
      subtitle: Words(
        en: "planted: \(bug.explanation); \(math: Numerals.typeset.equation("h", h))",
        zh: "植入的错误：\(bug.explanation)；\(math: Numerals.typeset.equation("h", h))"),
      chart: Chart(
        x: Axis(
          Words(en: "parameter", zh: "参数"),
          categories: network.names.map { Words(math: $0.mathematics) }),
        y: Axis(
          Words(en: "relative error \(math: "e")", zh: "相对误差 \(math: "e")"), scale: .logarithmic,
          domain: Domain(Self.least / 3, 10)),
        marks: [
          RectangleMark(
            y: 1e-2...10, name: Words(en: "wrong", zh: "错误"), color: Palette.orange, opacity: 0.3),
          RectangleMark(
            y: Self.least / 3...1e-7, name: Words(en: "right", zh: "正确"), color: Palette.green,
            opacity: 0.12),
          PointMark(
            points(network.right), name: Words(en: "without the bug", zh: "没有错误"),
            color: Palette.blue),
        ]
          + (bug == .none
            ? []
            : [
              PointMark(
                points(network.planted), name: Words(en: "with the bug", zh: "有错误"),
                color: Palette.vermilion, shape: .diamond)
            ])))
  }

  /// The least error that is drawn.
  private static let least = 1e-14
}

extension ErrorCurve {
  fileprivate var name: Words {
    switch kind {
    case .central: Words(en: "central", zh: "中心差分")
    case .forward: Words(en: "forward", zh: "前向差分")
    case .centralSingle: Words(en: "central in float32", zh: "中心差分，float32")
    }
  }

  fileprivate var color: Color {
    switch kind {
    case .central: Palette.blue
    case .forward: Palette.vermilion
    case .centralSingle: Palette.green
    }
  }

  fileprivate var dash: [Double] { kind == .central ? [] : kind == .forward ? [14, 6] : [4, 5] }
}

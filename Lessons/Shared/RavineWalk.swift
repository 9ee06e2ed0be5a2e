import Descent
import Drawing
import Formulas
import Lecture
import Plot
import Words

/// A walk down the ravine ½·(x² + 25y²), which is so much steeper across than along that no learning rate suits both ways.
package struct RavineWalk: Sendable {
  package static let objective = Objective.ravine
  package static let steps = 30

  private let name: Words
  private let style: OptimizerStyle
  /// The start and where each step led.
  package let points: [Datum]
  private let losses: [Double]

  package init(_ name: Words, style: OptimizerStyle, with optimizer: some Optimizer<Double>) {
    let run = FiniteRun(
      descend(on: Self.objective, from: [-4, 1.5], with: optimizer, steps: Self.steps))
    self.name = name
    self.style = style
    points = run.finite.map { Datum(x: $0.point[0], y: $0.point[1]) }
    losses = run.finite.map(\.loss)
  }

  /// The same as titles have it.
  package var shortLoss: Words { short(losses.last ?? .nan) }

  /// The loss after the last step.
  package var loss: Words { Words(Numerals.rounded.text(losses.last ?? .nan)) }

  /// The line below a figure's title: the hyperparameters and the number of steps.
  package static func subtitle(_ optimizer: some Optimizer<Double>) -> Words {
    let values = Numerals.typeset.equations(optimizer.hyperparameters).map { Words(math: $0) }
    let note = Words(
      en: "\(counted(steps, "step")), some numbered; × minimum", zh: "\(steps) 步，数字为步数，× 为最小值")
    return ([Words(math: objective.equation)] + values + [note]).list
  }

  private static let contours = ContourMark(
    Field(x: -4.6...2.2, y: -1.9...1.9) { objective.loss([$0, $1]) },
    levels: [0.1, 0.5, 2, 5, 10, 20, 40], lineColor: Palette.black.opacity(0.55), name: "L")

  /// The walk over lines of equal loss.
  package var chart: Chart {
    var chart = Chart(
      heading: name, x: Axis(Words(math: "x"), domain: Domain(-4.6, 2.2)),
      y: Axis(Words(math: "y"), domain: Domain(-1.9, 1.9)),
      marks: [
        Self.contours, PointMark([Datum(x: 0, y: 0)], color: Palette.black, shape: .cross),
        WalkMark(points, color: style.color) { "\($0)" },
      ])
    chart.hasEqualScales = true
    return chart
  }

  /// The losses of walks over the steps.
  package static func losses(of walks: [RavineWalk]) -> Chart {
    Chart(
      Words(en: "The loss", zh: "损失"),
      overSteps: Axis(Words(math: objective.name), scale: .logarithmic),
      walks.map { LineMark($0.losses.overSteps(), name: $0.name, style: $0.style) })
  }
}

import Descent
import Drawing
import Formulas
import Lecture
import Plot
import Words

/// A walk down the ravine ½·(x² + 25y²), which is so much steeper across than along that no learning rate suits both ways.
package struct RavineWalk {
  package static let objective = Objective.ravine
  package static let start = [-4.0, 1.5]

  package var name: Words
  package var style: OptimizerStyle
  package var points: [Datum]
  package var losses: [Datum]

  package init<Method: Optimizer<Double>>(
    _ name: Words, style: OptimizerStyle, with optimizer: Method, steps: Int
  ) {
    let run = FiniteRun(
      descend(on: Self.objective, from: Self.start, with: optimizer, steps: steps))
    self.name = name
    self.style = style
    points = run.finite.map { Datum(x: $0.point[0], y: $0.point[1]) }
    losses = run.finite.overSteps(\.loss)
  }

  /// The line below a figure's title: the hyperparameters and the number of steps.
  package static func subtitle(_ optimizer: some Optimizer<Double>, steps: Int) -> Words {
    let values = optimizer.hyperparameters.map {
      Words(math: .equation($0.symbol.mathematics, Numerals.typeset.mathematics($0.value)))
    }
    let count: Words = Words(en: "\(counted(steps, "step"))", zh: "\(steps) 步")
    return (values + [count]).list
  }

  private static let contours = ContourMark(
    Field(x: -4.6...2.2, y: -1.9...1.9) { objective.loss([$0, $1]) },
    levels: [0.1, 0.5, 2, 5, 10, 20, 40], lineColor: Palette.black.opacity(0.55))

  /// The walk over lines of equal loss.
  package var chart: Chart {
    let names = Self.objective.variables.map(\.mathematics)
    return Chart(
      heading: name, x: Axis(Words(math: names[0])), y: Axis(Words(math: names[1])),
      marks: [Self.contours, WalkMark(points, color: style.color)])
  }

  /// The losses of walks over the steps.
  package static func losses(of walks: [RavineWalk]) -> Chart {
    Chart(
      heading: Words(en: "The loss", zh: "损失"),
      x: .steps(to: (walks.map(\.losses.count).max() ?? 1) - 1),
      y: Axis(Words(math: objective.name), scale: .logarithmic),
      marks: walks.map { LineMark($0.losses, name: $0.name, style: $0.style) })
  }
}

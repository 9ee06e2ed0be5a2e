import Descent
import Drawing
import Lecture
import Plot
import Words

/// A run of w²/2 that is shown beside others.
package struct ComparedRun {
  package var name: Words
  package var style: OptimizerStyle
  /// The weight at the start and after each step, as far as all numbers are finite.
  package var weights: [Double]

  package init(name: Words, style: OptimizerStyle, weights: [Double]) {
    self.name = name
    self.style = style
    self.weights = weights
  }

  /// The weights over the steps.
  package var data: [Datum] { weights.enumerated().map { Datum(x: Double($0), y: $1) } }

  /// The largest difference between two runs in any step, in parts of the largest weight: how exactly they are the same.
  package func difference(from other: ComparedRun) -> Double {
    let differences = zip(weights, other.weights).map { ($0 - $1).magnitude }
    guard let largest = weights.map(\.magnitude).max(), largest > 0 else { return 0 }
    return (differences.max() ?? 0) / largest
  }
}

extension WorkedExample {
  /// The example under a name, to be shown beside others.
  package func compared(as name: Words, style: OptimizerStyle) -> ComparedRun {
    ComparedRun(name: name, style: style, weights: run.finite.map { $0.point[0] })
  }
}

extension DescentOptions {
  /// Plain gradient descent with the same options, which others are measured by.
  package var plainDescent: ComparedRun {
    let run = FiniteRun(
      descend(
        on: .halfSquare, from: [start], with: GradientDescent(η: learningRate), steps: steps))
    return ComparedRun(
      name: Words(en: "plain", zh: "梯度下降"), style: .plain,
      weights: run.finite.map { $0.point[0] })
  }
}

extension Table {
  /// The weights of runs side by side; one that ended earlier leaves cells empty.
  package init(comparing runs: [ComparedRun]) {
    let count = runs.map(\.weights.count).max() ?? 0
    let steps = Column(Words(en: "step", zh: "步数"), (0..<count).map(Double.init))
    self.init(
      [steps]
        + runs.map { run in
          Column(run.name, (0..<count).map { $0 < run.weights.count ? run.weights[$0] : nil })
        })
  }
}

extension Chart {
  /// The weights of runs over the steps.
  package init(_ heading: Words, comparing runs: [ComparedRun]) {
    self.init(
      heading: heading,
      x: .steps(to: (runs.map(\.weights.count).max() ?? 1) - 1),
      y: Axis(Words(math: "w")),
      marks: runs.map { LineMark($0.data, name: $0.name, style: $0.style) })
  }
}

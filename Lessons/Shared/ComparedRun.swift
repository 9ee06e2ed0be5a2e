import Descent
import Lecture
import Plot
import Words

/// A run of w²/2 that is shown beside others: its name, how it is drawn, and the weight at the start and after each step, as
/// far as all numbers are finite.
package typealias ComparedRun = (name: Words, style: OptimizerStyle, weights: [Double])

/// The largest difference between two runs in any step, in parts of the largest weight: how exactly they are the same.
package func largestDifference(between a: ComparedRun, and b: ComparedRun) -> Double {
  let differences = zip(a.weights, b.weights).map { ($0 - $1).magnitude }
  guard let largest = a.weights.map(\.magnitude).max(), largest > 0 else { return 0 }
  return (differences.max() ?? 0) / largest
}

extension DescentOptions {
  /// A run with an optimizer.
  package func run<Method: Optimizer<Double>>(with optimizer: Method) -> FiniteRun<Method> {
    FiniteRun(descend(on: objective, from: [start], with: optimizer, steps: steps))
  }

  /// Plain gradient descent, which others are measured by.
  package var plainDescent: ComparedRun {
    (Words(en: "plain", zh: "梯度下降"), .plain, run(with: GradientDescent(η: learningRate)).weights)
  }
}

extension Table {
  /// The weights of runs side by side.
  package init(comparing runs: [ComparedRun]) {
    self.init(overSteps: runs.map { Column($0.name, $0.weights) })
  }
}

extension Chart {
  /// The weights of runs over the steps.
  package init(
    _ heading: Words = Words(en: "The weight", zh: "权重"), comparing runs: [ComparedRun]
  ) {
    let range = ShownRange(of: runs.map(\.weights), margin: 0.06)
    self.init(
      range.said(in: heading), overSteps: Axis(Words(math: "w"), domain: range.domain),
      runs.map { LineMark($0.weights.overSteps(), name: $0.name, style: $0.style) })
  }
}

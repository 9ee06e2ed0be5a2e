import Descent
import Formulas

/// The course's example of an optimizer: w²/2 walked down, by numbers and by formulas.
///
/// The two optimizers are the same code with another number type, so the formulas are those of the numbers.
package struct WorkedExample<Numbers: Optimizer<Double>, Formulas: Optimizer<Traced>> {
  package let start: Double
  package let optimizer: Numbers
  package let run: FiniteRun<Numbers>
  /// The first three steps as formulas, however many the run has.
  package let explanation: Trace<Formulas>

  package init(_ options: DescentOptions, _ optimizer: Numbers, _ explained: Formulas) {
    start = options.start
    self.optimizer = optimizer
    run = FiniteRun(descend(on: objective, from: [start], with: optimizer, steps: options.steps))
    explanation = descend(on: objective, from: [Traced(start)], with: explained, steps: 3)
  }

  package let objective = Objective.halfSquare

  /// The weight's symbol, w.
  package var weight: Symbol { objective.variables[0] }
}

import Descent
import Formulas
import Words

/// The course's example of an optimizer: w²/2, or another function, walked down by numbers and by formulas.
///
/// The two optimizers are the same code with another number type, so the formulas are those of the numbers.
package struct WorkedExample<Numbers: Optimizer<Double>, Formulas: Optimizer<Traced>> {
  package let start: Double
  package let optimizer: Numbers
  package let run: FiniteRun<Numbers>
  /// The first three steps as formulas, however many the run has.
  package let explanation: Trace<Formulas>

  package let objective: Objective

  /// - Parameter given: the hyperparameters besides η, which is among the options; the course's where they are missing.
  package init(_ options: DescentOptions, _ given: [Symbol: Double]) {
    let numbers = given.merging(["η": options.learningRate]) { $1 }
    (start, objective) = (options.start, options.objective)
    optimizer = Numbers(numbers)
    run = options.run(with: optimizer)
    explanation = descend(
      on: objective, from: [Traced(start)], with: Formulas(numbers), steps: 3)
  }

  /// The start and the hyperparameters with their values: w₀ = 1, η = 0.01 and so on.
  package func hyperparameters(_ numerals: Numerals) -> [Mathematics] {
    [.equation("w0", numerals.mathematics(start))]
      + numerals.equations(optimizer.hyperparameters)
  }

  /// A column of what the optimizer knew after each step; empty at the start.
  package func column(_ heading: Words, _ value: (Numbers) -> Double) -> Table.Column {
    Table.Column(heading, [nil] + run.rows.dropFirst().map { value($0.optimizers[0]) })
  }

  /// The first weights after the start, with six decimals as PyTorch's course prints them.
  package func printedWeights(_ count: Int) -> [String] {
    run.rows.dropFirst().prefix(count).map { Numerals.fixed(6).text($0.point[0]) }
  }
}

import Formulas
import Lecture

extension WorkedExample {
  /// The example with numbers that a reader chooses.
  package var experiment: Experiment {
    let step = Step(2)
    let given = optimizer.hyperparameters
    let steps = run.rows.count - 1
    return Experiment(
      subject: Numbers.declaration.name,
      parameters: Numbers.declaration.hyperparameters.compactMap { declared in
        given.first { $0.symbol == declared.symbol }.map {
          Experiment.Parameter($0.symbol, declared.meaning, declared.range, $0.value)
        }
      },
      start: ("w", start), steps: steps, loss: objective.equation,
      rules: explanation.rows[step.number].quantities().map { $0.value.rule(at: step) },
      memory: run.rows[0].optimizers[0].quantities)
  }
}

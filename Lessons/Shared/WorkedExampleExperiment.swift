import Formulas
import Lecture

extension WorkedExample {
  /// The example with numbers that a reader chooses.
  package var experiment: Experiment {
    let step = Step(2)
    let given = optimizer.hyperparameters
    var experiment = Experiment(
      subject: Numbers.declaration.name,
      parameters: Numbers.declaration.hyperparameters.compactMap { declared in
        given.first { $0.symbol == declared.symbol }.map {
          Experiment.Parameter($0.symbol, declared.meaning, declared.range, $0.value)
        }
      },
      rules: explanation.rows[step.number].quantities().map { $0.value.rule(at: step) })
    experiment.start = ("w", start)
    experiment.steps = run.rows.count - 1
    experiment.loss = objective.equation
    experiment.memory = run.rows[0].optimizers[0].quantities
    return experiment
  }
}

import Formulas
import Lecture

extension WorkedExample {
  /// The example with numbers that a reader chooses.
  package var experiment: Experiment {
    // Programs take constants as they are; rounded ones would lead elsewhere.
    let step = Step(2)
    let (general, bare) = (
      Notation(.general(t: step), numerals: .exact), Notation(.bare, numerals: .exact)
    )
    let given = optimizer.hyperparameters
    var experiment = Experiment(
      subject: Numbers.declaration.name,
      parameters: Numbers.declaration.hyperparameters.compactMap { declared in
        given.first { $0.symbol == declared.symbol }.map {
          Experiment.Parameter($0.symbol, declared.meaning, declared.range, $0.value)
        }
      },
      rules: explanation.rows[step.number].quantities().map {
        .equation($0.value.mathematicalName(general), $0.value.mathematics(general))
      })
    experiment.start = ("w", start)
    experiment.steps = run.rows.count - 1
    experiment.loss = .equation(
      objective.name,
      objective.loss([Traced(start).named("w")]).mathematics(bare))
    experiment.memory = run.rows[0].optimizers[0].quantities
    return experiment
  }
}

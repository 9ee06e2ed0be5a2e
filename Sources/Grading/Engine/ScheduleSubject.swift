import Descent
import Formulas

extension Subject {
  /// A subject about a schedule; for a new one its type alone will do.
  ///
  /// - Parameters:
  ///   - epochs: how many the default exercise has.
  ///   - probes: numbers with which probes show what the course's hide, by their options.
  ///   - choices: numbers that an exercise may have, by their options.
  ///   - draw: gives an exercise further numbers of its own.
  static func schedule<Rule: Schedule<Traced> & SendableMetatype>(
    _ rule: Rule.Type, epochs: Int = 20, probes: [String: [Double]]..., probeEpochs: Int = 20,
    choices: KeyValuePairs<String, [Double]> = ["learning-rate": ratesOfEpochs],
    form: [Symbol: Edit.Formula]? = nil,
    draw: @escaping @Sendable (inout Assignment, inout SplitMix64) -> Void = { _, _ in },
    objection: @escaping @Sendable (Assignment) -> ExerciseError? = { _ in nil },
    _ variants: [Variant] = ScheduleMistakes.ofTime
  ) -> Subject {
    var subject = Subject(
      declaration: Rule.declaration,
      assignment: Assignment(Rule.declaration.hyperparameters + [.iterations], steps: epochs),
      procedure: .schedule { Rule($0) }, variants: variants,
      probes: probes.map { probe in
        { exercise in
          exercise.steps = probeEpochs
          exercise.numbers.merge(probe) { $1 }
        }
      },
      draw: { exercise, generator in
        exercise.steps = 20
        exercise.draw(choices, using: &generator)
        draw(&exercise, &generator)
      }, objection: objection)
    if let form { subject.forms.append(form) }
    return subject
  }

  /// Rates that exercises may start from, and their factors, where γ lowers the rate.
  static let ratesOfDecay = [0.4, 0.5, 0.8, 1]
  static let factorsOfDecay = [0.2, 0.3, 0.4, 0.6, 0.7, 0.8]
  /// Rates that exercises may start from where each epoch has a formula.
  static let ratesOfEpochs = [0.4, 0.5, 0.6, 0.8, 0.9]
}

extension Hyperparameter {
  /// How many iterations an epoch has. It matters to mistakes only.
  static let iterations = Hyperparameter(
    "iterations", "iterations", en: "number of iterations in an epoch", zh: "每轮的迭代次数",
    .counts(1...1000), course: 10)
}

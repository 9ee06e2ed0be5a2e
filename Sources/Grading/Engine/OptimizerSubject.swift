import Descent
import Formulas

extension Subject {
  /// A subject about an optimizer; for a new one its type alone will do.
  ///
  /// - Parameters:
  ///   - probe: hyperparameters with which probes show what the course's hide.
  ///   - drawsStart: whether an exercise has a start of its own on w²/2, not gradients: where these are taken matters then.
  ///   - choices: hyperparameters that an exercise may have, by their options.
  static func optimizer<Method: Optimizer<Traced> & SendableMetatype>(
    _ method: Method.Type, on objective: Objective = .halfSquare, from start: [Double] = [1],
    steps: Int = 10, probe: [String: Double] = [:], drawsStart: Bool = false,
    choices: KeyValuePairs<String, [Double]> = [:], form: [Symbol: Edit.Formula] = [:],
    _ variants: [Variant] = DescentMistakes.all
  ) -> Subject {
    var subject = Subject(
      declaration: Method.declaration,
      assignment: Assignment(
        Method.declaration.hyperparameters + [.start(start), .gradients], steps: steps,
        objective: objective),
      procedure: .descent(method), variants: variants,
      probes: [
        { exercise in
          exercise.giveGradients()
          exercise.give(probe)
        },
        { exercise in
          exercise.objective = .ravine
          exercise.numbers["start"] = [2, 1]
          exercise.give(probe)
        },
      ],
      draw: { exercise, generator in
        if drawsStart {
          exercise.drawDescent(using: &generator)
        } else {
          exercise.drawGradients(using: &generator)
        }
        exercise.draw(choices, using: &generator)
      })
    subject.forms = [form]
    let quantities = Method.declaration.quantities.map(\.symbol)
    subject.further = CoordinateMistakes.all(
      quantities, remembering: quantities.filter { ["m", "s", "v"].contains($0) })
    subject.unknowns = DescentUnknowns.all(method)
    return subject
  }
}

import Formulas
import Networks
import Words

extension Subject {
  /// Activation functions and their derivatives, and what is known to go wrong with them.
  ///
  /// A row is a number that goes in: what sigmoid, tanh, ReLU and leaky ReLU make of it, each with its derivative there.
  public static let activations = Subject(
    declaration: .activations,
    assignment: Assignment(Declaration.activations.hyperparameters, steps: 7),
    procedure: .activations, variants: ActivationMistakes.all,
    // A slope that four decimals show.
    probes: [{ $0.give(["slope": 0.2]) }],
    draw: { exercise, generator in
      // 0 is among them, where ReLU has its corner; no x is 1, where x and 1 look alike.
      let sizes = [0.25, 0.5, 0.75, 1.25, 1.5, 1.75, 2, 2.5].shuffled(using: &generator)
      let inputs = [0] + sizes.prefix(3) + sizes.suffix(3).map { -$0 }
      exercise.numbers["inputs"] = inputs.shuffled(using: &generator)
      exercise.steps = inputs.count
      exercise.draw(["slope": [0.1, 0.2, 0.25, 0.3]], using: &generator)
    },
    rowCount: { $0.list("inputs").count },
    given: ["x"])
}

extension Procedure {
  fileprivate static let activations = table { exercise in
    LeakyReLU(a: exercise.given()["a"])
  } row: { leaky, scope in
    let x = Traced(scope.assignment.list("inputs")[scope.step.number - 1]).named("x")
    for (name, activation) in [("sigmoid", Activation.sigmoid), ("tanh", .tanh), ("relu", .relu)] {
      let y = activation(x).named(Symbol(name))
      _ = activation.slope(at: x, from: y).named(.slope(of: name))
    }
    _ = leaky(x).named("leaky")
    _ = leaky.slope(at: x).named(.slope(of: "leaky"))
  }
}

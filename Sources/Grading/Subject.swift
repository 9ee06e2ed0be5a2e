import Formulas
import Words

/// What exercises can be about: a rule, and the known ways to get it wrong.
public struct Subject: Sendable {
  /// What the rule is called, what it is given and what it calculates.
  public let declaration: Declaration
  /// What the default exercise is to be calculated with.
  let assignment: Assignment
  /// The right calculation.
  let procedure: Procedure
  /// All known others.
  public let variants: [Variant]
  /// Exercises that tell variants apart which others don't, by what they change of the default one.
  let probes: [@Sendable (inout Assignment) -> Void]
  /// Gives an exercise numbers of its own, which are easy to write down.
  let draw: @Sendable (inout Assignment, inout SplitMix64) -> Void
  /// How many rows the given numbers make; nil where that is free.
  var rowCount: @Sendable (Assignment) -> Int? = { _ in nil }
  /// What is wrong with an exercise's numbers, beyond their ranges; nil if nothing is.
  var objection: @Sendable (Assignment) -> ExerciseError? = { _ in nil }
  /// The forms in which programs have the formulas, by those that differ from the rule's.
  var forms: [[Symbol: Edit.Formula]] = [[:]]
  /// Further mistakes, which are looked for where no known one gives the numbers; not every exercise can show them.
  var further: [Variant] = []
  /// Numbers of further forms of the rule, such as a weight decay, that may have been left on.
  var unknowns: [Unknown] = []
  /// Quantities that are given with each row, without the numbers at the end of their names.
  var given: Set<String> = []

  /// The word that commands know it by: `adam`.
  public var name: String { declaration.name }
  /// What an exercise gives: the rule's hyperparameters, and what belongs to exercises alone.
  public var parameters: [Hyperparameter] { assignment.parameters }
  /// Whether something is minimised.
  var hasObjective: Bool { assignment.objective != nil }
  /// What the subject is called in headings.
  public var title: Words { declaration.title }

  /// All subjects: the network first, then averages, optimizers and schedules, each kind in the order of the course.
  public static let all: [Subject] = [
    .backprop, .gradientDescent, .average, .momentum, .averagedMomentum, .nesterov,
    .lookAheadNesterov, .adaGrad, .rmsProp, .adam, .stepLR, .multiStepLR, .exponentialLR,
    .constantLR, .linearLR, .polynomialLR, .cosineAnnealingLR, .cosineAnnealingWarmRestarts,
    .oneCycleLR, .dropout, .batchnorm, .activations, .scaling, .losses, .softmax, .penalties,
    .results,
  ]

  /// The subject that options name so: `adam`, `step-lr`.
  public static func named(_ name: String) -> Subject? { all.first { $0.name == name } }
}

import Descent
import Words

/// What exercises can be about: a calculation, and the known ways to get it wrong.
public struct Subject: Sendable {
  /// The word that commands know it by: `adam`.
  public let name: String
  /// What the subject is called in headings.
  public let title: Words
  /// What an exercise of the subject gives.
  let parameters: [Parameter]
  /// How many steps the default exercise has.
  let steps: Int
  /// What the default exercise minimises; nil where the subject has no objective.
  let objective: Objective?
  /// Other names that a quantity may have in a student's file, by its own name.
  let aliases: [String: [String]]
  /// The right calculation.
  let solve: @Sendable (Exercise) -> Ledger
  /// All known others.
  public let variants: [Variant]
  /// Exercises that tell variants apart which others don't.
  let probes: @Sendable (Subject) -> [Exercise]
  /// Gives an exercise numbers of its own, which are easy to write down.
  let draw: @Sendable (inout Exercise, inout SplitMix64) -> Void
  /// How many rows the given numbers make; nil where that is free.
  var rowCount: @Sendable (Exercise) -> Int? = { _ in nil }
  /// What is wrong with an exercise's numbers, beyond their ranges; nil if nothing is.
  var objection: @Sendable (Exercise) -> Words? = { _ in nil }
  /// Quantities that are given with each row, without the numbers at the end of their names.
  var given: Set<String> = []

  /// All subjects: the network first, then averages, optimizers and schedules, each kind in the order of the course.
  public static let all: [Subject] = [
    .backprop, .gradientDescent, .average, .momentum, .averagedMomentum, .nesterov,
    .lookAheadNesterov, .adaGrad, .rmsProp, .adam, .stepLR, .multiStepLR, .exponentialLR,
    .constantLR, .linearLR, .polynomialLR, .cosineAnnealingLR, .cosineAnnealingWarmRestarts,
    .oneCycleLR, .dropout, .batchnorm,
  ]

  /// The subject that options name so: `adam`, `step-lr`.
  public static func named(_ name: String) -> Subject? { all.first { $0.name == name } }
}

extension Exercise {
  /// The right numbers.
  ///
  /// - Precondition: `check()` finds nothing.
  public var key: Ledger { subject.solve(self) }
}

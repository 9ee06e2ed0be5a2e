import Foundation

@testable import Grading

extension Solution {
  /// What a student hands in who calculates this, printed with so many decimals; 17 means as many as it takes. A
  /// variant may have quantities that the exercise does not ask for.
  func printed(_ decimals: Int, for exercise: Exercise) -> Submission {
    Submission(
      columns: exercise.key.names.filter(names.contains).map { name in
        Submission.Column(
          heading: name,
          numbers: steps.map { step in
            value(name, at: step).flatMap {
              PrintedNumber(decimals == 17 ? "\($0)" : String(format: "%.\(decimals)f", $0))
            }
          })
      })
  }

  /// All numbers of a quantity.
  func values(_ name: String) -> [Double?] { steps.map { value(name, at: $0) } }
}

extension Subject {
  /// The exercises in which variants can be told apart: the given one first.
  func probes(with exercise: Exercise) -> [Exercise] { [exercise] + probingExercises }
}

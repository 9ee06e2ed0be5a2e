import Foundation

@testable import Grading

extension Ledger {
  /// What a student hands in who calculates this, printed with so many decimals; 17 means as many as it takes. A
  /// variant may have quantities that the exercise does not ask for.
  func printed(_ decimals: Int, for exercise: Exercise) -> Submission {
    Submission(
      columns: exercise.key.names.filter(names.contains).map { name in
        Submission.Column(
          heading: name,
          numbers: rows.map { row in
            row[name].flatMap {
              PrintedNumber(
                decimals == 17 ? "\($0.value)" : String(format: "%.\(decimals)f", $0.value))
            }
          })
      })
  }
}

import Foundation

@testable import Grading

extension Ledger {
  /// What a student hands in who calculates this, printed with so many decimals; 17 means as many as it takes.
  func printed(_ decimals: Int) -> Submission {
    Submission(
      columns: names.map { name in
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

import Formulas

extension Procedure {
  /// A row for each of the exercise's steps, of all that the code names in it.
  ///
  /// - Parameters:
  ///   - start: what stands before the first row, as a row 0; there is no such row where it is empty.
  ///   - written: how quantities are written that the exercise calls otherwise.
  ///   - make: makes what calculates the rows, and names what it starts from.
  ///   - row: names what the row is given, and calculates it; the scope says which row it is.
  static func table<Rule>(
    from start: [Symbol] = [], written: [Symbol: Symbol] = [:],
    _ make: @escaping @Sendable (Assignment) -> Rule,
    row: @escaping @Sendable (inout Rule, Scope) -> Void
  ) -> Procedure {
    Procedure { assignment, edits in
      Solution(steps: (start.isEmpty ? 1 : 0)..<assignment.steps + 1) { isExplained in
        let edited = EditedRun(
          assignment, edits, isExplained: isExplained, numbersAll: true, written: written)
        var rule = edited.run { make(assignment) }
        return { number in
          guard number > 0 else {
            return Solution.Row(step: 0, entries: start.map { ($0.name, edited.scope[$0]) })
          }
          edited.begin(number)
          edited.run { row(&rule, edited.scope) }
          return Solution.Row(
            step: number,
            entries: edited.row.map { ((written[$0.symbol] ?? $0.symbol).name, $0.number) })
        }
      }
    }
  }
}

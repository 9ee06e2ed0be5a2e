import Descent
import Formulas

extension Procedure {
  /// The rates of a schedule: a row an epoch, from 0.
  ///
  /// The clock says which epoch the schedule is asked for. One that makes each rate from the one before is advanced
  /// through all epochs up to there.
  static func schedule<Rule: Schedule<Traced> & SendableMetatype>(
    _ make: @escaping @Sendable (Given<Traced>) -> Rule
  ) -> Procedure {
    Procedure { assignment, edits in
      let symbol = Rule.declaration.hyperparameters[0].symbol
      return Solution(steps: 0..<assignment.steps) { isExplained in
        let edited = EditedRun(assignment, edits, isExplained: isExplained)
        let scope = edited.scope
        let given: Given<Traced> = assignment.given()
        let (rule, start) = edited.run { (make(given), given[symbol].named(symbol)) }
        var (last, changes) = ((epoch: 0, rate: given[symbol]), 0)
        return { number in
          edited.begin(number)
          edited.run {
            let epoch = scope.t.number
            var rate = rule.rate(in: epoch, from: start, after: last)
            let factors = rate.count(of: "γ")
            if factors > 1, epoch - last.epoch > 1 { rate = last.rate * .pow(scope.γ, factors) }
            // For mistakes with how often the rate was changed.
            changes += factors
            _ = Traced(Double(changes)).named("k")
            last = (epoch, rate.named("η", Step(number)))
          }
          return Solution.Row(step: number, entries: edited.row.map { ($0.symbol.name, $0.number) })
        }
      }
    }
  }
}

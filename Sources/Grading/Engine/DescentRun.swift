import Descent
import Formulas

extension Procedure {
  /// The steps of an optimizer: a row for the start, then a row a step with the gradient, what the optimizer calculates, and
  /// the parameters.
  ///
  /// Where the assignment has no objective, its parameter `gradients` lists the gradients step after step, each with a number
  /// for each coordinate of `start`. Where there are several coordinates, the names of quantities end with that of theirs: `m_x`.
  static func descent<Method: Optimizer<Traced> & SendableMetatype>(
    _ method: Method.Type
  ) -> Procedure {
    Procedure { assignment, edits in
      let letters = assignment.coordinates
      let order = Method.declaration.quantities.map(\.symbol)
      return Solution(steps: 0..<assignment.steps + 1) { isExplained in
        let gradient = assignment.gradient(isExplained: isExplained)
        var coordinates = zip(letters, assignment.list("start")).map { letter, w in
          Coordinate<Method>(letter, from: w, assignment, edits, isExplained: isExplained)
        }
        let scopes = coordinates.map(\.edited.scope)
        return { number in
          Scope.join(scopes)
          defer { scopes.forEach { $0.leave() } }
          guard number > 0 else {
            return Solution.Row(step: 0, entries: zip(letters, coordinates).map { ($0, $1.w) })
          }
          let g = gradient(number, coordinates.indices.map { coordinates[$0].vantage(in: number) })
          let named = coordinates.indices.map { coordinates[$0].named(g[$0]) }
          var entries: [(name: String, number: Traced)] = []
          for i in coordinates.indices {
            let suffix = letters.count > 1 ? "_\(letters[i])" : ""
            let row = coordinates[i].step(named[i])
            let known = order.compactMap { symbol in row.first { $0.symbol == symbol } }
            let others = row.filter { $0.symbol != "w̃" && !order.contains($0.symbol) }
            entries += (known + others).map { symbol, number in
              (symbol == "w" ? letters[i] : symbol.name + suffix, number)
            }
          }
          return Solution.Row(step: number, entries: entries)
        }
      }
    }
  }
}

/// One parameter of a descent with its optimizer.
private struct Coordinate<Method: Optimizer<Traced>> {
  let edited: EditedRun
  private var optimizer: Method

  var w: Traced { edited.scope.w }

  init(
    _ letter: String, from w: Double, _ assignment: Assignment, _ edits: [Edit], isExplained: Bool
  ) {
    let edited = EditedRun(
      assignment, edits, isExplained: isExplained, written: ["w": Symbol(letter)])
    optimizer = edited.run {
      _ = Traced(w).named("w", 0)
      return Method(assignment.given())
    }
    self.edited = edited
  }

  /// Begins a step: the point where its gradient is taken.
  func vantage(in number: Int) -> Traced {
    edited.begin(number)
    return edited.run { (optimizer.vantage(from: w) ?? w).part("w̃", Step(number)) }
  }

  /// The gradients of all coordinates are known before any of them takes its step.
  func named(_ gradient: Traced) -> Traced {
    edited.run { gradient.named("g", edited.scope.t) }
  }

  mutating func step(_ g: Traced) -> [(symbol: Symbol, number: Traced)] {
    let t = edited.scope.t
    edited.run {
      _ = optimizer.step(w, gradient: g, at: t).named("w", t)
    }
    return edited.row
  }
}

extension Assignment {
  /// The gradients of a step, at points of a descent or as they are given.
  fileprivate func gradient(isExplained: Bool) -> (_ step: Int, _ points: [Traced]) -> [Traced] {
    guard let objective else {
      let gradients = list("gradients")
      return { step, points in
        points.indices.map { Traced(gradients[(step - 1) * points.count + $0]) }
      }
    }
    if isExplained { return { objective.gradient(at: $1) } }
    let function: DifferentiableFunction<Double> = objective.function()
    return { function.gradient($1.map(\.value)).map { Traced($0) } }
  }
}

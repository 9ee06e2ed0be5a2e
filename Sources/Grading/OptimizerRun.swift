import Descent
import Formulas

extension Recipe {
  /// Carries the recipe of an optimizer out: a row for the start, then a row a step with the gradient, what the recipe
  /// calculates, and the parameters.
  ///
  /// Where the exercise has no objective, its parameter `gradients` lists the gradients step after step, each with a number
  /// for each coordinate of `start`. Where there are several coordinates, the names of quantities end with that of theirs: `m_x`.
  func descend(_ exercise: Exercise) -> Ledger {
    let start = exercise.list("start")
    let gradients = exercise.list("gradients")
    let letters = exercise.objective?.variables.map(\.text) ?? Self.coordinates(start.count)
    var coordinates = start.map { w in
      var numbers = self.start.mapValues { Traced($0) }
      for parameter in exercise.subject.parameters where !parameter.isList {
        numbers[parameter.symbol] = Traced(exercise[parameter.name])
          .named(Symbol(parameter.symbol))
      }
      numbers["w"] = Traced(w)
      return Values(t: 0, numbers: numbers)
    }
    var rows = [Ledger.Row(step: 0, entries: zip(letters, start).map { ($0, Traced($1)) })]
    for number in stride(from: 1, through: exercise.steps, by: 1) {
      let step = Step(number)
      for i in coordinates.indices { coordinates[i].forgetFormulas(names, before: step) }
      let points = coordinates.map { vantage?($0) ?? $0.w }
      let g =
        exercise.objective.map { $0.gradient(at: points) }
        ?? points.indices.map { Traced(gradients[(number - 1) * points.count + $0]) }
      var entries: [(name: String, number: Traced)] = []
      for i in coordinates.indices {
        coordinates[i].numbers["g"] = g[i].named("g", step)
        evaluate(&coordinates[i], at: step)
        let suffix = coordinates.count > 1 ? "_\(letters[i])" : ""
        for name in names.contains("g") ? names : ["g"] + names {
          let column = name == "w" ? letters[i] : name + suffix
          entries.append((column, coordinates[i][dynamicMember: name]))
        }
      }
      rows.append(Ledger.Row(step: number, entries: entries))
    }
    return Ledger(rows: rows)
  }

  /// The names of coordinates that no objective names: w, or w1, w2 and so on.
  private static func coordinates(_ count: Int) -> [String] {
    count == 1 ? ["w"] : (1...max(1, count)).map { "w\($0)" }
  }
}

extension Variant {
  /// A mistake in an optimizer.
  static func mistake(
    _ name: String, _ quantity: String, en: String, zh: String, _ recipe: Recipe
  ) -> Variant {
    mistake(name, quantity, en: en, zh: zh) { recipe.descend($0) }
  }

  /// Another form of an optimizer.
  static func dialect(
    _ name: String, _ quantity: String, en: String, zh: String, _ recipe: Recipe
  ) -> Variant {
    dialect(name, quantity, en: en, zh: zh) { recipe.descend($0) }
  }
}

extension Values {
  /// Leaves of the quantities their names and values, as of the step before.
  mutating func forgetFormulas(_ names: [String], before step: Step) {
    let previous = Step(step.number - 1)
    for name in names {
      if let number = numbers[name] {
        numbers[name] = Traced(number.value).named(Symbol(quantity: name), previous)
      }
    }
  }
}

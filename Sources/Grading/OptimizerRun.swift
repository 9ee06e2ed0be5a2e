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
    let letters = exercise.coordinates
    let names = names
    let shown = names.contains("g") ? names : ["g"] + names
    let columns = letters.map { letter in
      shown.map { $0 == "w" ? letter : start.count > 1 ? "\($0)_\(letter)" : $0 }
    }
    return Ledger(steps: 0..<exercise.steps + 1) { isExplained in
      let gradient: DifferentiableFunction<Double>? =
        isExplained ? nil : exercise.objective?.function()
      var coordinates = zip(letters, start).map { letter, w in
        coordinate(letter, from: w, of: exercise)
      }
      return { number in
        guard number > 0 else {
          return Ledger.Row(step: 0, entries: zip(letters, coordinates).map { ($0, $1.w) })
        }
        let step = Step(number)
        for i in coordinates.indices { coordinates[i].forgetFormulas(names, before: step) }
        let points = coordinates.map { vantage?($0) ?? $0.w }
        let g =
          isExplained
          ? exercise.objective?.gradient(at: points)
          : gradient?.gradient(points.map(\.value)).map { Traced($0) }
        var entries: [(name: String, number: Traced)] = []
        for i in coordinates.indices {
          let g = g?[i] ?? Traced(gradients[(number - 1) * points.count + i])
          coordinates[i].numbers["g"] = g.named("g", step)
          let before = coordinates[i].w
          evaluate(&coordinates[i], at: step)
          for (name, column) in zip(shown, columns[i]) {
            let isEarly = recordsEarly && name == "w"
            entries.append((column, isEarly ? before : coordinates[i][name]))
          }
        }
        return Ledger.Row(step: number, entries: entries)
      }
    }
  }

  /// What holds for a coordinate before the first step.
  private func coordinate(_ letter: String, from w: Double, of exercise: Exercise) -> Values {
    var numbers = start.mapValues { Traced($0) }
    for parameter in exercise.subject.parameters where !parameter.isList {
      numbers[parameter.symbol] = Traced(exercise[parameter.name]).named(Symbol(parameter.symbol))
    }
    numbers["w"] = Traced(w).named(Symbol(letter), 0)
    return Values(t: 0, numbers: numbers, symbols: ["w": Symbol(letter)])
  }
}

extension Values {
  /// Leaves of the quantities their names and values, as of the step before.
  mutating func forgetFormulas(_ names: [String], before step: Step) {
    let previous = Step(step.number - 1)
    for name in names {
      if let number = numbers[name] {
        numbers[name] = Traced(number.value).named(symbol(of: name), previous)
      }
    }
  }
}

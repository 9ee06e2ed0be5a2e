import Formulas

extension Recipe {
  /// Carries the recipe out once for each row of given numbers.
  ///
  /// - Parameters:
  ///   - constants: what is the same in all rows, by symbols.
  ///   - start: what is shown before the first row, as a row 0, and what the first row starts from.
  ///   - given: the numbers that each row begins with.
  func tabulate(
    constants: [String: Double], start: [(name: String, number: Double)] = [],
    given: [[(name: String, number: Double)]]
  ) -> Ledger {
    let names = names
    return Ledger(steps: (start.isEmpty ? 1 : 0)..<given.count + 1) { _ in
      var values = Values(t: 0, numbers: self.start.mapValues { Traced($0) })
      for (name, number) in constants {
        values.numbers[name] = Traced(number).named(Symbol(quantity: name))
      }
      for (name, number) in start {
        values.numbers[name] = Traced(number).named(Symbol(quantity: name), 0)
      }
      return { number in
        guard number > 0 else {
          return Ledger.Row(step: 0, entries: start.map { ($0.name, values[$0.name]) })
        }
        let (step, numbers) = (Step(number), given[number - 1])
        values.forgetFormulas(names, before: step)
        for (name, number) in numbers {
          values.numbers[name] = Traced(number).named(values.symbol(of: name), step)
        }
        evaluate(&values, at: step)
        let shown = numbers.map(\.name) + names
        return Ledger.Row(step: number, entries: shown.map { ($0, values[$0]) })
      }
    }
  }
}

extension Symbol {
  /// The symbol of a quantity, where `dE_dw1` is the derivative ∂E/∂w₁.
  init(quantity name: String) {
    self.init(name)
    guard name.utf8.first == UInt8(ascii: "d") else { return }
    let parts = name.dropFirst().split(separator: "_")
    guard let second = parts.dropFirst().firstIndex(where: { $0.first == "d" }) else { return }
    self.init(
      derivativeOf: parts[..<second].joined(separator: "_"),
      by: String(parts[second...].joined(separator: "_").dropFirst()))
  }
}

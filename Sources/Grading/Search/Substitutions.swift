import Formulas

/// What may stand in a formula in place of a quantity: another one, or the same at another time.
struct Substitutions {
  let recording: Recording
  /// All symbols that the code names, in order.
  private let symbols: [Symbol]
  /// Those that no formula calculates.
  private let given: Set<Symbol>

  init(_ recording: Recording) {
    self.recording = recording
    var known: Set<Symbol> = []
    symbols = recording.quantities.map(\.symbol).filter { known.insert($0).inserted }
    given = known.subtracting(recording.quantities.filter { $0.formula != nil }.map(\.symbol))
  }

  /// All of a recorded quantity's formula.
  func all(of index: Int) -> [FormulaEdit] {
    let quantity = recording.quantities[index]
    guard let formula = quantity.formula else { return [] }
    return formula.places.flatMap { path, part -> [FormulaEdit] in
      guard let place = recording.places[part.withoutPart.id], part.calculation == nil else {
        return []
      }
      let name = recording.quantities[place]
      let isOld = name.scopeStep != nil && name.scopeStep != quantity.scopeStep || name.step == 0
      return substitutes(of: name.symbol, for: quantity.symbol, at: index, isOld: isOld).map {
        FormulaEdit(name: "\(path) \($0)", size: $1, path: path, shape: "name", change: $2)
      }
    } + everywhere(in: formula, index) + starts(of: formula, index)
  }

  /// What is changed wherever a quantity stands, if that is in several places or in formulas of several forms.
  private func everywhere(in formula: Traced, _ index: Int) -> [FormulaEdit] {
    let target = recording.quantities[index]
    var counts: [Symbol: (count: Int, isOld: Bool)] = [:]
    for (_, part) in formula.places where part.calculation == nil {
      guard let place = recording.places[part.withoutPart.id] else { continue }
      let name = recording.quantities[place]
      let isOld = name.scopeStep != nil && name.scopeStep != target.scopeStep || name.step == 0
      counts[name.symbol] = ((counts[name.symbol]?.count ?? 0) + 1, isOld)
    }
    return counts.sorted { $0.key.name < $1.key.name }.flatMap { name, known -> [FormulaEdit] in
      guard known.count > 1 || hasSeveralForms(target.symbol) else { return [] }
      let changes =
        substitutes(of: name, for: target.symbol, at: index, isOld: known.isOld)
        + FormulaEdits.ofAny
      return changes.map {
        FormulaEdit(
          name: "each \(name.family) \($0)", size: $1, path: [], symbol: name, shape: "", change: $2
        )
      }
    }
  }

  private func hasSeveralForms(_ symbol: Symbol) -> Bool {
    Set(
      recording.quantities.lazy.filter { $0.symbol == symbol }.prefix(12).map {
        $0.formula?.skeleton
      }
    ).count > 1
  }

  private func substitutes(
    of name: Symbol, for target: Symbol, at index: Int, isOld: Bool
  ) -> [(String, Double, FormulaEdits.Change)] {
    var edits: [(String, Double, FormulaEdits.Change)] = []
    if !isOld, !given.contains(name) {
      edits.append(
        (
          "stale", 1,
          { _, scope in scope.before(name) ?? 0 }
        ))
    }
    if !given.contains(name) {
      edits.append(("start", isOld ? 1.4 : 1.6, { _, scope in scope.start(name) }))
    }
    if name == "e" {
      edits.append(("the epoch", 1.1, { _, scope in scope.epoch.named("epoch") }))
    }
    for other in symbols where other != name && other != target || other == target && !isOld {
      guard recording.latest(other, before: index) != nil || other == target else { continue }
      let isNear = other.family == name.family || other.widerFamily == name.widerFamily
      // Nobody takes a number that is given for one that is calculated, or for one of another name.
      let isGiven = given.contains(other)
      let distance = isNear ? 1 : isGiven ? 1.6 : given.contains(name) ? 1.5 : 1.3
      let label = Self.relation(of: other, to: name, target)
      if isOld || other == target {
        edits.append(("before \(label)", distance + 0.1, { _, scope in scope.before(other) }))
      }
      if other != target {
        edits.append((label, distance, { _, scope in scope.now(other) }))
        if isGiven {
          edits.append(("times \(label)", 1.5, { x, scope in scope.now(other).map { $0 * x } }))
          edits.append(("by \(label)", 1.7, { x, scope in scope.now(other).map { x / $0 } }))
        }
      }
    }
    return edits
  }

  /// Which symbol another is, told so that it means the same for all of a family: `w as in the target`.
  private static func relation(of other: Symbol, to name: Symbol, _ target: Symbol) -> String {
    let digits = other.digits
    let place =
      digits.isEmpty
      ? ""
      : digits == name.digits
        ? "the same"
        : digits == target.digits
          ? "the target's"
          : digits == String(name.digits.reversed())
            ? "reversed"
            : (Int(digits) ?? 0) - (Int(name.digits) ?? 0) == 1 ? "next" : "previous"
    return "\(other.family) \(place)"
  }

  /// What is remembered before the first step, or what the first step gives.
  private func starts(of formula: Traced, _ index: Int) -> [FormulaEdit] {
    let places = formula.places
    let old = places.filter { _, part in
      recording.places[part.withoutPart.id].map { recording.quantities[$0] }.map {
        $0.step != nil && $0.scopeStep != recording.quantities[index].scopeStep
      } ?? false && part.calculation == nil
    }
    guard let first = old.first?.path else { return [] }
    let inputs = places.filter { path, part in
      !path.isEmpty && !old.contains { $0.path.starts(with: path) }
    }
    func start(
      _ name: String, _ size: Double, at path: [Int], _ change: @escaping FormulaEdits.Change
    ) -> FormulaEdit {
      FormulaEdit(
        name: "start \(path) \(name)", size: size, path: [], shape: formula.shape,
        change: { x, scope in scope.t == 1 ? change(x, scope) : nil })
    }
    let number = start("one", 1.3, at: []) { x, _ in x.changed(at: first[...]) { _ in 1 } }
    return [number]
      + inputs.flatMap { path, _ in
        [
          start("is", 1.2, at: path) { x, _ in x.part(at: path[...]) },
          start("from", 1.2, at: path) { x, _ in
            x.part(at: path[...]).flatMap { input in
              x.changed(at: first[...]) { _ in input }
            }
          },
        ]
      }
  }
}

extension Traced {
  /// What stands at a place of the formula.
  fileprivate func part(at path: ArraySlice<Int>) -> Traced? {
    guard let first = path.first else { return self }
    guard calculation != nil, operands.indices.contains(first) else { return nil }
    return operands[first].part(at: path.dropFirst())
  }
}

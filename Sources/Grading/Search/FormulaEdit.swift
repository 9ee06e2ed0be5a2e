import Formulas
import Words

/// A small change in one place of a formula.
struct FormulaEdit: Sendable {
  /// What it does, the same for the same change of another formula.
  let name: String
  /// What was done, in a clause, where the formulas alone say it less clearly.
  var note: Words?
  /// The skeleton of the formulas that it was made for.
  var form = ""
  /// How far it is from what was asked for: 1 for a slip.
  var size: Double
  /// The operands that lead to the place, from the outside in.
  let path: [Int]
  /// The quantity that is changed wherever it stands; nil where only what the path leads to is.
  var symbol: Symbol?
  /// What must stand there.
  let shape: String
  /// What stands there instead; nil where it cannot be changed so.
  let change: @Sendable (Traced, Scope) -> Traced?

  /// Whether another changes another place, which neither contains the other's.
  func isApart(from other: FormulaEdit) -> Bool {
    symbol == nil && other.symbol == nil && !name.hasPrefix("start")
      && !other.name.hasPrefix("start") && !path.starts(with: other.path)
      && !other.path.starts(with: path)
  }

  /// The formula with the change; nil where it has no such place.
  func applied(to formula: Traced, _ scope: Scope) -> Traced? {
    guard let symbol else {
      return formula.changed(at: path[...]) { $0.shape == shape ? change($0, scope) : nil }
    }
    // It may be written otherwise than the code names it: x for w.
    guard let written = scope.now(symbol)?.withoutPart.symbol else { return nil }
    let changed = formula.rewriting { part in
      part.withoutPart.symbol == written ? change(part.withoutPart, scope) : nil
    }
    return changed.id == formula.id ? nil : changed
  }
}

extension Traced {
  /// The formula with something else at a place.
  func changed(at path: ArraySlice<Int>, _ change: (Traced) -> Traced?) -> Traced? {
    guard let first = path.first else { return change(self) }
    guard let calculation, operands.indices.contains(first) else { return nil }
    var operands = operands
    guard let operand = operands[first].changed(at: path.dropFirst(), change) else { return nil }
    operands[first] = operand
    return operands.count == 1
      ? Traced(calculation, operands[0]) : Traced(calculation, operands[0], operands[1])
  }

  /// What stands at the outside of a formula, as edits tell it from other things.
  var shape: String {
    switch calculation {
    case nil: withoutPart.symbol == nil ? "literal" : "name"
    case .power(.integer): "power"
    case .power(.step): "power of the step"
    case .some(let calculation): "\(calculation)"
    }
  }

  /// The shapes of all its parts.
  var skeleton: String {
    calculation == nil ? shape : "\(shape)(\(operands.map(\.skeleton).joined(separator: ",")))"
  }

  /// All places in the formula, from the outside in, with what stands there.
  var places: [(path: [Int], part: Traced)] {
    [([], self)]
      + (calculation == nil ? [] : operands).enumerated().flatMap { index, operand in
        operand.places.map { ([index] + $0.path, $0.part) }
      }
  }
}

import Formulas

/// Small changes of formulas that may be what a student did.
struct Candidate: Sendable {
  var changes: [Symbol: [FormulaEdit]]
  /// How far it is from what was asked for: 1 for a slip; the smaller, the likelier.
  var size: Double

  /// The changes as edits of the true code.
  func edits(of general: [Symbol: Edit.Formula]) -> [Edit] {
    general.map { .quantities([$0], $1) }
      + changes.map { symbol, changes in
        .quantities([symbol]) { scope in
          if let formula = general[symbol] { scope.look(at: formula(scope), symbol) }
          return Self.applied(changes, in: scope) ?? scope.right
        }
      }
  }

  /// Both together; nil where they change the same place of a formula.
  func joined(with other: Candidate) -> Candidate? {
    for (symbol, edits) in changes {
      for edit in edits {
        guard other.changes[symbol]?.allSatisfy(edit.isApart) ?? true else { return nil }
      }
    }
    return Candidate(
      changes: changes.merging(other.changes, uniquingKeysWith: +), size: size + other.size)
  }

  /// The right formula of what is being named with changes; nil where none can be made.
  static func applied(_ changes: [FormulaEdit], in scope: Scope) -> Traced? {
    changes.reduce(nil) { before, edit in
      edit.applied(to: before ?? scope.right, scope) ?? before
    }
  }
}

extension Symbol {
  /// What symbols of one kind have in common: w of w1 to w8, net_h of net_h1 and net_h2.
  var family: String { name.filter { !("0"..."9").contains($0) } }

  /// The same without the letter of a layer: net of net_h1 and net_o1.
  var widerFamily: String {
    let family = family
    return family.hasSuffix("_h") || family.hasSuffix("_o") ? String(family.dropLast(2)) : family
  }

  /// What tells it from others of its kind.
  var digits: String { name.filter { ("0"..."9").contains($0) } }
}

import Formulas
import Words

extension Subject {
  /// The known mistakes as what they make of the formulas of a step t, each with what it is: for a program that is to
  /// recognize them. Those whose formulas are not the same at all steps are left out.
  public var mistakenRules: [(explanation: Words, rules: [Mathematics])] {
    let right = rules(of: [])
    return variants.filter { $0.kind == .mistake && $0.procedure == nil }.compactMap { variant in
      let rules = rules(of: variant.edits).filter { !right.contains($0) }
      return rules.isEmpty ? nil : (variant.explanation, rules)
    }
  }

  /// The formulas that are the same at two steps.
  private func rules(of edits: [Edit]) -> [Mathematics] {
    let solution = procedure.solve(assignment.edited(by: edits), edits)
    return solution.names.compactMap { name in
      let rules = [2, 3].map { step in
        solution.number(name, at: step)?.rule(at: Step(step))
      }
      return rules[0] == rules[1] ? rules[0] : nil
    }
  }
}

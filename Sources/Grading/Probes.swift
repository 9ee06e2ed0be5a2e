import Descent

extension Subject {
  /// The exercises in which variants can be told apart: the given one first.
  func probes(with exercise: Exercise) -> [Exercise] { [exercise] + probes(self) }

  /// The first of the probes in which all of the variants give different numbers.
  func probe(telling variants: [Variant], apartIn exercise: Exercise) -> Exercise? {
    probes(with: exercise).first { probe in
      let ledgers = variants.map { $0.solve(probe) }
      return ledgers.indices.allSatisfy { i in
        ledgers[..<i].allSatisfy { ledgers[i].differs(from: $0) }
      }
    }
  }
}

extension Ledger {
  /// Whether a number of the two is another when printed with so many decimals.
  func differs(from other: Ledger, decimals: Int = 4) -> Bool {
    for (a, b) in zip(rows, other.rows) {
      for (name, number) in a.entries {
        guard let theirs = b[name]?.value else { continue }
        let ours = number.value
        if ours.isFinite != theirs.isFinite { return true }
        guard ours.isFinite else { continue }
        var unit = 1.0
        for _ in 0..<decimals { unit /= 10 }
        if abs(ours - theirs) > 1.01 * unit { return true }
      }
    }
    return false
  }
}

extension Exercise {
  /// Gradients of changing sign and size, with an ε that is large enough to be seen, and a descent that runs for a while.
  static func optimizerProbes(of subject: Subject, epsilon: Double?) -> [Exercise] {
    var given = Exercise(subject)
    given.objective = nil
    given.numbers["gradients"] = [1, -2, 0.5, 3, -0.25]
    given.steps = 5
    var ravine = Exercise(subject)
    ravine.objective = .ravine
    ravine.numbers["start"] = [2, 1]
    if let epsilon {
      given.numbers["epsilon"] = [epsilon]
      ravine.numbers["epsilon"] = [epsilon]
    }
    return [given, ravine]
  }
}

extension Parameter {
  /// What every exercise about a descent gives besides the optimizer's own parameters.
  static let ofDescent = [
    Parameter(list: "start", "w", [1]), Parameter(list: "gradients", "g", []),
  ]
}

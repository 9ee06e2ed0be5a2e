import Descent

extension Subject {
  /// The exercises in which variants can be told apart: the given one first.
  func probes(with exercise: Exercise) -> [Exercise] { [exercise] + probes(self) }

  /// The first of the probes in which all of the variants give different numbers.
  func probe(tellingApart variants: [Variant]) -> Exercise? {
    probes(self).first { probe in
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
  /// Gradients of changing sign and size, and a descent in two dimensions, both with the parameters given.
  static func optimizerProbes(of subject: Subject, _ parameters: [String: Double]) -> [Exercise] {
    var given = Exercise(subject)
    given.objective = nil
    given.numbers["gradients"] = [1, -2, 0.5, 3, -0.25]
    given.steps = 5
    var ravine = Exercise(subject)
    ravine.objective = .ravine
    ravine.numbers["start"] = [2, 1]
    for (name, number) in parameters {
      given.numbers[name] = [number]
      ravine.numbers[name] = [number]
    }
    return [given, ravine]
  }

  /// Gives five gradients of changing sign and size, in place of an objective.
  mutating func drawGradients(using generator: inout SplitMix64) {
    let sizes = (1...12).map { Double($0) / 4 }.shuffled(using: &generator).prefix(5)
    objective = nil
    steps = sizes.count
    numbers["gradients"] = sizes.enumerated().map { $0.offset % 2 == 0 ? $0.element : -$0.element }
  }

  /// Gives a short descent on w²/2 from a start of its own: where the gradient is taken matters, which it does not
  /// where gradients are given.
  mutating func drawDescent(using generator: inout SplitMix64) {
    objective = .halfSquare
    steps = 6
    draw("start", from: [-4, -3, -2.5, -2, 2, 2.5, 3, 4], using: &generator)
  }

  /// Gives a parameter one of some numbers.
  mutating func draw(_ name: String, from choices: [Double], using generator: inout SplitMix64) {
    numbers[name] = choices.randomElement(using: &generator).map { [$0] }
  }
}

extension Parameter {
  /// What every exercise about a descent gives besides the optimizer's own parameters.
  static let ofDescent = [
    Parameter(list: "start", "w0", [1]), Parameter(list: "gradients", "g", []),
  ]
}

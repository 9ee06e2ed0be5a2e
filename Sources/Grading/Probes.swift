import Descent

extension Ledger {
  /// Whether a number of the two is another when printed with so many decimals.
  ///
  /// - Parameter names: the quantities that are looked at; all if nil.
  func differs(from other: Ledger, in names: [String]? = nil, decimals: Int = 4) -> Bool {
    let names = names ?? self.names
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    return steps.contains { step in
      names.contains { name in
        guard let ours = value(name, at: step), let theirs = other.value(name, at: step) else {
          return false
        }
        guard ours.isFinite, theirs.isFinite else { return ours.isFinite != theirs.isFinite }
        return abs(ours - theirs) > 1.01 * unit
      }
    }
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

import Formulas
import Words

/// A learning rate that is multiplied by γ in some epochs: which ones makes the schedule.
struct Decay: Sendable {
  /// How many times the rate is multiplied in an epoch from 1 on.
  let changes: @Sendable (_ exercise: Exercise, _ epoch: Int) -> Int

  /// What the formula of an epoch's rate may use.
  struct Epoch {
    let number: Int
    /// The rate of the epoch before, or in epoch 0 the one that is given.
    let η: Traced
    /// The rate of epoch 0.
    let η0: Traced
    let γ: Traced
    /// How many times the rate has been multiplied up to the epoch.
    let changesSoFar: Int
    fileprivate let exercise: Exercise
    fileprivate let schedule: Decay

    /// How many times the rate is multiplied in an epoch: never in epoch 0 and before.
    func changes(in epoch: Int) -> Int { epoch > 0 ? schedule.changes(exercise, epoch) : 0 }

    /// How many times the rate would be multiplied in this epoch if the schedule were advanced several times in each.
    func changes(advancing times: Int) -> Int {
      number == 0 ? 0 : changes(in: (number - 1) * times + 1...number * times)
    }

    /// The same up to the end of the epoch, not up to its start.
    func changesToEnd(advancing times: Int) -> Int {
      changes(in: number * times + 1...(number + 1) * times)
    }

    private func changes(in epochs: ClosedRange<Int>) -> Int {
      epochs.map { changes(in: $0) }.reduce(0, +)
    }

    /// How many times the schedule could be advanced in each epoch.
    var iterations: Int { Int(exercise["iterations"]) }

    /// A rate that has been multiplied several times.
    func lowered(_ η: Traced, times n: Int) -> Traced {
      n == 0 ? η : η * (n == 1 ? γ : .pow(γ, n))
    }

    /// A number that the exercise gives.
    func given(_ parameter: String) -> Double { exercise[parameter] }
    /// Numbers that the exercise gives.
    func list(_ parameter: String) -> [Double] { exercise.list(parameter) }
  }

  typealias Formula = @Sendable (Epoch) -> Traced

  /// The rates of all epochs by a formula.
  func rates(_ exercise: Exercise, _ formula: @escaping Formula) -> Ledger {
    Ledger(steps: 0..<exercise.steps) { _ in
      let γ = Traced(exercise["gamma"]).named("γ")
      let given = Traced(exercise["learning-rate"])
      var η = given
      var η0 = given
      var changesSoFar = 0
      return { number in
        if number > 0 { changesSoFar += changes(exercise, number) }
        let epoch = Epoch(
          number: number, η: η, η0: η0, γ: γ, changesSoFar: changesSoFar, exercise: exercise,
          schedule: self)
        let rate = formula(epoch).named("η", Step(number))
        // By name and value only, so that many epochs do not become a deep graph.
        η = Traced(rate.value).named("η", Step(number))
        if number == 0 { η0 = Traced(given.value).named("η", 0) }
        return Ledger.Row(step: number, entries: [("η", rate)])
      }
    }
  }

  /// The right rates, each from the one before as PyTorch calculates them.
  func right(_ exercise: Exercise) -> Ledger {
    rates(exercise) { epoch in
      (0..<epoch.changes(in: epoch.number)).reduce(epoch.η) { η, _ in η * epoch.γ }
    }
  }

  func mistake(_ name: String, en: Words, zh: Words, _ formula: @escaping Formula) -> Variant {
    .mistake(name, "η", en: en, zh: zh) { rates($0, formula) }
  }
}

extension Exercise {
  /// What is wrong with an exercise whose numbers of epochs or iterations are no whole ones.
  func objection(wholeNumbers names: [String]) -> Words? {
    names.first { name in list(name).contains { $0 != $0.rounded() } }
      .map { Words(en: "--\($0) must be whole numbers.", zh: "--\($0) 必须是整数。") }
  }
}

extension Parameter {
  /// What every exercise about a schedule gives. The iterations of an epoch matter to a mistake only.
  static func ofSchedule(γ: Double) -> [Parameter] {
    [
      Parameter("learning-rate", "η0", 0.1, in: 1e-300...1e100),
      Parameter("gamma", "γ", γ, in: 1e-300...1e100),
      .iterations,
    ]
  }
}

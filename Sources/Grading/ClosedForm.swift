import Formulas
import Words

/// A learning rate that a formula gives for each epoch without those before: which formula makes the schedule.
struct ClosedForm: Sendable {
  /// The right formula.
  let formula: Formula

  init(_ formula: @escaping Formula) {
    self.formula = formula
  }

  /// What the formula of an epoch's rate may use.
  struct Moment {
    /// The epoch, from 0.
    var number: Int
    /// The rate that the schedule is started with.
    var η: Traced
    fileprivate let exercise: Exercise

    /// The epoch as a quantity of the formula.
    var e: Traced { Traced(Double(number)).named("e") }

    /// A number that the exercise gives.
    subscript(parameter: String) -> Traced {
      let symbol = exercise.subject.parameters.first { $0.name == parameter }?.symbol ?? parameter
      return Traced(exercise[parameter]).named(Symbol(symbol))
    }

    /// A number that the exercise gives, to be compared and counted with.
    func given(_ parameter: String) -> Double { exercise[parameter] }

    /// The moment of another epoch.
    func at(_ number: Int) -> Moment {
      var copy = self
      copy.number = number
      return copy
    }
  }

  typealias Formula = @Sendable (Moment) -> Traced

  /// The right rates.
  func right(_ exercise: Exercise) -> Ledger { Self.rates(exercise, formula) }

  /// The rates of all epochs by a formula.
  ///
  /// - Parameter compounded: whether the formula is applied to the rate of the epoch before, not to that of the start.
  private static func rates(
    _ exercise: Exercise, compounded: Bool = false, _ formula: @escaping Formula
  ) -> Ledger {
    Ledger(steps: 0..<exercise.steps) { _ in
      let start = exercise.subject.parameters[0]
      var η = Traced(exercise[start.name]).named(Symbol(start.symbol))
      return { number in
        let rate = formula(Moment(number: number, η: η, exercise: exercise))
          .named("η", Step(number))
        // By name and value only, so that many epochs do not become a deep graph.
        if compounded { η = Traced(rate.value).named("η", Step(number)) }
        return Ledger.Row(step: number, entries: [("η", rate)])
      }
    }
  }

  func mistake(_ name: String, en: Words, zh: Words, _ formula: @escaping Formula) -> Variant {
    .mistake(name, "η", en: en, zh: zh) { Self.rates($0, formula) }
  }

  func dialect(_ name: String, en: Words, zh: Words, _ formula: @escaping Formula) -> Variant {
    .dialect(name, "η", en: en, zh: zh) { Self.rates($0, formula) }
  }
}

/// What goes wrong with any such schedule.
extension ClosedForm {
  /// Mistakes with a schedule that is to be advanced in every epoch.
  var mistakesOfEpochs: [Variant] {
    mistakesOfTime + [
      mistake(
        "every-iteration",
        en: "the schedule is advanced in every iteration where it is to be advanced in every epoch",
        zh: "每次迭代都推进了学习率调度，应当每轮一次"
      ) { formula($0.at($0.number * Int($0.given("iterations")))) },
      mistake(
        "every-iteration-at-end",
        en:
          "the schedule is advanced in every iteration where it is to be advanced in every epoch, and the rate is noted at the epoch’s end",
        zh: "每次迭代都推进了学习率调度，应当每轮一次；而且在一轮结束时才记录学习率"
      ) { formula($0.at(($0.number + 1) * Int($0.given("iterations")))) },
      .mistake(
        "factor-on-decayed", "η",
        en:
          "the factor of the epoch is applied to the rate of the epoch before; it belongs to the rate of the start",
        zh: "把本轮的系数乘到了上一轮的学习率上；它应当乘在初始学习率上"
      ) { Self.rates($0, compounded: true, formula) },
    ]
  }

  /// Mistakes in when the schedule is advanced.
  var mistakesOfTime: [Variant] {
    [
      mistake(
        "one-late",
        en:
          "the rate comes one step of the schedule late: it is noted before scheduler.step(), or counted from 1",
        zh: "学习率晚了一步：在 scheduler.step() 之前记录，或者从 1 数起"
      ) { formula($0.at(max(0, $0.number - 1))) },
      mistake(
        "one-early",
        en:
          "the rate comes one step of the schedule early: scheduler.step() comes before the training, or e + 1 is used",
        zh: "学习率早了一步：scheduler.step() 放在了训练之前，或者用了 e + 1"
      ) { formula($0.at($0.number + 1)) },
      mistake(
        "advanced-twice",
        en: "scheduler.step() is called twice where it is to be called once",
        zh: "应当调用一次 scheduler.step()，却调用了两次"
      ) { formula($0.at(2 * $0.number)) },
      mistake(
        "never-advanced",
        en: "the rate stays that of the first epoch: scheduler.step() is never called",
        zh: "学习率一直是第一轮的：没有调用 scheduler.step()"
      ) { formula($0.at(0)) },
    ]
  }
}

extension Subject {
  /// What the rate is called elsewhere.
  static let aliasesOfRate = ["η": ["lr", "learning_rate", "rate"]]
}

extension Parameter {
  /// What every exercise about a schedule of epochs gives. The iterations of an epoch matter to a mistake only.
  static let ofEpochs: [Parameter] = [
    Parameter("learning-rate", "η", 0.1, in: 1e-300...1e100), .iterations,
  ]

  static let iterations = Parameter("iterations", "iterations", 10, in: 1...1000)

  /// How many epochs the whole of a schedule takes.
  static func duration(_ name: String, _ symbol: String, _ number: Double) -> Parameter {
    Parameter(name, symbol, number, in: 1...1e6)
  }
}

extension Exercise {
  /// A short exercise with some numbers, for a subject about a schedule.
  static func scheduleProbe(
    of subject: Subject, steps: Int = 20, _ numbers: [String: [Double]]
  ) -> Exercise {
    var exercise = Exercise(subject)
    exercise.numbers.merge(numbers) { $1 }
    exercise.steps = steps
    return exercise
  }

  /// Gives a schedule of epochs a length and a rate of its own.
  mutating func drawEpochs(using generator: inout SplitMix64) {
    steps = 20
    draw("learning-rate", from: [0.4, 0.5, 0.6, 0.8, 0.9], using: &generator)
  }
}

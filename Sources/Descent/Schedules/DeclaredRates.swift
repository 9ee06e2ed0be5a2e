import Formulas
import Words

/// What many schedules are given.
extension Hyperparameter {
  /// The rate that a schedule is started with. PyTorch takes it from the optimizer.
  static func startingRate(_ symbol: Symbol = "η") -> Hyperparameter {
    Hyperparameter(
      symbol, "learning-rate", en: "learning rate that the schedule is started with",
      zh: "调度开始时的学习率", .positive, course: 0.1, torch: ("lr", nil))
  }

  /// γ of the schedules that multiply by it.
  static func factor(course: Double = 0.5, torch: Double? = 0.1) -> Hyperparameter {
    Hyperparameter(
      "γ", "gamma", en: "what the rate is multiplied by at each change, γ", zh: "每次变化时学习率乘的系数 γ",
      .positive, course: course, torch: ("gamma", torch))
  }

  /// A number of epochs, or of steps.
  static func count(
    _ symbol: Symbol, _ option: String, en: Words, zh: Words, course: Double,
    torch: (name: String, number: Double?)? = nil
  ) -> Hyperparameter {
    Hyperparameter(
      symbol, option, en: en, zh: zh, .counts(1...1_000_000), course: course, torch: torch)
  }

  /// The epoch in which a schedule comes to its end.
  static func end(course: Double) -> Hyperparameter {
    count(
      "n", "total-iters", en: "number of epochs until the schedule is at its end",
      zh: "到达终点所用的轮数", course: course, torch: ("total_iters", 5))
  }

  /// The lowest rate of a wave.
  static let leastRate = Hyperparameter(
    "η_m", "eta-min", en: "lowest rate", zh: "最低的学习率", .notNegative, course: 0.01,
    torch: ("eta_min", 0))
}

/// What all schedules calculate.
extension Declaration.Quantity {
  /// η.
  static let rate = Declaration.Quantity(
    "η", en: "the learning rate in the epoch", zh: "该轮的学习率", "lr", "learning_rate", "rate")
}

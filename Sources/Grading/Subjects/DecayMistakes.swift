import Formulas

/// What goes wrong with a schedule that multiplies the rate by γ from time to time.
enum DecayMistakes {
  static let all = ScheduleMistakes.ofDecayTime + ofFactor

  /// η₀·γᵏ, as programs have it that do not multiply the rate of the epoch before.
  static let closedForm: [Symbol: Edit.Formula] = [
    "η": { $0.given("η0") * .pow($0.γ, $0.changesSoFar) }
  ]

  private static let ofFactor: [Variant] = [
    .mistake(
      "factor-twice", of: "η",
      "each change multiplies by γ twice",
      "每次变化都乘了两次 γ",
      squared),
    .mistake(
      "factor-on-decayed",
      "the factor of all changes so far is applied to the rate that is already lowered by them, in every epoch again; it belongs to the rate of the start",
      "把到目前为止的全部衰减乘到了已经衰减的学习率上，而且每轮都乘；它应当乘在初始学习率上",
      .replace("η") { $0.lowered($0.η, times: $0.changesSoFar) }),
    .mistake(
      "get-lr",
      "in the epoch of a change the factor shows once more than it was applied, as PyTorch’s get_lr() tells when it is called from outside; get_last_lr() tells the rate",
      "发生变化的那一轮多乘了一次 γ：在外部调用 PyTorch 的 get_lr() 会这样，应当用 get_last_lr()",
      .replace("η") { $0.lowered($0.given("η0"), times: $0.changesSoFar + $0.changes) }),
    .mistake(
      "first-change-only",
      "every change sets the rate to η₀·γ: what was changed before is lost",
      "每次变化都把学习率设为 η₀·γ：之前的变化丢失了",
      .replace("η") { $0.changes > 0 ? $0.given("η0") * $0.γ : $0.right }),
    .mistake(
      "complement", of: "η",
      "the rate is lowered by the part γ, multiplied by 1 − γ, where it is to be multiplied by γ",
      "学习率减去了 γ 这一部分，即乘以 1 − γ，应当乘以 γ",
      .constant("γ") { 1 - $0.given("γ") }),
    .mistake(
      "subtracted",
      "each change takes γ·η₀ off the rate, where it is to be multiplied by γ",
      "每次变化从学习率中减去 γ·η₀，应当乘以 γ",
      .replace("η") { $0.start * (1 - $0.γ * $0.count) }),
    .mistake(
      "straight-line",
      "each change takes (1 − γ)·η₀ off the rate, so that it falls on a straight line, where it is to be multiplied by γ",
      "每次变化从学习率中减去 (1 − γ)·η₀，学习率沿直线下降；应当乘以 γ",
      .replace("η") { $0.start * (1 - (1 - $0.γ) * $0.count) }),
    .mistake(
      "factor-times-count",
      "the rate is η₀·γ·k after k changes, where η₀·γᵏ belongs",
      "k 次变化之后学习率成了 η₀·γ·k，应当是 η₀·γᵏ",
      .replace("η") { $0.changesSoFar == 0 ? $0.right : $0.start * $0.γ * $0.count }),
    .mistake(
      "divided",
      "the rate is divided by γ where it is to be multiplied",
      "学习率除以了 γ，应当乘以 γ",
      .replace("η") { $0.right.dividing(by: "γ") }),
  ]

  static let squared = Edit.constant("γ") { .pow($0.given("γ"), 2) }

  /// What goes wrong where the rate stays the same in most epochs.
  static let ofDistance: [Variant] = [
    .mistake(
      "advanced-twice", of: "η",
      "scheduler.step() is called twice in each epoch",
      "每一轮调用了两次 scheduler.step()",
      ScheduleMistakes.twice),
    .mistake(
      "factor-on-decayed-at-changes",
      "at each change the factor of all changes so far, γᵏ, is applied to the rate that is already lowered; it belongs to the rate of the start",
      "每次变化时把到目前为止的全部衰减 γᵏ 乘到了已经衰减的学习率上；它应当乘在初始学习率上",
      .replace("η") { $0.changes > 0 ? $0.lowered($0.η, times: $0.changesSoFar) : $0.right }),
  ]
}

extension Scope {
  /// How often the right rate is multiplied by γ in this epoch.
  var changes: Int { right.count(of: "γ") }

  /// The same for all epochs up to this one.
  var changesSoFar: Int { Int(self.k.value) }

  /// The same as a number.
  fileprivate var count: Traced { Traced(Double(changesSoFar)).named("k") }

  /// The rate that is given, η₀; in the first epoch it has no name yet.
  var start: Traced { step == 0 ? right : given("η0") }

  /// A rate that has been multiplied by γ several times; the right one if never.
  fileprivate func lowered(_ η: @autoclosure () -> Traced, times n: Int) -> Traced {
    n == 0 ? right : η() * (n == 1 ? self.γ : .pow(self.γ, n))
  }
}

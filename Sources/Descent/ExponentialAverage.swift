import Formulas
import Words

extension Declaration {
  /// The exponentially weighted average, section 3.3.1 of the course.
  public static let average = Declaration(
    "average", title: Words(en: "The exponentially weighted average", zh: "指数加权平均"),
    source: "Roberts 1959; course section 3.3.1",
    hyperparameters: [.decay(en: "the average", zh: "平均", torch: nil)],
    quantities: [
      Quantity("Y", en: "the value that comes in", zh: "新的值", "value", "temperature", "temp", "x"),
      Quantity(
        "S", en: "the average of the values so far, recent ones counting more",
        zh: "到目前为止各值的指数加权平均",
        "average", "avg", "mean", "ewa", "ewma", "ema", "exp_weight_avg", "v"),
    ])
}

/// The exponentially weighted average of a series of values, of which recent ones count more: Roberts, "Control Chart
/// Tests Based on Geometric Moving Averages", Technometrics 1(3), 1959; section 3.3.1 of the course.
///
///     Sₜ = β·Sₜ₋₁ + (1 − β)·Yₜ
///
/// There are two ways to begin. The course takes the first value as the first average, S₁ = Y₁. Optimizers begin with
/// S₀ = 0, so the first averages are too close to zero, until the bias is taken away: Ŝₜ = Sₜ/(1 − βᵗ).
///
///     ExponentialAverage(β: 0.5, start: .firstValue).averages(of: [2, 4, 8]).map(\.S)    // [2, 3, 5.5]
public struct ExponentialAverage<Number: Scalar> {
  /// What the first average is.
  public enum Start: Sendable {
    /// S₁ = Y₁.
    case firstValue
    /// S₀ = 0.
    case zero
  }

  /// How much of the average is kept when a value comes in, from 0 to below 1.
  public let β: Number
  /// What the first average is.
  public let start: Start

  /// The average of the values so far.
  public private(set) var S: Number
  /// The average without its bias towards zero; the same as S where there is none.
  public private(set) var Ŝ: Number

  /// An average of no values yet: S is 0.
  public init(β: Number, start: Start) {
    self.β = β.named("β")
    self.start = start
    S = (0 as Number).named("S", 0)
    Ŝ = S
  }

  /// Takes in the value of step t.
  ///
  /// - Precondition: steps are taken in order, from 1.
  public mutating func include(_ Y: Number, at t: Step) {
    switch start {
    case .firstValue:
      S = (t == 1 ? Y : β * S + (1 - β) * Y).named("S", t)
      Ŝ = S
    case .zero:
      S = (β * S + (1 - β) * Y).named("S", t)
      Ŝ = (S / (1 - .pow(β, t))).named("Ŝ", t)
    }
  }

  /// The average after each of the values.
  public func averages(of values: [Number]) -> [ExponentialAverage] {
    var average = self
    return values.enumerated().map { index, value in
      average.include(value, at: Step(index + 1))
      return average
    }
  }
}

/// How much single values count.
extension ExponentialAverage {
  /// The weight of the value k steps ago: (1 − β)·βᵏ.
  public func weight(stepsAgo k: Int) -> Number { (1 - β) * .pow(β, k) }

  /// The weights of all values after t steps, the newest first. They sum to 1 where the first value is the first
  /// average, as it then counts βᵗ⁻¹ whole, and to 1 − βᵗ where the start is zero.
  public func weights(after t: Step) -> [Number] {
    (0..<t.number).map { k in
      start == .firstValue && k == t.number - 1 ? .pow(β, k) : weight(stepsAgo: k)
    }
  }

  /// About how many steps the average remembers, n = 1/(1 − β): the steps that all weights would fill if they were as
  /// large as the first one.
  public var memory: Number { (1 / (1 - β)).named("n") }

  /// Which part of the weight the last n steps have, 1 − βⁿ: it comes to 1 − 1/e as β comes to 1.
  public var weightOfMemory: Number { 1 - .pow(β, memory) }
}

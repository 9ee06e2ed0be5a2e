import Formulas
import Words

extension Declaration {
  /// Momentum as the code of section 3.3.2 of the course has it.
  public static let momentum = Declaration(
    "momentum", title: Words(en: "Momentum", zh: "动量法"),
    source: "Polyak 1964; the code of course section 3.3.2; torch.optim.SGD with momentum",
    hyperparameters: [.learningRate(torch: 0.001), .velocityDecay],
    quantities: [
      .gradient,
      .velocity(en: "the velocity: a sum that forgets, v₁ = g₁", zh: "速度：逐步遗忘的累加，v₁ = g₁"),
      .parameter,
    ])
}

extension Hyperparameter {
  /// β of the rules that remember a velocity.
  static let velocityDecay = decay(
    en: "the past gradients", zh: "历史梯度", torch: ("momentum", 0))
}

/// Momentum as PyTorch calculates it, a decaying sum of the gradients: Polyak, "Some methods of speeding up the
/// convergence of iteration methods", 1964; the code of section 3.3.2 of the course.
///
///     v₁ = g₁
///     vₜ = β·vₜ₋₁ + gₜ
///     wₜ = wₜ₋₁ − η·vₜ
///
/// While the gradient stays the same, v grows to 1/(1 − β) times as much. `AveragedMomentum` is the formula that the
/// course writes above this code.
///
///     var rule = Momentum(η: 0.1, β: 0.9)
///     rule.step(1, gradient: 2, at: 1)      // 0.8
///     rule.step(0.8, gradient: 1, at: 2)    // 0.52
public struct Momentum<Number: Scalar>: Optimizer {
  public static var declaration: Declaration { .momentum }

  /// The learning rate: how long a step is for each unit of v.
  public var η: Number
  /// How much of v is kept in each step, from 0 to below 1.
  public let β: Number

  /// The velocity: the sum of the gradients so far, each β times as much as in the step before.
  public private(set) var v: Number

  /// Momentum at rest: v is 0.
  public init(η: Number, β: Number) {
    self.η = η.named("η")
    self.β = β.named("β")
    v = (0 as Number).named("v", 0)
  }

  public init(_ given: Given<Number>) { self.init(η: given["η"], β: given["β"]) }

  public var hyperparameters: [Quantity<Number>] { [("η", η), ("β", β)] }

  public var quantities: [Quantity<Number>] { [("v", v)] }

  public mutating func step(_ w: Number, gradient g: Number, at t: Step) -> Number {
    v = (t == 1 ? g : β * v + g).named("v", t)
    return w - η * v
  }
}

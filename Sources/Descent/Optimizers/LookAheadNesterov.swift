import Formulas
import Words

extension Declaration {
  /// Nesterov's momentum with the gradient taken ahead.
  public static let lookAheadNesterov = Declaration(
    "look-ahead-nesterov",
    title: Words(en: "Nesterov’s momentum, looking ahead", zh: "Nesterov 动量法（前瞻形式）"),
    source: "Sutskever et al. 2013; the course’s notes on CS231n",
    hyperparameters: [.learningRate(torch: nil), .velocityDecay],
    quantities: [
      .gradient, .velocity(en: "the velocity, corrected by the gradient there", zh: "用那里的梯度修正速度"),
      .parameter,
    ])
}

/// Nesterov's momentum as it is explained: look ahead to where the velocity leads, then correct the velocity by
/// the gradient there. Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and momentum in deep
/// learning", 2013, equations 3 and 4; the course's notes on CS231n.
///
///     w̃ₜ₋₁ = wₜ₋₁ + β·vₜ₋₁
///     vₜ = β·vₜ₋₁ − η·gₜ
///     wₜ = wₜ₋₁ + vₜ
///
/// The points w̃ are the parameters of `Nesterov`, PyTorch's form: the same descent seen from other points.
///
///     var rule = LookAheadNesterov(η: 0.1, β: 0.5)
///     rule.step(1, gradient: 2, at: 1)    // 0.8
///     rule.vantage(from: 0.8)             // 0.7
public struct LookAheadNesterov<Number: Scalar>: Optimizer {
  public static var declaration: Declaration { .lookAheadNesterov }

  /// The learning rate: by how much a unit of the gradient changes the velocity.
  public var η: Number
  /// How much of the velocity is kept in each step, from 0 to below 1.
  public let β: Number

  /// The velocity: by how much the last step moved the parameter.
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

  public func vantage(from w: Number) -> Number? { w + β * v }

  public mutating func step(_ w: Number, gradient g: Number, at t: Step) -> Number {
    v = (β * v - η * g).named("v", t)
    return w + v
  }
}

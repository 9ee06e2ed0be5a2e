import Formulas

/// Nesterov's momentum as it is explained: look ahead to where the velocity leads, then correct the velocity by
/// the gradient there. Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and momentum in deep
/// learning", 2013, equations 3 and 4; the course's notes on CS231n.
///
///     w̃ₜ₋₁ = wₜ₋₁ + β·vₜ₋₁
///     vₜ = β·vₜ₋₁ − η·g(w̃ₜ₋₁)
///     wₜ = wₜ₋₁ + vₜ
///
/// The points w̃ are the parameters of `Nesterov`, PyTorch's form: the same descent seen from other points.
public struct LookAheadNesterov<Number: Scalar>: Optimizer {
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

  public var hyperparameters: [Quantity<Number>] { [("η", η), ("β", β)] }

  public var quantities: [Quantity<Number>] { [("v", v)] }

  public func vantage(from w: Number) -> Number? { w + β * v }

  public mutating func step(_ w: Number, gradient g: Number, at t: Step) -> Number {
    v = (β * v - η * g).named("v", t)
    return w + v
  }
}

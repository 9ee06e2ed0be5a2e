import Formulas

/// Nesterov's momentum as PyTorch calculates it: Nesterov, "A method for solving the convex programming problem with
/// convergence rate O(1/k²)", 1983, in the form of Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and momentum
/// in deep learning", 2013, rearranged so that the gradient is taken at the parameter itself.
///
///     vₜ = β·vₜ₋₁ + gₜ
///     wₜ = wₜ₋₁ − η·(gₜ + β·vₜ)
///
/// Its parameters are the points that `LookAheadNesterov` looks from. In PyTorch's `torch.optim.SGD` it is `nesterov=True`;
/// `lr` is η, `momentum` β, `weight_decay` λ, `momentum_buffer` v.
public struct Nesterov<Number: Scalar>: Optimizer {
  /// The learning rate: how long a step is for each unit of g + β·v.
  public var η: Number
  /// How much of v is kept in each step, from 0 to below 1.
  public let β: Number
  /// Adds λ·w to the gradient, which is the gradient of the penalty λ·w²/2; nil for none.
  public let λ: Number?
  /// Climbs instead of descending.
  public let maximize: Bool

  /// The velocity: the sum of the gradients so far, each β times as much as in the step before.
  public private(set) var v: Number

  /// Momentum at rest: v is 0.
  public init(η: Number, β: Number, λ: Number? = nil, maximize: Bool = false) {
    self.η = η.named("η")
    self.β = β.named("β")
    self.λ = λ?.named("λ")
    self.maximize = maximize
    v = (0 as Number).named("v", 0)
  }

  public var hyperparameters: [Quantity<Number>] {
    Self.present(("η", η), ("β", β), ("λ", λ))
  }

  public var quantities: [Quantity<Number>] { [("v", v)] }

  public mutating func step(_ w: Number, gradient: Number, at t: Step) -> Number {
    let g = penalised(gradient, at: w, λ: λ, maximize: maximize)
    v = (β * v + g).named("v", t)
    return w - η * (g + β * v)
  }
}

import Formulas
import Words

extension Declaration {
  /// Nesterov's momentum as PyTorch calculates it.
  public static let nesterov = Declaration(
    "nesterov", title: Words(en: "Nesterov’s momentum", zh: "Nesterov 动量法"),
    source: "Nesterov 1983, Sutskever et al. 2013; torch.optim.SGD with nesterov=True",
    hyperparameters: [.learningRate(torch: 0.001), .velocityDecay],
    quantities: [
      .gradient, .velocity(en: "the velocity: a sum that forgets", zh: "速度：逐步遗忘的累加"),
      .parameter,
    ])
}

/// Nesterov's momentum as PyTorch calculates it: Nesterov, "A method for solving the convex programming problem with
/// convergence rate O(1/k²)", 1983, in the form of Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and momentum
/// in deep learning", 2013, rearranged so that the gradient is taken at the parameter itself.
///
///     vₜ = β·vₜ₋₁ + gₜ
///     wₜ = wₜ₋₁ − η·(gₜ + β·vₜ)
///
/// Its parameters are the points that `LookAheadNesterov` looks from. In PyTorch's `torch.optim.SGD` it is `nesterov=True`.
///
///     var rule = Nesterov(η: 0.1, β: 0.5)
///     rule.step(1, gradient: 2, at: 1)    // 0.7
public struct Nesterov<Number: Scalar>: Optimizer {
  public static var declaration: Declaration { .nesterov }

  /// The learning rate: how long a step is for each unit of g + β·v.
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
    v = (β * v + g).named("v", t)
    return w - η * (g + β * v)
  }
}

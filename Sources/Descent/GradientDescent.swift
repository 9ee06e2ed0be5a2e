import Formulas

/// Gradient descent: Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées", 1847; section 3.1
/// of the course.
///
///     wₜ = wₜ₋₁ − η·gₜ
///
/// This is PyTorch's `torch.optim.SGD` without momentum, whose names are `lr` η, `weight_decay` λ.
public struct GradientDescent<Number: Scalar>: Optimizer {
  /// The learning rate: how long a step is for each unit of the gradient.
  public var η: Number
  /// Adds λ·w to the gradient, which is the gradient of the penalty λ·w²/2; nil for none.
  public let λ: Number?
  /// Climbs instead of descending.
  public let maximize: Bool

  /// Gradient descent, with weight decay if λ is given.
  public init(η: Number, λ: Number? = nil, maximize: Bool = false) {
    self.η = η.named("η")
    self.λ = λ?.named("λ")
    self.maximize = maximize
  }

  public var hyperparameters: [Quantity<Number>] { Self.present(("η", η), ("λ", λ)) }

  public var quantities: [Quantity<Number>] { [] }

  public mutating func step(_ w: Number, gradient: Number, at t: Step) -> Number {
    w - η * penalised(gradient, at: w, λ: λ, maximize: maximize)
  }
}

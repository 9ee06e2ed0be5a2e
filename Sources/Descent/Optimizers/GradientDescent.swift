import Formulas
import Words

extension Declaration {
  /// Gradient descent on the example of section 4.1 of the course.
  public static let gradientDescent = Declaration(
    "gradient-descent", title: Words(en: "Gradient descent", zh: "梯度下降"),
    source: "Cauchy 1847; course section 3.1; torch.optim.SGD",
    hyperparameters: [.learningRate(torch: 0.001)], quantities: [.gradient, .parameter])
}

/// Gradient descent: Cauchy, "Méthode générale pour la résolution des systèmes d'équations simultanées", 1847; section 3.1
/// of the course.
///
///     wₜ = wₜ₋₁ − η·gₜ
///
/// This is PyTorch's `torch.optim.SGD` without momentum.
///
///     var rule = GradientDescent(η: 0.1)
///     rule.step(1, gradient: 2, at: 1)    // 0.8
public struct GradientDescent<Number: Scalar>: Optimizer {
  public static var declaration: Declaration { .gradientDescent }

  /// The learning rate: how long a step is for each unit of the gradient.
  public var η: Number

  /// Gradient descent with a learning rate.
  public init(η: Number) { self.η = η.named("η") }

  public init(_ given: Given<Number>) { self.init(η: given["η"]) }

  public var hyperparameters: [Quantity<Number>] { [("η", η)] }

  public var quantities: [Quantity<Number>] { [] }

  public mutating func step(_ w: Number, gradient g: Number, at t: Step) -> Number { w - η * g }
}

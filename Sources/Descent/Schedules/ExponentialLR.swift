import Formulas
import Words

extension Declaration {
  /// ExponentialLR, section 4.4 of the course.
  public static let exponentialLR = Declaration(
    "exponential-lr", title: Words(en: "ExponentialLR", zh: "按指数学习率衰减"),
    source: "Course section 4.4; torch.optim.lr_scheduler.ExponentialLR",
    hyperparameters: [.startingRate("η0"), .factor(course: 0.95, torch: nil)],
    quantities: [.rate])
}

/// Lowers the learning rate by the same factor in every epoch: PyTorch's `ExponentialLR`, section 4.4 of the course.
///
///     ηₑ = ηₑ₋₁·γ
///
/// So ηₑ = η₀·γᵉ.
///
///     ExponentialLR(γ: 0.5).rates(from: 0.1, epochs: 4)    // [0.1, 0.05, 0.025, 0.0125]
public struct ExponentialLR<Number: Scalar>: RecursiveSchedule {
  public static var declaration: Declaration { .exponentialLR }

  /// What the rate is multiplied by.
  public let γ: Number

  /// A rate of γ times as much in each epoch.
  public init(γ: Number) {
    self.γ = γ.named("γ")
  }

  public init(_ given: Given<Number>) { self.init(γ: given["γ"]) }

  public func rate(after η: Number, in epoch: Step) -> Number { η * γ }
}

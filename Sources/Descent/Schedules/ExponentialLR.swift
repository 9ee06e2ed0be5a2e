import Formulas

/// Lowers the learning rate by the same factor in every epoch: PyTorch's `ExponentialLR`, section 4.4 of the course.
///
///     ηₑ = ηₑ₋₁·γ
///
/// So ηₑ = η₀·γᵉ. PyTorch's name for γ is `gamma`.
public struct ExponentialLR<Number: Scalar>: RecursiveSchedule {
  /// What the rate is multiplied by.
  public let γ: Number

  /// A rate of γ times as much in each epoch.
  public init(γ: Number) {
    self.γ = γ.named("γ")
  }

  public func rate(after η: Number, in epoch: Step) -> Number { η * γ }
}

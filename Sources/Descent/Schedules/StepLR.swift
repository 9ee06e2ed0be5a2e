import Formulas

/// Lowers the learning rate at equal distances: PyTorch's `StepLR`, section 4.2 of the course.
///
///     ηₑ = ηₑ₋₁·γ    where the period divides e
///     ηₑ = ηₑ₋₁      elsewhere
///
/// So ηₑ = η₀·γ^⌊e/period⌋. PyTorch's names are `step_size` for the period and `gamma` for γ.
public struct StepLR<Number: Scalar>: RecursiveSchedule {
  /// How many epochs pass from one change to the next.
  public let period: Int
  /// What the rate is multiplied by.
  public let γ: Number

  /// - Precondition: the period is above 0.
  public init(every period: Int, γ: Number = 0.1) {
    precondition(period > 0, "An epoch or more from one change to the next.")
    self.period = period
    self.γ = γ.named("γ")
  }

  public func rate(after η: Number, in epoch: Step) -> Number {
    epoch.number % period == 0 ? η * γ : η
  }
}

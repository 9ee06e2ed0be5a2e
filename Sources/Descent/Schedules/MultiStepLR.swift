import Formulas

/// Lowers the learning rate at chosen epochs: PyTorch's `MultiStepLR`, section 4.3 of the course.
///
///     ηₑ = ηₑ₋₁·γ    where e is a milestone
///     ηₑ = ηₑ₋₁      elsewhere
///
/// A milestone that is listed twice multiplies twice. PyTorch's names are `milestones` and `gamma`.
public struct MultiStepLR<Number: Scalar>: RecursiveSchedule {
  /// The epochs in which the rate changes.
  public let milestones: [Int]
  /// What the rate is multiplied by.
  public let γ: Number

  /// - Precondition: milestones are above 0.
  public init(at milestones: [Int], γ: Number = 0.1) {
    precondition(milestones.allSatisfy { $0 > 0 }, "The first epoch has the rate of the start.")
    self.milestones = milestones
    self.γ = γ.named("γ")
  }

  public func rate(after η: Number, in epoch: Step) -> Number {
    milestones.filter { $0 == epoch.number }.reduce(η) { η, _ in η * γ }
  }
}

import Formulas
import Words

extension Declaration {
  /// StepLR, section 4.2 of the course.
  public static let stepLR = Declaration(
    "step-lr", title: Words(en: "StepLR", zh: "等间隔学习率衰减"),
    source: "Course section 4.2; torch.optim.lr_scheduler.StepLR",
    hyperparameters: [
      .startingRate("η0"), .factor(),
      .count(
        "step_size", "step-size", en: "number of epochs from one change to the next",
        zh: "相邻两次变化之间的轮数", course: 50, torch: ("step_size", nil)),
    ],
    quantities: [.rate])
}

/// Lowers the learning rate at equal distances: PyTorch's `StepLR`, section 4.2 of the course.
///
///     ηₑ = ηₑ₋₁·γ    where the period divides e
///     ηₑ = ηₑ₋₁      elsewhere
///
/// So ηₑ = η₀·γ^⌊e/period⌋.
///
///     StepLR(every: 2, γ: 0.5).rates(from: 0.1, epochs: 5)    // [0.1, 0.1, 0.05, 0.05, 0.025]
public struct StepLR<Number: Scalar>: RecursiveSchedule {
  public static var declaration: Declaration { .stepLR }

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

  public init(_ given: Given<Number>) {
    self.init(every: given.count("step_size"), γ: given["γ"])
  }

  public func rate(after η: Number, in epoch: Step) -> Number {
    epoch.number % period == 0 ? η * γ : η
  }
}

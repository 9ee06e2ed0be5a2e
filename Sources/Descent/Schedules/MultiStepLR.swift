import Formulas
import Words

extension Declaration {
  /// MultiStepLR, section 4.3 of the course.
  public static let multiStepLR = Declaration(
    "multi-step-lr", title: Words(en: "MultiStepLR", zh: "指定间隔学习率衰减"),
    source: "Course section 4.3; torch.optim.lr_scheduler.MultiStepLR",
    hyperparameters: [
      .startingRate("η0"), .factor(),
      Hyperparameter(
        list: "milestones", "milestones", en: "epochs in which the rate changes, as in 50,125,160",
        zh: "学习率变化的轮次，例如 50,125,160", .counts(1...1_000_000), course: [50, 125, 160],
        torch: "milestones"),
    ],
    quantities: [.rate])
}

/// Lowers the learning rate at chosen epochs: PyTorch's `MultiStepLR`, section 4.3 of the course.
///
///     ηₑ = ηₑ₋₁·γ    where e is a milestone
///     ηₑ = ηₑ₋₁      elsewhere
///
/// A milestone that is listed twice multiplies twice.
///
///     MultiStepLR(at: [1, 4], γ: 0.5).rates(from: 0.1, epochs: 5)    // [0.1, 0.05, 0.05, 0.05, 0.025]
public struct MultiStepLR<Number: Scalar>: RecursiveSchedule {
  public static var declaration: Declaration { .multiStepLR }

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

  public init(_ given: Given<Number>) {
    self.init(at: given.counts("milestones"), γ: given["γ"])
  }

  public func rate(after η: Number, in epoch: Step) -> Number {
    milestones.filter { $0 == epoch.number }.reduce(η) { η, _ in η * γ }
  }
}

import Formulas
import Words

extension Declaration {
  /// CosineAnnealingLR.
  public static let cosineAnnealingLR = Declaration(
    "cosine-annealing-lr", title: Words(en: "CosineAnnealingLR", zh: "余弦退火"),
    source:
      "Loshchilov and Hutter 2017 (arXiv 1608.03983); torch.optim.lr_scheduler.CosineAnnealingLR",
    hyperparameters: [
      .startingRate(),
      .count(
        "T", "t-max", en: "number of epochs down to the lowest rate", zh: "降到最低学习率所用的轮数",
        course: 10, torch: ("T_max", nil)),
      .leastRate,
    ],
    quantities: [.rate])
}

/// Lowers the learning rate along half a wave of the cosine: Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent
/// with Warm Restarts", 2017 (arXiv 1608.03983).
///
///     ηₑ = ηₘ + (η − ηₘ)·(1 + cos(π·e/T))/2
///
/// It does not stop at T: there the wave rises again, as in PyTorch's `CosineAnnealingLR`.
/// `CosineAnnealingWarmRestarts` starts anew there.
///
///     CosineAnnealingLR(in: 2).rates(from: 1, epochs: 4)    // [1, 0.5, 0, 0.5]
public struct CosineAnnealingLR<Number: Scalar>: ClosedFormSchedule {
  public static var declaration: Declaration { .cosineAnnealingLR }

  /// How many epochs the wave takes to go down.
  public internal(set) var duration: Int
  /// The lowest rate.
  public let least: Number

  /// - Precondition: the duration is above 0.
  public init(in duration: Int, least: Number = 0) {
    precondition(duration > 0, "A wave is an epoch long or more.")
    self.duration = duration
    self.least = least.named("η_m")
  }

  public init(_ given: Given<Number>) { self.init(in: given.count("T"), least: given["η_m"]) }

  public func rate(in epoch: Int, from η: Number) -> Number {
    let (π, T) = (Number(.pi).named("π"), Number(Double(duration)).named("T"))
    let angle: Number = π * .epochs(epoch) / T
    return least + (η - least) * (1 + .cos(angle)) / 2
  }
}

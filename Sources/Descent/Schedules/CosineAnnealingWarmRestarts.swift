import Formulas
import Words

extension Declaration {
  /// CosineAnnealingWarmRestarts.
  public static let cosineAnnealingWarmRestarts = Declaration(
    "cosine-annealing-warm-restarts",
    title: Words(en: "CosineAnnealingWarmRestarts", zh: "带重启的余弦退火"),
    source:
      "Loshchilov and Hutter 2017 (arXiv 1608.03983); torch.optim.lr_scheduler.CosineAnnealingWarmRestarts",
    hyperparameters: [
      .startingRate(),
      .count(
        "T0", "t-0", en: "number of epochs up to the first restart", zh: "第一次重启之前的轮数",
        course: 5, torch: ("T_0", nil)),
      .count(
        "T_mult", "t-mult", en: "how many times as long the wave is after each restart",
        zh: "每次重启后周期变为原来的几倍", course: 2, torch: ("T_mult", 1)),
      .leastRate,
    ],
    quantities: [.rate])
}

/// Lowers the learning rate along half a wave of the cosine again and again, from all of it each time: Loshchilov and
/// Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017 (arXiv 1608.03983); PyTorch's
/// `CosineAnnealingWarmRestarts`.
///
///     ηₑ = ηₘ + (η − ηₘ)·(1 + cos(π·e/T))/2
///
/// Here e counts from the last restart. The next one comes after T epochs, and T is multiplied at each.
///
///     CosineAnnealingWarmRestarts(in: 2).rates(from: 1, epochs: 4)    // [1, 0.5, 1, 0.5]
public struct CosineAnnealingWarmRestarts<Number: Scalar>: ClosedFormSchedule {
  public static var declaration: Declaration { .cosineAnnealingWarmRestarts }

  /// The wave up to the first restart.
  public let first: CosineAnnealingLR<Number>
  /// What the duration is multiplied by at each restart.
  public let factor: Int

  /// - Precondition: the duration and the factor are above 0.
  public init(in duration: Int, times factor: Int = 1, least: Number = 0) {
    precondition(factor > 0, "A wave is an epoch long or more.")
    first = CosineAnnealingLR(in: duration, least: least)
    self.factor = factor
  }

  public init(_ given: Given<Number>) {
    self.init(in: given.count("T0"), times: given.count("T_mult"), least: given["η_m"])
  }

  public func rate(in epoch: Int, from η: Number) -> Number {
    var (epoch, wave) = (epoch, first)
    // Waves of one length may be too many to count.
    if factor == 1 { epoch %= wave.duration }
    while epoch >= wave.duration {
      epoch -= wave.duration
      wave.duration *= factor
    }
    return wave.rate(in: epoch, from: η)
  }
}

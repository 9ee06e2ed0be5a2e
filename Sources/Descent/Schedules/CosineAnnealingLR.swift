import Formulas

/// Lowers the learning rate along half a wave of the cosine: Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent
/// with Warm Restarts", 2017 (arXiv 1608.03983).
///
///     ηₑ = ηₘ + (η − ηₘ)·(1 + cos(π·e/T))/2
///
/// It does not stop at T: there the wave rises again, as in PyTorch's `CosineAnnealingLR`, whose names are `T_max` T and
/// `eta_min` ηₘ. With restarts it starts anew with η after T epochs, and each time T is multiplied; that is
/// `CosineAnnealingWarmRestarts` with `T_0` and `T_mult`.
public struct CosineAnnealingLR<Number: Scalar>: ClosedFormSchedule {
  /// How many epochs the wave takes to go down.
  public let duration: Int
  /// The lowest rate.
  public let least: Number
  /// What the duration is multiplied by at each restart; nil for no restarts.
  public let restarts: Int?

  /// - Precondition: duration and restarts are above 0.
  public init(in duration: Int, least: Number = 0, restarts: Int? = nil) {
    precondition(duration > 0 && restarts ?? 1 > 0, "A wave is an epoch long or more.")
    self.duration = duration
    self.least = least.named("η_m")
    self.restarts = restarts
  }

  public func rate(in epoch: Int, from η: Number) -> Number {
    var (epoch, duration) = (epoch, duration)
    if let restarts {
      while epoch >= duration {
        epoch -= duration
        duration *= restarts
      }
    }
    let (π, T) = (Number(.pi).named("π"), Number(Double(duration)).named("T"))
    let angle: Number = π * .epochs(epoch) / T
    return least + (η - least) * (1 + .cos(angle)) / 2
  }
}

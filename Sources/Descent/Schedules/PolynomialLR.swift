import Formulas

/// Lowers the learning rate to 0 along a power of the time that is left: PyTorch's `PolynomialLR`.
///
///     ηₑ = η·(1 − e/n)ᵖ    up to epoch n
///     ηₑ = 0               from then on
///
/// PyTorch's names are `total_iters` n and `power` p.
public struct PolynomialLR<Number: Scalar>: ClosedFormSchedule {
  /// The epoch in which the rate is 0.
  public let duration: Int
  /// 1 leads down on a straight line, larger numbers fast at first, smaller ones fast in the end.
  public let power: Number

  /// - Precondition: the duration is above 0.
  public init(in duration: Int, power: Number = 1) {
    precondition(duration > 0, "An epoch or more until the rate is 0.")
    self.duration = duration
    self.power = power.named("p")
  }

  public func rate(in epoch: Int, from η: Number) -> Number {
    if epoch >= duration { return 0 }
    return η * .pow(1 - .epochs(epoch) / Number(Double(duration)).named("n"), power)
  }
}

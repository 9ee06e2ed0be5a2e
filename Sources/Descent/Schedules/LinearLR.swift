import Formulas

/// Leads the learning rate from one part of it to another on a straight line: PyTorch's `LinearLR`.
///
///     ηₑ = η·(s + (f − s)·e/n)    up to epoch n
///     ηₑ = η·f                    from then on
///
/// PyTorch's names are `start_factor` s, `end_factor` f and `total_iters` n.
public struct LinearLR<Number: Scalar>: ClosedFormSchedule {
  /// The part of the rate in the first epoch.
  public let startFactor: Number
  /// The part of the rate in the end.
  public let endFactor: Number
  /// The epoch in which the end is reached.
  public let duration: Int

  /// - Precondition: the duration is above 0.
  public init(from startFactor: Number, to endFactor: Number = 1, in duration: Int) {
    precondition(duration > 0, "An epoch or more from one end of the line to the other.")
    self.startFactor = startFactor.named("s")
    self.endFactor = endFactor.named("f")
    self.duration = duration
  }

  public func rate(in epoch: Int, from η: Number) -> Number {
    if epoch >= duration { return η * endFactor }
    let n = Number(Double(duration)).named("n")
    return η * (startFactor + (endFactor - startFactor) * .epochs(epoch) / n)
  }
}

import Formulas

/// Starts with a part of the learning rate and takes all of it later, to warm up: PyTorch's `ConstantLR`.
///
///     ηₑ = η·f    before epoch n
///     ηₑ = η      from then on
///
/// PyTorch's names are `factor` f and `total_iters` n.
public struct ConstantLR<Number: Scalar>: ClosedFormSchedule {
  /// The part of the rate to start with.
  public let factor: Number
  /// How many epochs have that part.
  public let duration: Int

  /// A part of the rate, from epoch 0 up to but without epoch `duration`.
  public init(factor: Number, for duration: Int) {
    self.factor = factor.named("f")
    self.duration = duration
  }

  public func rate(in epoch: Int, from η: Number) -> Number {
    epoch < duration ? η * factor : η
  }
}

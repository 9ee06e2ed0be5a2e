import Formulas

/// A rule that changes the learning rate from epoch to epoch.
///
/// Epochs count from 0, whose rate is the one that a run is started with. PyTorch calculates likewise, each rate from the
/// one before, so the rates here are its rates to the last digit or nearly so.
public protocol Schedule<Number> {
  associatedtype Number: Scalar

  /// The learning rate in an epoch, from that in the epoch before.
  ///
  /// - Precondition: the epoch is 1 or later.
  func rate(after η: Number, in epoch: Step) -> Number
}

extension Schedule {
  /// The learning rate in each epoch: η₀, η₁ and so on.
  ///
  ///     StepLR(every: 2, γ: 0.5).rates(from: 0.1, epochs: 5)    // [0.1, 0.1, 0.05, 0.05, 0.025]
  public func rates(from start: Number, epochs: Int) -> [Number] {
    var η = start.named("η", 0)
    return (0..<epochs).map { epoch in
      if epoch > 0 { η = rate(after: η, in: Step(epoch)).named("η", Step(epoch)) }
      return η
    }
  }
}

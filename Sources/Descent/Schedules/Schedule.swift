import Formulas
import Words

/// A rule that changes the learning rate from epoch to epoch.
///
/// Epochs count from 0.
public protocol Schedule<Number> {
  associatedtype Number: Scalar

  /// What surrounds the formula. The rate that the schedule is started with is its first hyperparameter.
  static var declaration: Declaration { get }

  /// The schedule with the numbers of the declaration.
  init(_ given: Given<Number>)

  /// The learning rate in each epoch: η₀, η₁ and so on.
  ///
  ///     StepLR(every: 2, γ: 0.5).rates(from: 0.1, epochs: 5)    // [0.1, 0.1, 0.05, 0.05, 0.025]
  func rates(from start: Number, epochs: Int) -> [Number]

  /// The learning rate in an epoch, from the one that the schedule was started with or from that in an epoch before: a
  /// schedule takes which it needs.
  func rate(in epoch: Int, from start: Number, after last: (epoch: Int, rate: Number)) -> Number
}

/// A schedule that makes each rate from the one before, as PyTorch calculates them. The first epoch has the rate of the
/// start.
public protocol RecursiveSchedule<Number>: Schedule {
  /// The learning rate in an epoch, from that in the epoch before.
  ///
  /// - Precondition: the epoch is 1 or later.
  func rate(after η: Number, in epoch: Step) -> Number
}

extension RecursiveSchedule {
  public func rates(from start: Number, epochs: Int) -> [Number] {
    var η = start.named("η", 0)
    return (0..<epochs).map { epoch in
      if epoch > 0 { η = rate(after: η, in: Step(epoch)).named("η", Step(epoch)) }
      return η
    }
  }

  public func rate(
    in epoch: Int, from start: Number, after last: (epoch: Int, rate: Number)
  ) -> Number {
    stride(from: last.epoch + 1, through: epoch, by: 1).reduce(last.rate) {
      rate(after: $0, in: Step($1))
    }
  }
}

/// A schedule that gives the rate of an epoch without those before.
///
/// PyTorch multiplies from epoch to epoch, which is the same but for the last digits.
public protocol ClosedFormSchedule<Number>: Schedule {
  /// The learning rate in an epoch, from the one that the schedule was started with.
  func rate(in epoch: Int, from η: Number) -> Number
}

extension ClosedFormSchedule {
  public func rates(from start: Number, epochs: Int) -> [Number] {
    let η = start.named("η")
    return (0..<epochs).map { rate(in: $0, from: η).named("η", Step($0)) }
  }

  public func rate(
    in epoch: Int, from start: Number, after last: (epoch: Int, rate: Number)
  ) -> Number {
    rate(in: epoch, from: start)
  }
}

extension Scalar {
  /// The number of an epoch, or of epochs since something, as a quantity of a formula.
  static func epochs(_ count: Int) -> Self { Self(Double(count)).named("e") }
}

import Formulas
import Words

extension Declaration {
  /// PolynomialLR.
  public static let polynomialLR = Declaration(
    "polynomial-lr", title: Words(en: "PolynomialLR", zh: "多项式学习率衰减"),
    source: "torch.optim.lr_scheduler.PolynomialLR",
    hyperparameters: [
      .startingRate(), .end(course: 10),
      Hyperparameter(
        "p", "power", en: "exponent of the part of the time that is left", zh: "剩余时间比例的幂指数",
        .notNegative, course: 2, torch: ("power", 1)),
    ],
    quantities: [.rate])
}

/// Lowers the learning rate to 0 along a power of the time that is left: PyTorch's `PolynomialLR`.
///
///     ηₑ = η·(1 − e/n)^p   up to epoch n
///     ηₑ = 0               from then on
///
///     PolynomialLR(in: 4, power: 2).rates(from: 1, epochs: 6)    // [1, 0.5625, 0.25, 0.0625, 0, 0]
public struct PolynomialLR<Number: Scalar>: ClosedFormSchedule {
  public static var declaration: Declaration { .polynomialLR }

  /// The epoch in which the rate is 0.
  public let duration: Int
  /// 1 leads down on a straight line, larger numbers fast at first, smaller ones fast in the end.
  public let power: Number

  /// - Precondition: the duration is not negative.
  public init(in duration: Int, power: Number = 1) {
    precondition(duration >= 0, "The rate is 0 from epoch 0 on or later.")
    self.duration = duration
    self.power = power.named("p")
  }

  public init(_ given: Given<Number>) { self.init(in: given.count("n"), power: given["p"]) }

  public func rate(in epoch: Int, from η: Number) -> Number {
    if epoch >= duration { return 0 }
    return η * .pow(1 - .epochs(epoch) / Number(Double(duration)).named("n"), power)
  }
}

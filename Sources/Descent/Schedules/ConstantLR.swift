import Formulas
import Words

extension Declaration {
  /// ConstantLR.
  public static let constantLR = Declaration(
    "constant-lr", title: Words(en: "ConstantLR", zh: "固定系数预热"),
    source: "torch.optim.lr_scheduler.ConstantLR",
    hyperparameters: [
      .startingRate(),
      Hyperparameter(
        "f", "factor", en: "part of the rate to start with", zh: "开始时学习率所乘的系数", .positivePart,
        course: 0.25, torch: ("factor", 1.0 / 3)),
      .end(course: 5),
    ],
    quantities: [.rate])
}

/// Starts with a part of the learning rate and takes all of it later, to warm up: PyTorch's `ConstantLR`.
///
///     ηₑ = η·f    before epoch n
///     ηₑ = η      from then on
///
///     ConstantLR(factor: 0.5, for: 2).rates(from: 0.1, epochs: 4)    // [0.05, 0.05, 0.1, 0.1]
public struct ConstantLR<Number: Scalar>: ClosedFormSchedule {
  public static var declaration: Declaration { .constantLR }

  /// The part of the rate to start with.
  public let factor: Number
  /// How many epochs have that part.
  public let duration: Int

  /// A part of the rate, from epoch 0 up to but without epoch `duration`.
  public init(factor: Number, for duration: Int) {
    self.factor = factor.named("f")
    self.duration = duration
  }

  public init(_ given: Given<Number>) { self.init(factor: given["f"], for: given.count("n")) }

  public func rate(in epoch: Int, from η: Number) -> Number {
    epoch < duration ? η * factor : η
  }
}

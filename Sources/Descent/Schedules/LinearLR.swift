import Formulas
import Words

extension Declaration {
  /// LinearLR.
  public static let linearLR = Declaration(
    "linear-lr", title: Words(en: "LinearLR", zh: "线性预热"),
    source: "torch.optim.lr_scheduler.LinearLR",
    hyperparameters: [
      .startingRate(),
      Hyperparameter(
        "s", "start-factor", en: "part of the rate in the first epoch", zh: "第一轮学习率所乘的系数",
        .positivePart, course: 0.25, torch: ("start_factor", 1.0 / 3)),
      Hyperparameter(
        "f", "end-factor", en: "part of the rate in the end", zh: "终点学习率所乘的系数", .part, course: 1,
        torch: ("end_factor", 1)),
      .end(course: 5),
    ],
    quantities: [.rate])
}

/// Leads the learning rate from one part of it to another on a straight line: PyTorch's `LinearLR`.
///
///     ηₑ = η·(s + (f − s)·e/n)    up to epoch n
///     ηₑ = η·f                    from then on
///
///     LinearLR(from: 0.5, in: 4).rates(from: 1, epochs: 6)    // [0.5, 0.625, 0.75, 0.875, 1, 1]
public struct LinearLR<Number: Scalar>: ClosedFormSchedule {
  public static var declaration: Declaration { .linearLR }

  /// The part of the rate in the first epoch.
  public let startFactor: Number
  /// The part of the rate in the end.
  public let endFactor: Number
  /// The epoch in which the end is reached; 0 for at once.
  public let duration: Int

  /// - Precondition: the duration is not negative.
  public init(from startFactor: Number, to endFactor: Number = 1, in duration: Int) {
    precondition(duration >= 0, "The end is reached in epoch 0 or later.")
    self.startFactor = startFactor.named("s")
    self.endFactor = endFactor.named("f")
    self.duration = duration
  }

  public init(_ given: Given<Number>) {
    self.init(from: given["s"], to: given["f"], in: given.count("n"))
  }

  public func rate(in epoch: Int, from η: Number) -> Number {
    if epoch >= duration { return η * endFactor }
    let n = Number(Double(duration)).named("n")
    return η * (startFactor + (endFactor - startFactor) * .epochs(epoch) / n)
  }
}

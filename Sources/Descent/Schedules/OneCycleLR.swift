import Formulas
import Words

extension Declaration {
  /// OneCycleLR. It is advanced in every iteration, so its steps are those.
  public static let oneCycleLR = Declaration(
    "one-cycle-lr", title: Words(en: "OneCycleLR", zh: "单周期学习率"),
    source: "Smith and Topin 2018 (arXiv 1708.07120); torch.optim.lr_scheduler.OneCycleLR",
    hyperparameters: [
      Hyperparameter(
        "η_max", "max-lr", en: "highest rate", zh: "最高的学习率", .positive, course: 0.1,
        torch: ("max_lr", nil)),
      .count(
        "n", "total-steps", en: "number of steps in all", zh: "总步数", course: 20,
        torch: ("total_steps", nil)),
      Hyperparameter(
        "pct", "pct-start", en: "part of the steps in which the rate climbs", zh: "学习率上升所占的比例",
        .belowOne, course: 0.3, torch: ("pct_start", 0.3)),
      Hyperparameter(
        "div", "div-factor", en: "what the highest rate is divided by for the first one",
        zh: "最高学习率除以它得到最初的学习率", .positive, course: 25, torch: ("div_factor", 25)),
      Hyperparameter(
        "final_div", "final-div-factor", en: "what the first rate is divided by for the last one",
        zh: "最初学习率除以它得到最后的学习率", .positive, course: 100,
        torch: ("final_div_factor", 10_000)),
    ],
    quantities: [.rate])
}

/// Raises the learning rate and lowers it far below where it was: Smith and Topin, "Super-Convergence: Very Fast Training
/// of Neural Networks Using Large Learning Rates", 2018 (arXiv 1708.07120), in the form of PyTorch's `OneCycleLR`.
///
/// The rate that it is started from is the highest one. It begins with a part of it, climbs, and goes down to a tiny part of
/// what it began with. Between two of these rates a and b, after a part u of the time from one to the other:
///
///     ηₑ = b + (a − b)·(1 + cos(π·u))/2    along a cosine
///     ηₑ = a + (b − a)·u                   on a straight line
///
///     OneCycleLR(in: 5, climb: 0.6, startDivisor: 4, endDivisor: 5).rates(from: 1, epochs: 5)
///     // [0.25, 0.625, 1, 0.525, 0.05]
public struct OneCycleLR<Number: Scalar>: ClosedFormSchedule {
  public static var declaration: Declaration { .oneCycleLR }

  /// The curve that the rate follows from one turn to the next.
  public enum Shape: Sendable { case cosine, linear }

  /// How many epochs there are in all.
  public let duration: Int
  /// The part of them in which the rate climbs, from 0 to 1.
  public let climb: Double
  /// What the highest rate is divided by for the first one.
  public let startDivisor: Number
  /// What the first rate is divided by for the last one.
  public let endDivisor: Number
  /// The curve on the way up and on the way down.
  public let shape: Shape
  /// Whether the way down leads through the first rate, after as long as the climb took.
  public let hasThreePhases: Bool

  /// - Precondition: the climb takes more than an epoch.
  public init(
    in duration: Int, climb: Double = 0.3, startDivisor: Number = 25,
    endDivisor: Number = 10_000, shape: Shape = .cosine, hasThreePhases: Bool = false
  ) {
    precondition(climb * Double(duration) > 1, "A way up of some epochs.")
    self.duration = duration
    self.climb = climb
    self.startDivisor = startDivisor
    self.endDivisor = endDivisor
    self.shape = shape
    self.hasThreePhases = hasThreePhases
  }

  public init(_ given: Given<Number>) {
    self.init(given, shape: .cosine)
  }

  /// The schedule with the numbers of the declaration, in one of its other forms.
  public init(_ given: Given<Number>, shape: Shape = .cosine, hasThreePhases: Bool = false) {
    self.init(
      in: given.count("n"), climb: given.value("pct"), startDivisor: given["div"],
      endDivisor: given["final_div"], shape: shape, hasThreePhases: hasThreePhases)
  }

  public func rate(in epoch: Int, from η: Number) -> Number {
    let (epoch, first) = (Double(epoch), η / startDivisor)
    // The rate turns at an epoch that need not be a whole number.
    let top = climb * Double(duration) - 1
    var turns: [(epoch: Double, rate: Number)] = [(0, first), (top, η)]
    if hasThreePhases { turns.append((2 * top, first)) }
    turns.append((Double(duration - 1), first / endDivisor))
    let end = turns.indices.dropFirst().first { epoch <= turns[$0].epoch } ?? turns.count - 1
    let (from, to) = (turns[end - 1], turns[end])
    // Where the last turn is over, the rate stays as it is there.
    let part = epoch < to.epoch ? (epoch - from.epoch) / (to.epoch - from.epoch) : 1
    let (a, b, u) = (from.rate.named("a"), to.rate.named("b"), Number(part).named("u"))
    switch shape {
    case .linear: return a + (b - a) * u
    case .cosine:
      let wave: Number = 1 + .cos(Number(.pi).named("π") * u)
      return b + (a - b) * wave / 2
    }
  }
}

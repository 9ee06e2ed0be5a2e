import Formulas

/// Raises the learning rate and lowers it far below where it was: Smith and Topin, "Super-Convergence: Very Fast Training
/// of Neural Networks Using Large Learning Rates", 2018 (arXiv 1708.07120), in the form of PyTorch's `OneCycleLR`.
///
/// The rate that it is started from is the highest one, `max_lr`. It begins with a part of it, climbs, and goes down to a
/// tiny part of what it began with. Between two of these rates a and b, after a part u of the time from one to the other:
///
///     ηₑ = b + (a − b)·(1 + cos(π·u))/2    along a cosine
///     ηₑ = a + (b − a)·u                   on a straight line
///
/// PyTorch's names are `total_steps`, `pct_start`, `div_factor`, `final_div_factor`, `anneal_strategy`, `three_phase`.
public struct OneCycleLR<Number: Scalar>: ClosedFormSchedule {
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

  /// - Precondition: the climb takes more than an epoch, and is not all there is.
  public init(
    in duration: Int, climb: Double = 0.3, startDivisor: Number = 25,
    endDivisor: Number = 10_000, shape: Shape = .cosine, hasThreePhases: Bool = false
  ) {
    precondition(
      climb * Double(duration) > 1 && climb < 1, "A way up of some epochs, and a way down.")
    self.duration = duration
    self.climb = climb
    self.startDivisor = startDivisor
    self.endDivisor = endDivisor
    self.shape = shape
    self.hasThreePhases = hasThreePhases
  }

  public func rate(in epoch: Int, from η: Number) -> Number {
    let first = η / startDivisor
    let last = first / endDivisor
    // The rate turns at an epoch that need not be a whole number.
    let top = climb * Double(duration) - 1
    var turns: [(epoch: Double, rate: Number)] = [(0, first), (top, η)]
    if hasThreePhases { turns.append((2 * top, first)) }
    turns.append((Double(duration - 1), last))
    let phases = zip(turns, turns.dropFirst())
    guard let (from, to) = phases.first(where: { Double(epoch) <= $0.1.epoch }) else { return last }
    let u = Number((Double(epoch) - from.epoch) / (to.epoch - from.epoch)).named("u")
    let (a, b) = (from.rate.named("a"), to.rate.named("b"))
    switch shape {
    case .linear: return a + (b - a) * u
    case .cosine:
      let wave: Number = 1 + .cos(Number(.pi).named("π") * u)
      return b + (a - b) * wave / 2
    }
  }
}

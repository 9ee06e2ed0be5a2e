import Descent
import Formulas
import LessonsShared
import Plot
import Words

/// The descent of one optimizer on one terrain, as far as its numbers are finite.
struct Contest {
  let contestant: Contestant
  let terrain: Terrain
  /// The symbols and values of what the optimizer was given.
  let hyperparameters: [Quantity<Double>]
  /// Where it was after each step, the start first.
  let path: [Datum]
  let losses: [Double]
  /// By how much a unit of the gradient, or of its mean, moved x and y in each step, for optimizers that adapt that; none for
  /// others.
  let effectiveRates: [[Double]]
  /// The first step with a number that is not finite.
  let divergence: Step?
  /// The step from which the loss stays below the goal to the end; nil where it ends above.
  let arrival: Int?

  init(
    _ contestant: Contestant, with optimizer: some Optimizer<Double>, on terrain: Terrain,
    from start: [Double], steps: Int
  ) {
    let run = FiniteRun(descend(on: terrain.objective, from: start, with: optimizer, steps: steps))
    self.contestant = contestant
    self.terrain = terrain
    hyperparameters = optimizer.hyperparameters
    path = run.finite.map { Datum(x: $0.point[0], y: $0.point[1]) }
    losses = run.finite.map(\.loss)
    effectiveRates = run.steps.map { $0.optimizers.compactMap { Self.effectiveRate(of: $0) } }
      .filter { !$0.isEmpty }
    divergence = run.divergence?.step
    let goal = terrain.goal
    let arrival = (losses.lastIndex { !($0 < goal) } ?? -1) + 1
    self.arrival = losses.indices.contains(arrival) ? arrival : nil
  }

  /// By how much a unit of the gradient, or of its mean, moves the parameter; nil where that is η itself.
  private static func effectiveRate(of optimizer: some Optimizer<Double>) -> Double? {
    if let adam = optimizer as? Adam<Double> { return adam.effectiveStep / adam.m̂ }
    return optimizer.quantities.first { $0.symbol == "η′" }?.value
  }

  /// Whether the loss gets out of hand, though all numbers are finite.
  var isGrowing: Bool { divergence == nil && losses.isGrowing }

  /// The first step at which the loss is below the goal, though it may rise again; nil where it never is.
  var firstVisit: Int? {
    let goal = terrain.goal
    return losses.firstIndex { $0 < goal }
  }

  /// How often a coordinate changes its sign.
  func crossings(of coordinate: (Datum) -> Double) -> Int {
    zip(path, path.dropFirst()).count { coordinate($0) * coordinate($1) < 0 }
  }

  /// How far the last step went.
  var lastStep: Double {
    let ends = path.suffix(2)
    guard let a = ends.first, let b = ends.last else { return 0 }
    return ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
  }

  /// The effective rate for y in a step; nil for the start and for optimizers without one.
  func rateForY(at step: Int) -> Double? {
    effectiveRates.indices.contains(step - 1) ? effectiveRates[step - 1].last : nil
  }

  /// The hyperparameters with their values, η = 0.1 and so on, without ε, which is only there to keep divisions defined.
  func settings(_ numerals: Numerals) -> Mathematics {
    .joined(numerals.equations(hyperparameters.filter { $0.symbol != "ε" }), by: .comma)
  }
}

extension [Contest] {
  /// Those that arrived, in the order of arrival.
  var arrived: [Contest] {
    filter { $0.arrival != nil }.sorted { ($0.arrival ?? 0) < ($1.arrival ?? 0) }
  }
}

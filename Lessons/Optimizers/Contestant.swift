import Descent
import Formulas
import Lecture
import LessonsShared
import Plot
import Words

/// An optimizer with its name and the style of its lines.
enum Contestant: CaseIterable {
  case gradientDescent, momentum, nesterov, adaGrad, rmsProp, adam

  func optimizer<Number: Scalar>(
    η: Double, adaptiveη: Double, β: Double, as type: Number.Type = Number.self
  ) -> any Optimizer<Number> {
    let (η, adaptiveη, β) = (Number(η), Number(adaptiveη), Number(β))
    // The decays of RMSProp and Adam are those of the course's code.
    return switch self {
    case .gradientDescent: GradientDescent(η: η)
    case .momentum: Momentum(η: η, β: β)
    case .nesterov: Nesterov(η: η, β: β)
    case .adaGrad: AdaGrad(η: adaptiveη)
    case .rmsProp: RMSProp(η: adaptiveη, β: 0.9)
    case .adam: Adam(η: adaptiveη, β1: 0.9, β2: 0.99)
    }
  }

  /// Whether each parameter has a rate of its own, so that steps hardly depend on the gradient's size.
  var isAdaptive: Bool {
    switch self {
    case .gradientDescent, .momentum, .nesterov: false
    case .adaGrad, .rmsProp, .adam: true
    }
  }

  var name: Words {
    switch self {
    case .gradientDescent: Words(en: "gradient descent", zh: "梯度下降")
    case .momentum: "Momentum"
    case .nesterov: "Nesterov"
    case .adaGrad: "AdaGrad"
    case .rmsProp: "RMSProp"
    case .adam: "Adam"
    }
  }

  var style: OptimizerStyle {
    switch self {
    case .gradientDescent: .plain
    case .momentum: .momentum
    case .nesterov: .nesterov
    case .adaGrad: .adaGrad
    case .rmsProp: .rmsProp
    case .adam: .adam
    }
  }
}

/// The descent of one optimizer on one terrain, as far as its numbers are finite.
struct Contest {
  let contestant: Contestant
  /// The symbols and values of what the optimizer was given.
  let hyperparameters: [Quantity<Double>]
  /// Where it was after each step, the start first.
  let path: [Datum]
  let losses: [Double]
  /// By how much a unit of the gradient moved x and y in each step, for optimizers that adapt that and nothing else;
  /// none for others.
  let effectiveRates: [[Double]]
  /// The first step with a number that is not finite.
  let divergence: Step?

  init(
    _ contestant: Contestant, with optimizer: some Optimizer<Double>, on terrain: Terrain,
    from start: [Double], steps: Int
  ) {
    let run = FiniteRun(descend(on: terrain.objective, from: start, with: optimizer, steps: steps))
    self.contestant = contestant
    hyperparameters = optimizer.hyperparameters
    path = run.finite.map { Datum(x: $0.point[0], y: $0.point[1]) }
    losses = run.finite.map { $0.loss }
    let isScaled = run.steps.first?.optimizers.first?.quantities.contains { $0.symbol == "η′" }
    effectiveRates =
      isScaled != true
      ? []
      : run.steps.map { row in
        row.optimizers.compactMap { $0.quantities.first { $0.symbol == "η′" }?.value }
      }
    divergence = run.divergence?.step
  }

  /// Whether the loss gets out of hand, though all numbers are finite.
  var isGrowing: Bool { divergence == nil && losses.isGrowing }

  /// The step from which the loss stays below a goal to the end; nil where it ends above.
  func arrival(below goal: Double) -> Int? {
    let arrival = (losses.lastIndex { !($0 < goal) } ?? -1) + 1
    return losses.indices.contains(arrival) ? arrival : nil
  }

  /// The first step at which the loss is below a goal, though it may rise again; nil where it never is.
  func firstVisit(below goal: Double) -> Int? { losses.firstIndex { $0 < goal } }

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
}

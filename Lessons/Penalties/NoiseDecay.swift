import Descent
import Formulas

/// A weight that Adam moves by gradients of one size and changing sign, ±G: the loss wants it nowhere, only the decay does.
struct NoiseDecay {
  static let sizes = [0.3, 1.0, 10]
  static let (start, η, λ, steps) = (1.0, 0.01, 0.1, 100)

  let size: Double
  /// By Adam alone: the weight at the start and after each step.
  let plain: [Double]
  /// With L2 in the gradient.
  let penalized: [Double]
  /// With decoupled decay.
  let decoupled: [Double]

  init(gradientSize size: Double) {
    self.size = size
    let adam = Adam<Double>(["η": Self.η])
    plain = Self.run(adam, size)
    penalized = Self.run(Penalized(adam, λ: Self.λ), size)
    decoupled = Self.run(Decayed(adam, λ: Self.λ), size)
  }

  private static func run(_ optimizer: some Optimizer<Double>, _ size: Double) -> [Double] {
    var (optimizer, weights) = (optimizer, [start])
    for t in 1...steps {
      weights.append(
        optimizer.step(weights[t - 1], gradient: t % 2 == 1 ? size : -size, at: Step(t)))
    }
    return weights
  }

  /// The first step with its formulas, by L2 in the gradient and by decoupled decay.
  static func firstSteps(gradientSize size: Double) -> (penalized: [Traced], decoupled: Traced) {
    let adam = Adam<Traced>(["η": η])
    let (w, g) = (Traced(start).named("w", 0), Traced(size).named("g", 1))
    var penalized = Penalized(adam, λ: Traced(λ))
    var decoupled = Decayed(adam, λ: Traced(λ))
    let next = penalized.step(w, gradient: g, at: 1).named("w", 1)
    return (
      penalized.quantities.map(\.value) + [next],
      decoupled.step(w, gradient: g, at: 1).named("w", 1)
    )
  }
}

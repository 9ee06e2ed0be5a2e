import Formulas
import Networks
import Perceptrons
import TorchRandom

/// A learning rate and an ε that were tried, and the loss that came out.
struct Trial {
  let η: Double
  let ε: Double
  let loss: Double

  init(η: Double, ε: Double, of training: SmallTraining) {
    (self.η, self.ε) = (η, ε)
    loss = training.loss(.init(η: η, ε: ε))
  }
}

extension [Trial] {
  /// The trial with the least loss.
  ///
  /// - Precondition: there is one.
  var best: Trial { self.min { $0.loss < $1.loss }! }
}

/// A grid and a random search with as many trials, over the same two hyperparameters.
struct SearchContest {
  let grid: [Trial]
  let random: [Trial]
  /// The loss over the learning rate, ε being Adam's usual 10⁻⁸.
  let curve: [Trial]

  init(
    of training: SmallTraining, on scale: LogUniform<Double>, side: Int,
    from torch: inout TorchGenerator
  ) {
    func trial(_ u: Double, _ v: Double) -> Trial {
      Trial(η: scale(u), ε: SearchLesson.epsilons(v), of: training)
    }
    let places = Self.places(side)
    grid = places.flatMap { u in places.map { trial(u, $0) } }
    let draws = torch.rand(2 * side * side, as: Double.self)
    random = stride(from: 0, to: draws.count, by: 2).map { trial(draws[$0], draws[$0 + 1]) }
    curve = (0...80).map { Trial(η: scale(Double($0) / 80), ε: 1e-8, of: training) }
  }

  /// Where the values of a grid lie on a scale from 0 to 1: in the middle of equal parts.
  static func places(_ side: Int) -> [Double] {
    (0..<side).map { (Double($0) + 0.5) / Double(side) }
  }
}

/// How near the values of each search come to the best learning rate, wherever on the scale that may lie.
struct Nearness {
  static let places = 2000

  /// The factors by which the nearest value is off, on average (the geometric mean).
  let grid: Double
  let random: Double
  /// In which part of the places random search comes nearer.
  let randomIsNearer: Double

  init(on scale: LogUniform<Double>, side: Int, from torch: inout TorchGenerator) {
    let trials = side * side
    let draws = torch.rand(Self.places * (trials + 1), as: Double.self)
    let grid = SearchContest.places(side)
    func distance(from u: Double, to values: some Sequence<Double>) -> Double {
      values.reduce(1) { min($0, abs($1 - u)) }
    }
    let distances = stride(from: 0, to: draws.count, by: trials + 1).map { start in
      (
        grid: distance(from: draws[start], to: grid),
        random: distance(from: draws[start], to: draws[start + 1...start + trials])
      )
    }
    func factor(_ distances: [Double]) -> Double {
      .pow(scale.b / scale.a, distances.reduce(0, +) / Double(distances.count))
    }
    self.grid = factor(distances.map(\.grid))
    random = factor(distances.map(\.random))
    randomIsNearer =
      Double(distances.count { $0.random < $0.grid }) / Double(Self.places)
  }
}

/// Random search in two rounds: over the whole scale, then over the power of ten around the best.
struct CoarseToFine {
  static let trials = 8

  let coarse: [Trial]
  let fine: [Trial]
  /// The scale of the second round.
  let narrowed: LogUniform<Double>

  init(of training: SmallTraining, on scale: LogUniform<Double>, from torch: inout TorchGenerator) {
    func trials(on scale: LogUniform<Double>) -> [Trial] {
      torch.rand(Self.trials, as: Double.self).map { Trial(η: scale($0), ε: 1e-8, of: training) }
    }
    coarse = trials(on: scale)
    let half = 10.0.squareRoot()
    narrowed = LogUniform(
      from: max(scale.a, coarse.best.η / half), to: min(scale.b, coarse.best.η * half))
    fine = trials(on: narrowed)
  }
}

/// How much of a difference a hyperparameter makes: the losses over its range, all others being the usual ones.
struct Influence {
  let symbol: String
  let values: [Double]
  let losses: [Double]

  static func all(of training: SmallTraining, on scale: LogUniform<Double>) -> [Influence] {
    func influence(
      _ symbol: String, _ value: (Double) -> Double,
      _ change: (inout SmallTraining.Hyperparameters, Double) -> Void
    ) -> Influence {
      let values = (0...8).map { value(Double($0) / 8) }
      return Influence(
        symbol: symbol, values: values,
        losses: values.map {
          var given = SmallTraining.Hyperparameters(η: 0.1)
          change(&given, $0)
          return training.loss(given)
        })
    }
    return [
      influence("η", { scale($0) }) { $0.η = $1 },
      influence("β₁", { LogUniform.decay(from: 0.5, to: 0.99, $0) }) { $0.β1 = $1 },
      influence("β₂", { LogUniform.decay(from: 0.9, to: 0.9999, $0) }) { $0.β2 = $1 },
      influence("ε", { SearchLesson.epsilons($0) }) { $0.ε = $1 },
    ]
  }
}

/// One model that is watched, and many that are left alone.
struct Models {
  static let (count, stepsPerDay, first) = (8, 5, 0.01)

  let watched: SmallTraining.Watched
  /// The learning rates of the others, in rising order, and their losses.
  let rates: [Double]
  let losses: [[Double]]

  init(of training: SmallTraining, on scale: LogUniform<Double>, from torch: inout TorchGenerator) {
    watched = training.watched(from: Self.first, stepsPerDay: Self.stepsPerDay)
    rates = torch.rand(Self.count, as: Double.self).map { scale($0) }.sorted()
    losses = rates.map(training.curve)
  }

  /// Which of the others has the least loss in the end.
  var best: Int {
    losses.indices.min { losses[$0][SmallTraining.steps] < losses[$1][SmallTraining.steps] } ?? 0
  }
}

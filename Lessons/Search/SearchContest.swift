import Networks
import TorchRandom

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
      Trial(η: scale(u), ε: Trial.epsilons(v), of: training)
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

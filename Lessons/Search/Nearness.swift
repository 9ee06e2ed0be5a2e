import Formulas
import Networks
import TorchRandom

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

import Networks
import TorchRandom

/// Learning rates drawn uniformly and on the logarithmic scale.
struct ScaleDraws {
  static let count = 10_000
  /// How many of them are shown.
  static let shown = 60

  let scale: LogUniform<Double>
  let uniform: [Double]
  let logarithmic: [Double]
  /// The powers of ten below the highest rate, the highest first; the last may be cut short by the lowest.
  let decades: [(low: Double, high: Double)]

  init(on scale: LogUniform<Double>, from torch: inout TorchGenerator) {
    self.scale = scale
    uniform = torch.uniform(Self.count, from: scale.a, to: scale.b, as: Double.self)
    logarithmic = torch.rand(Self.count, as: Double.self).map { scale($0) }
    var decades: [(low: Double, high: Double)] = []
    var high = scale.b
    // Within rounding of the lowest, a decade ends there.
    while high > scale.a * (1 + 1e-9) {
      let low = max(scale.a, high / 10)
      decades.append((low, high))
      high = low
    }
    self.decades = decades
  }

  /// Which part of some draws lies in a decade.
  static func share(of draws: [Double], in decade: (low: Double, high: Double)) -> Double {
    Double(draws.count { $0 >= decade.low && $0 < decade.high }) / Double(draws.count)
  }
}

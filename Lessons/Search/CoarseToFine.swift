import Networks
import TorchRandom

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

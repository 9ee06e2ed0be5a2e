import Perceptrons
import TestSupport
import Testing
import TorchRandom

@Suite struct EarlyStoppingTests {
  @Test(arguments: [
    ([5.0, 3, 4, 3, 1], 2, 1, 3), ([5, 3, 4, 3, 1], 3, 4, 4), ([1], 1, 0, 0), ([1, 1, 1], 1, 0, 1),
    ([3, 2, 1], 1, 2, 2), ([1, .nan, 0.5], 2, 2, 2),
  ])
  func theTrainingEndsWhenPatienceDoes(
    errors: [Double], patience: Int, best: Int, end: Int
  ) {
    let stopping = EarlyStopping(patience: patience, errors: errors)
    #expect((stopping.best, stopping.end) == (best, end))
  }

  /// Krogh and Vedelsby 1995: the error of the mean prediction is the mean error less the spread.
  @Test(arguments: 0..<10)
  func anEnsembleIsBetterThanItsMembersByTheirSpread(seed: Int) {
    var torch = TorchGenerator(seed: seed)
    let networks = (0..<4).map { _ in Perceptron([1, 5, 1], .tanh, from: &torch) }
    let data = DataSet.curve({ $0 * $0 }, samples: 20, over: -1...1, noise: 0.1, from: &torch)
    func error(_ predictions: Matrix) -> Double {
      Loss.meanSquaredError.value(predictions, data.targets)
    }
    let ensemble = Ensemble(networks)
    let mean = networks.map { error($0(data.inputs)) }.reduce(0, +) / 4
    let difference = mean - ensemble.spread(on: data.inputs) - error(ensemble(data.inputs))
    #expect(abs(difference) <= 1e-14)
    #expect(Ensemble([networks[0]]).spread(on: data.inputs) == 0)
  }
}

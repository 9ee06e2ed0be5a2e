import Formulas
import Networks
import TestSupport
import Testing

@Suite struct LogUniformTests {
  private struct Golden: Decodable {
    struct Case: Decodable {
      var low: Double
      var high: Double
      var u: [Double]
      var value: [Double]
    }

    struct Scales: Decodable {
      var learning_rate: Case
      var momentum: Case
    }

    var log_uniform: Scales
  }

  @Test func placesAreThoseOfPowersOfTen() {
    let golden: Golden = GoldenFile.read("extras")
    let (rate, momentum) = (golden.log_uniform.learning_rate, golden.log_uniform.momentum)
    #expect(rate.u.count == 7 && momentum.u.count == 7)
    for (u, value) in zip(rate.u, rate.value) {
      #expect(abs(LogUniform(from: rate.low, to: rate.high)(u) - value) <= 1e-12 * value)
    }
    for (u, value) in zip(momentum.u, momentum.value) {
      let ours = LogUniform.decay(from: momentum.low, to: momentum.high, u)
      #expect(abs(ours - value) <= 1e-12 * value)
    }
  }

  /// The share up to a number is the u that it lies at.
  @Test(arguments: 0..<30 as Range<UInt64>)
  func sharesArePlaces(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let low = Double.random(in: 1e-6...1, using: &generator)
    let high = low * Double.random(in: 1.5...1e6, using: &generator)
    let u = Double.random(in: 0...1, using: &generator)
    let scale = LogUniform(from: low, to: high)
    #expect(abs(scale.share(from: low, to: scale(u)) - u) < 1e-9)
    #expect(abs(scale.uniformShare(from: low, to: low + u * (high - low)) - u) < 1e-9)
  }

  @Test func randomTrialsHitTheBest() {
    #expect(RandomSearch.chance(ofBest: 0.5, in: 3) == 0.875)
    #expect(RandomSearch.chance(ofBest: 0.05, in: 0) == 0)
  }
}

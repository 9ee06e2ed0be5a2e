import Descent
import TestSupport
import Testing

/// How the dialects of momentum translate into each other.
@Suite struct MomentumTests {
  private struct Setting {
    var objective: Objective
    var start: [Double]
    var η: Double
    var β: Double

    /// Rates at which nothing diverges.
    init(using generator: inout SeededGenerator) {
      let bowls: [Objective] = [.halfSquare, .fourSquare, .ravine]
      objective = bowls[.random(in: bowls.indices, using: &generator)]
      start = objective.variables.map { _ in .random(in: -2...2, using: &generator) }
      η = .random(in: 0.001...0.06, using: &generator)
      β = .random(in: 0...0.99, using: &generator)
    }

    func walk(_ optimizer: some Optimizer<Double>) -> [[Double]] {
      descend(on: objective, from: start, with: optimizer, steps: 50).rows.map(\.point)
    }
  }

  private func expectSame(_ a: [[Double]], _ b: [[Double]]) {
    #expect(a.count == b.count)
    for (x, y) in zip(a.joined(), b.joined()) { #expect(abs(x - y) <= 1e-10) }
  }

  @Test func theAverageFromZeroWalksAsTheSumDoesWithAnotherRate() {
    var generator = SeededGenerator(seed: 332)
    for _ in 0..<100 {
      let it = Setting(using: &generator)
      expectSame(
        it.walk(AveragedMomentum(η: it.η / (1 - it.β), β: it.β, from: 0)),
        it.walk(Momentum(η: it.η, β: it.β)))
    }
  }

  @Test func theAverageIsTheDampenedSum() {
    var generator = SeededGenerator(seed: 333)
    for _ in 0..<100 {
      let it = Setting(using: &generator)
      #expect(
        it.walk(AveragedMomentum(η: it.η, β: it.β))
          == it.walk(DampenedMomentum(η: it.η, β: it.β, τ: it.β)))
    }
  }

  @Test func withoutMomentumAllAreGradientDescent() {
    var generator = SeededGenerator(seed: 334)
    for _ in 0..<100 {
      var it = Setting(using: &generator)
      it.β = 0
      let plain = it.walk(GradientDescent(η: it.η))
      #expect(it.walk(Momentum(η: it.η, β: 0)) == plain)
      #expect(it.walk(AveragedMomentum(η: it.η, β: 0)) == plain)
      #expect(it.walk(Nesterov(η: it.η, β: 0)) == plain)
      #expect(it.walk(LookAheadNesterov(η: it.η, β: 0)) == plain)
    }
  }

  /// The points that the one looks from are the points that the other walks through.
  @Test func theFormsOfNesterovAreOneDescent() {
    var generator = SeededGenerator(seed: 335)
    for _ in 0..<100 {
      let it = Setting(using: &generator)
      let lookAhead = descend(
        on: it.objective, from: it.start, with: LookAheadNesterov(η: it.η, β: it.β), steps: 51)
      let pyTorch = descend(
        on: it.objective, from: it.start, with: Nesterov(η: it.η, β: it.β), steps: 50)
      expectSame(lookAhead.rows.dropFirst().map(\.vantage), pyTorch.rows.map(\.point))
      for (a, b) in zip(lookAhead.rows, pyTorch.rows) {
        expectSame([a.optimizers.map(\.v)], [b.optimizers.map { -it.η * $0.v }])
      }
    }
  }
}

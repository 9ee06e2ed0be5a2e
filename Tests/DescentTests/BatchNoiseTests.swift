import Descent
import Formulas
import TestSupport
import Testing

@Suite struct BatchNoiseTests {
  /// All choices of some of the numbers from 0 to below n.
  private func batches(of size: Int, from n: Int, after first: Int = 0) -> [[Int]] {
    guard size > 0 else { return [[]] }
    guard first < n else { return [] }
    return batches(of: size - 1, from: n, after: first + 1).map { [first] + $0 }
      + batches(of: size, from: n, after: first + 1)
  }

  private func mean(_ numbers: [Double]) -> Double { numbers.reduce(0, +) / Double(numbers.count) }

  private func deviation(_ numbers: [Double]) -> Double {
    let middle = mean(numbers)
    return mean(numbers.map { ($0 - middle) * ($0 - middle) }).squareRoot()
  }

  /// The standard error is the standard deviation of the means of all batches that there are.
  @Test(arguments: 2...9)
  func theStandardErrorIsThatOfAllBatches(samples: Int) {
    var generator = SeededGenerator(seed: UInt64(samples))
    let gradients = (0..<samples).map { _ in Double.random(in: -5...5, using: &generator) }
    let σ = deviation(gradients)
    for size in 1...samples {
      let means = batches(of: size, from: samples).map { mean($0.map { gradients[$0] }) }
      let noise = BatchNoise(samples: Double(samples), size: Double(size))
      #expect(abs(noise.standardError(of: σ) - deviation(means)) < 1e-12)
    }
  }

  @Test func theFormulasAreTheLiteratures() {
    let noise = BatchNoise(samples: Traced(256), size: Traced(16))
    let bare = Notation(.bare)
    let (σ, η) = (Traced(3).named("σ"), Traced(0.1).named("η"))
    #expect("\(noise.standardError(of: σ).formula(bare))" == "σ/√B·√((N − B)/(N − 1))")
    // Smith and Le 2018 (arXiv 1710.06451), abstract: g = ε(N/B − 1).
    #expect("\(noise.scale(η: η).formula(bare))" == "η·(N/B − 1)")
    #expect(abs(noise.scale(η: η).value - 1.5) < 1e-15)
    #expect(BatchNoise(samples: 4.0, size: 2).standardError(of: 3) == 1.7320508075688772)
  }

  /// The recursion of the variance, V ← (1 − η·h)²·V + η²·σ²/B, ends where the formula says, for small η.
  @Test func theFloorIsThatOfTheRecursion() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<50 {
      let h = Double.random(in: 0.5...4, using: &generator)
      let η = 0.002 / h
      let (variance, size) = (
        Double.random(in: 0.1...9, using: &generator),
        Double(Int.random(in: 1...64, using: &generator))
      )
      var V = 0.0
      for _ in 0..<5000 { V = (1 - η * h) * (1 - η * h) * V + η * η * variance / size }
      let formula = BatchNoise(samples: 1000, size: size).excess(η: η, variance: variance)
      #expect(abs(h * V / 2 / formula - 1) < 0.002)
    }
  }
}

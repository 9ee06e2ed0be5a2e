import RealModule
import TestSupport
import Testing

@testable import TorchRandom

/// What holds of all draws, over many seeds.
@Suite struct DistributionTests {
  private static let seeds = Array(0..<40)

  /// Mean and variance of n numbers are those of the distribution, within six standard errors.
  private func expect(
    _ values: [Double], mean: Double, variance: Double, kurtosis: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let n = Double(values.count)
    let ourMean = values.reduce(0, +) / n
    let ourVariance = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / n
    #expect(
      abs(ourMean - mean) < 6 * Double.sqrt(variance / n), sourceLocation: sourceLocation)
    #expect(
      abs(ourVariance - variance) < 6 * variance * Double.sqrt((kurtosis - 1) / n),
      sourceLocation: sourceLocation)
  }

  @Test(arguments: seeds, Kernels.allCases)
  func uniformNumbersFillTheirRange(seed: Int, kernels: Kernels) {
    var torch = TorchGenerator(seed: seed, kernels: kernels)
    let floats = torch.uniform(500, from: -0.3, to: 1.7)
    #expect(floats.allSatisfy { -0.3 <= $0 && $0 < 1.7 })
    expect(floats.map(Double.init), mean: 0.7, variance: 4.0 / 12, kurtosis: 1.8)
    expect(torch.rand(500, as: Double.self), mean: 0.5, variance: 1.0 / 12, kurtosis: 1.8)
  }

  @Test(arguments: seeds, Kernels.allCases)
  func normalNumbersHaveTheirMeanAndVariance(seed: Int, kernels: Kernels) {
    var torch = TorchGenerator(seed: seed, kernels: kernels)
    expect(
      torch.normal(500, mean: 2, std: 0.5).map(Double.init), mean: 2, variance: 0.25, kurtosis: 3)
    let few = (0..<50).flatMap { _ in torch.normal(9, mean: -1, std: 3, as: Double.self) }
    expect(few, mean: -1, variance: 9, kurtosis: 3)
  }

  /// The two flavours differ in last digits only.
  @Test(arguments: seeds)
  func kernelsAgreeToTwoMillionths(seed: Int) {
    var fast = TorchGenerator(seed: seed, kernels: .avx2)
    var plain = TorchGenerator(seed: seed, kernels: .portable)
    let (a, b) = (fast.randn(1000), plain.randn(1000))
    #expect(a != b)
    #expect(zip(a, b).allSatisfy { abs($0 - $1) <= 2e-6 })
  }

  /// A normal number waits for its turn while others are drawn, even many at once.
  @Test(arguments: seeds)
  func theSpareNormalOutlivesOtherDraws(seed: Int) {
    var together = TorchGenerator(seed: seed)
    let pair = together.randn(2, as: Double.self)
    var apart = TorchGenerator(seed: seed)
    #expect(apart.randn(1, as: Double.self) == [pair[0]])
    _ = apart.rand(3)
    _ = apart.randn(20)
    _ = apart.randperm(5)
    #expect(apart.randn(1) == [Float(pair[1])])
  }

  @Test(arguments: seeds)
  func permutationsHoldEachNumberOnce(seed: Int) {
    var torch = TorchGenerator(seed: seed)
    for n in 0...40 { #expect(torch.randperm(n).sorted() == Array(0..<n)) }
  }

  @Test(arguments: seeds)
  func wholeNumbersReachBothEndsOfTheirRange(seed: Int) {
    var torch = TorchGenerator(seed: seed)
    #expect(Set(torch.randint(400, in: -3..<5)) == Set(-3..<5))
    let wide = torch.randint(400, in: 0..<1 << 40)
    #expect(wide.allSatisfy { (0..<1 << 40).contains($0) })
    #expect(wide.contains { $0 > 1 << 39 } && wide.contains { $0 < 1 << 39 })
  }

  @Test(arguments: seeds)
  func dropoutKeepsTheExpectation(seed: Int) {
    var torch = TorchGenerator(seed: seed)
    for p in [0.1, 0.4, 0.5, 0.9] {
      let mask = torch.dropoutMask(2000, p: p, as: Double.self)
      #expect(Set(mask) == [0, 1 / (1 - p)])
      let mean = mask.reduce(0, +) / 2000
      #expect(abs(mean - 1) < 6 * Double.sqrt(p / (1 - p) / 2000))
    }
    #expect(torch.dropoutMask(50, p: 0) == [Float](repeating: 1, count: 50))
    #expect(torch.dropoutMask(50, p: 1) == [Float](repeating: 0, count: 50))
  }

  /// Logarithm, sine and cosine against double precision, where the double is rounded once.
  @Test func cephesFunctionsAreGoodToTwoUnits() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let x = Float.random(in: 0x1p-24...1, using: &generator)
      let log = Double.log(Double(x))
      #expect(abs(Double(CephesFunctions.log(x)) - log) <= 2e-7 * max(abs(log), 1e-3))
      let angle = Float.random(in: 0...6.2831855, using: &generator)
      let (sin, cos) = CephesFunctions.sinAndCos(angle)
      #expect(abs(Double(sin) - Double.sin(Double(angle))) <= 1.2e-7)
      #expect(abs(Double(cos) - Double.cos(Double(angle))) <= 1.2e-7)
    }
  }
}

import Testing

@testable import TorchRandom

@Suite struct MersenneTwisterTests {
  /// The numbers that the C++ standard requires of `std::mt19937` with its default seed ([rand.predef]), and the first
  /// ones of the authors' program.
  @Test func theFirstNumbersAreThePublishedOnes() {
    var twister = MersenneTwister(seed: 5489)
    let first = (1...5).map { _ in twister.next() }
    #expect(first == [3_499_211_612, 581_869_302, 3_890_346_734, 3_586_334_585, 545_404_204])
    for _ in 6..<10_000 { _ = twister.next() }
    #expect(twister.next() == 4_123_659_995)
  }

  @Test func onlyTheLow32BitsOfASeedCount() {
    for (seed, other) in [(0, 1 << 32), (-1, 0xFFFF_FFFF), (17, 17 - (5 << 32))] {
      var (a, b) = (TorchGenerator(seed: seed), TorchGenerator(seed: other))
      #expect((0..<1000).map { _ in a.next32() } == (0..<1000).map { _ in b.next32() })
    }
  }

  /// A copy goes on alone: generators are values.
  @Test func aCopyHasAStreamOfItsOwn() {
    var original = TorchGenerator(seed: 3)
    var copy = original
    let ahead: [Float] = copy.randn(7)
    #expect(original.rand(1) != copy.rand(1))
    original = TorchGenerator(seed: 3)
    #expect(original.randn(7) == ahead)
  }
}

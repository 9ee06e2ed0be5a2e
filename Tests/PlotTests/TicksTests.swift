import Plot
import RealModule
import TestSupport
import Testing

extension Ticks {
  /// Ticks whose labels have all the room they need.
  fileprivate init(in domain: Domain, atMost count: Int, wholeNumbers: Bool = false) {
    self.init(on: Scale(.linear, domain), atMost: count, wholeNumbers: wholeNumbers) { _ in true }
  }
}

@Suite struct TicksTests {
  @Test(
    arguments: [
      (0, 1, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"], 0),
      (0, 1, 2, ["0.0", "0.5", "1.0"], 0),
      (-1, 1, 4, ["−1.0", "−0.5", "0.0", "0.5", "1.0"], 0),
      (0, 100, 10, ["0", "10", "20", "30", "40", "50", "60", "70", "80", "90", "100"], 0),
      (0.3, 0.6, 3, ["0.3", "0.4", "0.5", "0.6"], 0),
      (0, 10_000, 5, ["0", "2000", "4000", "6000", "8000", "10000"], 0),
      (0, 200_000, 4, ["0.0", "0.5", "1.0", "1.5", "2.0"], 5),
      (0, 0.0004, 4, ["0", "1", "2", "3", "4"], -4),
      (1e12, 1.005e12, 5, ["1.000", "1.001", "1.002", "1.003", "1.004", "1.005"], 12),
      (-2e-200, 2e-200, 4, ["−2", "−1", "0", "1", "2"], -200),
    ] as [(Double, Double, Int, [String], Int)])
  func labelsAreRoundNumbers(
    lower: Double, upper: Double, count: Int, labels: [String], exponent: Int
  ) {
    let ticks = Ticks(in: Domain(lower, upper), atMost: count)
    #expect(ticks.labels.map(\.string) == labels)
    #expect(ticks.exponent == exponent)
  }

  @Test func theSumOfTenthsDoesNotDrift() {
    #expect(Ticks(in: Domain(0, 0.35), atMost: 4).values == [0, 0.1, 0.2, 0.3])
  }

  @Test func stepsAreWholeWhereTheyMustBe() {
    #expect(
      Ticks(in: Domain(0, 1), atMost: 10, wholeNumbers: true).labels.map(\.string) == ["0", "1"])
    #expect(
      Ticks(in: Domain(0, 3), atMost: 10, wholeNumbers: true).labels.map(\.string) == [
        "0", "1", "2", "3",
      ])
  }

  @Test func labelsWithoutRoomGiveWay() {
    let ticks = Ticks(on: Scale(.linear, Domain(0, 10)), atMost: 10) { $0.values.count <= 4 }
    #expect(ticks.labels.map(\.string) == ["0", "5", "10"])
  }

  @Test func anAxisHasTwoTicksHoweverLittleRoomThereIs() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<500 {
      let domain = Domain(
        .random(in: -10...10, using: &generator), .random(in: -10...10, using: &generator))
      let ticks = Ticks(on: Scale(.linear, domain), atMost: 8) { _ in false }
      #expect(ticks.values.count == 2)
      let (low, high) = (Double.random(in: -9...0, using: &generator), 3.0)
      let scale = Scale(.logarithmic, Domain(.pow(10, low), .pow(10, high)))
      #expect(Ticks(on: scale, atMost: 8) { _ in false }.values.count == 2)
    }
  }

  @Test func labelsTimesThePowerOfTenAreTheValues() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      let size = Double("1e\(Int.random(in: -299...298, using: &generator))") ?? 1
      let a = Double.random(in: -10...10, using: &generator) * size
      let b = Double.random(in: -10...10, using: &generator) * size
      let domain = Domain(a, b)
      let ticks = Ticks(in: domain, atMost: Int.random(in: 1...12, using: &generator))
      #expect(ticks.values.count <= 14)
      for (value, label) in zip(ticks.values, ticks.labels.map(\.string)) {
        #expect(domain.lower - domain.width * 1e-6 <= value)
        #expect(value <= domain.upper + domain.width * 1e-6)
        let text = label.replacing("−", with: "-") + "e\(ticks.exponent)"
        #expect(Double(text) == value)
        #expect(label.count <= 8, "\(label)")
      }
    }
  }
}

@Suite struct DomainTests {
  @Test(
    arguments: [
      [], [0], [5], [-5], [1e300], [-1e308, 1e308], [.nan], [.infinity, 1],
      [.leastNonzeroMagnitude * 64],
      [1e12, 1e12 - 1], [0, .leastNonzeroMagnitude], [-1.7e308, 1e307, 1.7e308],
      [-.greatestFiniteMagnitude, .greatestFiniteMagnitude], [.greatestFiniteMagnitude],
    ] as [[Double]])
  func isNeverEmptyAndHoldsTheValues(values: [Double]) {
    for margin in [0, 0.06] {
      let domain = Domain(around: values, margin: margin)
      #expect(domain.width > 0)
      #expect(domain.lower.isFinite && domain.upper.isFinite)
      let scale = Scale(.linear, domain)
      for value in values where value.isFinite {
        #expect(domain.contains(value))
        #expect((0...1).contains(scale.fraction(value)))
      }
      let ticks = Ticks(in: domain, atMost: 5)
      #expect(ticks.values.count >= 2)
      #expect(ticks.values.allSatisfy(domain.contains))
    }
  }

  @Test func marginsWidenBothSides() {
    #expect(Domain(around: [0, 10], margin: 0.1) == Domain(-1, 11))
  }
}

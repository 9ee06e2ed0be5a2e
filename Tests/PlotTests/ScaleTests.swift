import Plot
import TestSupport
import Testing

@Suite struct ScaleTests {
  @Test func linearScalesKeepDifferences() {
    let scale = Scale(.linear, Domain(10, 30))
    #expect([10, 15, 30, 40].map(scale.fraction) == [0, 0.25, 1, 1.5])
  }

  @Test func logarithmicScalesKeepRatios() {
    let scale = Scale(.logarithmic, Domain(1, 10_000))
    for (value, fraction) in [(1.0, 0.0), (10, 0.25), (100, 0.5), (1e4, 1), (1e6, 1.5)] {
      #expect(abs(scale.fraction(value) - fraction) < 1e-12)
    }
    #expect(scale.fraction(0).isNaN)
    #expect(scale.fraction(-3).isNaN)
  }

  @Test(
    arguments: [
      [], [0, -1], [5], [1e-300, 1e300], [.nan, 1], [1, 1], [.leastNonzeroMagnitude, 1e308],
      [1e-12], [1e-289, 1e299],
    ] as [[Double]])
  func logarithmicScalesHoldAllPositiveValues(values: [Double]) {
    for margin in [0, 0.1] {
      let scale = Scale(.logarithmic, around: values, margin: margin)
      #expect(scale.domain.lower > 0)
      #expect(scale.domain.upper > scale.domain.lower)
      for value in values where (1e-290...1e300).contains(value) {
        let fraction = scale.fraction(value)
        #expect(fraction > -1e-9 && fraction < 1 + 1e-9)
      }
      #expect(Ticks(on: scale, atMost: 8) { _ in true }.values.count >= 2)
    }
  }

  @Test(
    arguments: [
      (1e-3, 1e3, 8, ["10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹", "10²", "10³"]),
      (0.01, 100, 8, ["0.01", "0.1", "1", "10", "100"]),
      (1e-16, 20, 4, ["10⁻¹⁵", "10⁻¹⁰", "10⁻⁵", "10⁰"]),
      (2, 8, 8, ["2", "3", "4", "5", "6", "7", "8"]),
      (0.5, 12, 8, ["1", "10"]),
      (1e-290, 1e290, 6, ["10⁻²⁰⁰", "10⁻¹⁰⁰", "10⁰", "10¹⁰⁰", "10²⁰⁰"]),
    ] as [(Double, Double, Int, [String])])
  func logarithmicTicksAreShort(lower: Double, upper: Double, count: Int, labels: [String]) {
    let ticks = Ticks(on: Scale(.logarithmic, Domain(lower, upper)), atMost: count) { _ in true }
    #expect(ticks.labels.map(\.string) == labels)
    #expect(ticks.minorValues.count < 80)
    for value in ticks.minorValues {
      #expect(value > lower * 0.999 && value < upper * 1.001)
      #expect(!ticks.values.contains(value))
    }
  }

  @Test func labelsWithoutRoomGiveWayOnLogarithmicAxesToo() {
    let scale = Scale(.logarithmic, Domain(1e-6, 1e6))
    let ticks = Ticks(on: scale, atMost: 20) { $0.values.count <= 3 }
    #expect(ticks.labels.map(\.string) == ["10⁻⁵", "10⁰", "10⁵"])
  }
}

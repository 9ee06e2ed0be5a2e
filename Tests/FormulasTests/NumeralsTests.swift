import Formulas
import TestSupport
import Testing

@Suite struct NumeralsTests {
  @Test(arguments: [
    (0.1 + 0.2, "0.3"), (1, "1"), (0, "0"), (-0.0, "0"), (0.98000251877, "0.980003"),
    (1e-8, "1e−8"), (-1e-8, "−1e−8"), (1.5e-8, "1.5e−8"), (0.0001, "0.0001"),
    (0.00001, "1e−5"), (123_456, "123456"), (1_234_567, "1.23457e6"), (999_999.5, "1e6"),
    (0.00099999996, "0.001"), (-2.5, "−2.5"), (1e300, "1e300"),
    (.leastNonzeroMagnitude, "4.94066e−324"),
    (.infinity, "∞"), (-.infinity, "−∞"), (.nan, "NaN"), (120, "120"), (100_000, "100000"),
  ])
  func sixDigitsForPeople(value: Double, text: String) {
    #expect(Numerals.rounded.text(value) == text)
  }

  @Test(arguments: [
    (0.01, "0.01"), (1e-8, "10⁻⁸"), (2.5e-8, "2.5·10⁻⁸"), (-3e12, "−3·10¹²"), (0, "0"),
  ])
  func powersOfTenInFigures(value: Double, text: String) {
    #expect(Numerals.typeset.text(value) == text)
  }

  @Test(arguments: [
    (0.9900000001, "0.990000"), (-0.5, "−0.500000"), (1e20, "100000000000000000000.000000"),
  ])
  func fixedDecimals(value: Double, text: String) {
    #expect(Numerals.fixed(6).text(value) == text)
  }

  @Test func theExactTextReadsBackAsTheSameDouble() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<5000 {
      let value = Double(bitPattern: .random(in: 0...UInt64.max, using: &generator))
      guard value.isFinite else { continue }
      let text = Numerals.exact.text(value)
      #expect(Double(text.replacing("−", with: "-")) == value, "\(text)")
    }
  }

  @Test func theRoundedTextIsWithinHalfADigit() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<5000 {
      let value = Double(bitPattern: .random(in: 0...UInt64.max, using: &generator))
      guard value.isFinite, value.magnitude > 1e-300 else { continue }
      let text = Numerals.rounded.text(value).replacing("−", with: "-")
      let read = try #require(Double(text))
      #expect(abs(read - value) <= 5.000001e-6 * value.magnitude)
      #expect(text.filter(\.isNumber).count < 18)
    }
  }

  @Test(
    arguments: [
      ("β1", "β₁"), ("m", "m"), ("w10", "w₁₀"), ("m̂", "m̂"), ("out_o1", "outₒ₁"),
    ] as [(Symbol, String)])
  func digitsAtTheEndAreTheIndex(symbol: Symbol, text: String) {
    #expect(symbol.text == text)
  }
}

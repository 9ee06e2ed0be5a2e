import Drawing
import TestSupport
import Testing

@testable import SVG

@Suite struct MarkupTests {
  @Test func aNumberReadsBackToHalfItsLastPlaceAndHasNoLetterTooMany() throws {
    var generator = SeededGenerator(seed: 5)
    for unit: UInt in [10, 100, 1000, 10_000] {
      for _ in 0..<500 {
        let size = Double.random(in: 0.001...30_000, using: &generator)
        let value = Double.random(in: -size...size, using: &generator)
        let text = Number(value, unit: unit).description
        let read = try #require(Double(text), "\(text)")
        #expect((read - value).magnitude <= 0.5 / Double(unit) + 1e-9, "\(text)")
        #expect(!text.hasPrefix("0.") && !text.hasPrefix("-0") && !text.hasSuffix("."), "\(text)")
        if text.contains(".") { #expect(!text.hasSuffix("0"), "\(text)") }
      }
    }
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (0.004, "0"), (-0.004, "0"), (0.005, ".01"), (-0.5, "-.5"),
      (100, "100"), (1.05, "1.05"), (20.999, "21"), (.nan, "0"), (.infinity, "1000000"),
      (-1e300, "-1000000"),
    ] as [(Double, String)])
  func numbersAreShort(value: Double, expected: String) {
    #expect(Number(value).description == expected)
  }

  @Test(arguments: [
    ("a < b & \"c\" > d", "a &lt; b &amp; &quot;c&quot; &gt; d"), ("w²/2 ŝ 学习率", "w²/2 ŝ 学习率"),
    ("\u{0}\u{1B}\u{FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}"), ("a\nb", "a&#10;b"), ("", ""),
  ])
  func textIsEscaped(text: String, expected: String) {
    #expect(text.escapedForXML == expected)
  }
}

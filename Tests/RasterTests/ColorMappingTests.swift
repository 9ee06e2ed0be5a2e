import Drawing
import Raster
import TestSupport
import Testing

@Suite struct ColorMappingTests {
  private let greys = (0..<256).map { Color(hex: UInt32($0) * 0x010101) }

  @Test func valuesGetTheColourOfTheirPartOfTheRange() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let count = Int.random(in: 1...50, using: &random)
      let low = Float(random.number(-1000...1000))
      let high = low + Float(random.number(0.1...1000))
      let values = (0..<count).map { _ in Float.random(in: low - 1...high + 1, using: &random) }
      let map = Pixmap(width: count, height: 1, values: values, in: low...high, colors: greys)
      for (value, pixel) in zip(values, map.pixels) {
        let place = Double(value - low) / Double(high - low) * 256
        // At the border of two parts, rounding may choose either.
        let nearest = [place - 0.01, place + 0.01].map { UInt32(min(max($0, 0), 255)) }
        #expect(nearest.contains(pixel & 0xFF))
        #expect(pixel >> 24 == 255)
      }
    }
  }

  @Test func whatIsNotANumberIsTransparentAndInfinityIsTheEnd() {
    for count in [1, 7, 8, 9, 40] {
      for (value, pixel) in [
        (Float.nan, 0 as UInt32), (.infinity, 0xFFFF_FFFF), (-.infinity, 0xFF00_0000),
        (.greatestFiniteMagnitude, 0xFFFF_FFFF), (0, 0xFF00_0000), (1, 0xFFFF_FFFF),
      ] {
        let values = Array(repeating: value, count: count)
        let map = Pixmap(width: count, height: 1, values: values, in: 0...1, colors: greys)
        #expect(map.pixels.allSatisfy { $0 == pixel })
      }
    }
  }

  @Test func aRangeOfOneNumberIsOneColour() {
    let map = Pixmap(width: 3, height: 1, values: [4, 5, 6], in: 5...5, colors: greys)
    #expect(map.pixels.allSatisfy { $0 == 0xFF00_0000 })
  }

  @Test func theRangeIsFromTheLeastToTheGreatest() {
    var random = SeededGenerator(seed: 2)
    for count in 1...60 {
      var values = (0..<count).map { _ in Float.random(in: -9...9, using: &random) }
      #expect(Pixmap.range(of: values) == (values.min() ?? 0)...(values.max() ?? 0))
      let missing = Int.random(in: 0..<count, using: &random)
      values[missing] = .nan
      let rest = values.filter { !$0.isNaN }
      #expect(Pixmap.range(of: values)?.lowerBound == rest.min())
      #expect(Pixmap.range(of: values)?.upperBound == rest.max())
    }
    #expect(Pixmap.range(of: []) == nil)
    #expect(Pixmap.range(of: [.nan, .nan]) == nil)
  }
}

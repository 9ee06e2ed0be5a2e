import Drawing
import PNG
import Raster
import TestSupport
import Testing

/// A picture like a chart: lines at random slopes and some letters' worth of discs, with smooth edges.
private func chart(seed: UInt64) -> Pixmap {
  var random = SeededGenerator(seed: seed)
  var canvas = RasterCanvas(width: 240, height: 160)
  for _ in 0..<12 {
    let points = (0..<5).map { _ in
      Point(.random(in: 0...240, using: &random), .random(in: 0...160, using: &random))
    }
    let color = Color(hex: UInt32.random(in: 0...0xFFFFFF, using: &random))
    canvas.stroke(Path(lines: points), with: color, style: Stroke(width: 2))
    canvas.fill(Path(circleAt: points[0], radius: 4), with: color)
  }
  return canvas.pixmap
}

@Suite struct EffortTests {
  @Test(arguments: PNG.Effort.allCases)
  func eachEffortKeepsThePixels(effort: PNG.Effort) throws {
    var random = SeededGenerator(seed: 11)
    for kind in Kind.allCases {
      for count in [1, 2, 4, 16, 200, 300] where kind != .grey || count <= 256 {
        let colors = kind.pixels(count: count, using: &random)
        for (width, height) in [(1, 1), (1, 9), (9, 1), (31, 23)] {
          let picture = picture(of: colors, width: width, height: height, using: &random)
          #expect(try PNG.decode(PNG.encode(picture, effort: effort)) == picture)
        }
      }
    }
    for seed: UInt64 in 0..<5 {
      let chart = chart(seed: seed)
      #expect(try PNG.decode(PNG.encode(chart, effort: effort)) == chart)
    }
  }

  @Test func theSmallestIsNeverLargerThanTheOthers() throws {
    var random = SeededGenerator(seed: 12)
    var pictures = (0..<10).map(chart)
    for kind in Kind.allCases {
      for count in [1, 2, 16, 200] {
        let colors = kind.pixels(count: count, using: &random)
        pictures.append(picture(of: colors, width: 61, height: 43, using: &random))
      }
    }
    for picture in pictures {
      let smallest = try PNG.encode(picture, effort: .smallest).count
      #expect(try smallest <= PNG.encode(picture, effort: .standard).count)
      #expect(try smallest <= PNG.encode(picture, effort: .fast).count)
    }
  }

  /// More effort is worth it: smaller for each of these pictures.
  @Test(arguments: 0..<10)
  func aChartTakesFewerBytesWithMoreEffort(seed: UInt64) throws {
    let chart = chart(seed: seed)
    let sizes = try [PNG.Effort.fast, .standard, .smallest].map {
      try PNG.encode(chart, effort: $0).count
    }
    #expect(sizes[0] > sizes[1])
    #expect(sizes[1] > sizes[2])
  }

  @Test(arguments: PNG.Effort.allCases)
  func theSamePictureGivesTheSameBytes(effort: PNG.Effort) throws {
    let chart = chart(seed: 3)
    #expect(try PNG.encode(chart, effort: effort) == PNG.encode(chart, effort: effort))
  }

  /// Neighbouring colours have neighbouring places in the palette, so a gradient is a row of small differences.
  @Test func aPaletteIsOrderedByBrightness() throws {
    var random = SeededGenerator(seed: 13)
    let colors = Kind.opaque.pixels(count: 100, using: &random)
    let file = try PNG.encode(picture(of: colors, width: 50, height: 50, using: &random))
    let palette = try #require(chunks(of: file).first { $0.type == "PLTE" }).data.map(Int.init)
    let brightness = stride(from: 0, to: palette.count, by: 3).map { (place: Int) -> Int in
      2 * palette[place] + 5 * palette[place + 1] + palette[place + 2]
    }
    #expect(brightness == brightness.sorted())
  }
}

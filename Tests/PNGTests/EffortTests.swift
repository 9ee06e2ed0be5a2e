import Drawing
import Foundation
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

  @Test func theSmallestIsNeverLargerThanTheStandard() throws {
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
    }
  }

  /// More effort is worth it: smaller for each of these figures.
  @Test(arguments: ["adam", "dropout", "optimizers-ravine", "schedules"])
  func aFigureTakesFewerBytesWithMoreEffort(name: String) throws {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = project.appendingPathComponent("output/\(name).png")
    let figure = try PNG.decode(Array(Data(contentsOf: file)))
    let files = try [PNG.Effort.standard, .smallest].map {
      try PNG.encode(figure, effort: $0)
    }
    #expect(files[0].count > files[1].count)
    for file in files { #expect(try PNG.decode(file) == figure) }
  }

  /// Rows longer than all that a repetition can reach back over, many rows, and repetitions from near and far.
  @Test(arguments: [(45_000, 2), (2, 45_000), (300, 300)], PNG.Effort.allCases)
  func picturesLargerThanTheWindowComeBack(size: (Int, Int), effort: PNG.Effort) throws {
    var random = SeededGenerator(seed: 14)
    let (width, height) = size
    for period in [1, 5, 10_922, 10_923, 40_000, width * height] {
      let block = Kind.opaque.pixels(count: period, using: &random)
      let picture = Pixmap(
        width: width, height: height, pixels: (0..<width * height).map { block[$0 % period] })
      #expect(try PNG.decode(PNG.encode(picture, effort: effort)) == picture)
    }
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

import Drawing
import PNG
import Raster
import TestSupport
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: Kind.allCases)
  func picturesOfFewAndManyColorsComeBack(kind: Kind) throws {
    var random = SeededGenerator(seed: 1)
    for count in [1, 2, 3, 4, 5, 15, 16, 17, 255, 256, 257, 400] {
      if kind == .grey && count > 256 { continue }
      let colors = kind.pixels(count: count, using: &random)
      let picture = picture(of: colors, width: 31, height: 23, using: &random)
      #expect(try PNG.decode(PNG.encode(picture)) == picture, "\(count) colours")
    }
  }

  @Test(arguments: 1...17)
  func rowsOfAnyWidthComeBack(width: Int) throws {
    var random = SeededGenerator(seed: UInt64(width))
    for kind in Kind.allCases {
      for count in [1, 2, 4, 16, 200] {
        let colors = kind.pixels(count: count, using: &random)
        let height = Int.random(in: 1...5, using: &random)
        let picture = picture(of: colors, width: width, height: height, using: &random)
        #expect(try PNG.decode(PNG.encode(picture)) == picture, "\(count) colours, \(kind)")
      }
    }
  }

  @Test(arguments: Kind.allCases)
  func noiseComesBack(kind: Kind) throws {
    var random = SeededGenerator(seed: 2)
    let pixels = (0..<200 * 100).map { _ in kind.pixel(using: &random) }
    let picture = Pixmap(width: 200, height: 100, pixels: pixels)
    #expect(try PNG.decode(PNG.encode(picture)) == picture)
  }

  /// There are 32,896 pairs of a channel and an alpha that it is not greater than.
  @Test func everyChannelWithEveryAlphaComesBack() throws {
    var pixels: [UInt32] = []
    for alpha: UInt32 in 0...255 {
      for channel in 0...alpha { pixels.append(channel | (alpha - channel) << 8 | alpha << 24) }
    }
    let picture = Pixmap(width: 128, height: pixels.count / 128, pixels: pixels)
    #expect(try PNG.decode(PNG.encode(picture)) == picture)
  }

  @Test func channelsGreaterThanAlphaAreCutOff() throws {
    let picture = Pixmap(width: 2, height: 1, pixels: [0x0800_FF09, 0x00FF_FFFF])
    #expect(try PNG.decode(PNG.encode(picture)).pixels == [0x0800_0808, 0])
  }

  @Test func aFileHoldsColorsWithAlphaNotMultipliedIn() throws {
    let half = Color(red: 200, green: 100, blue: 50, alpha: 128)
    let file = try PNG.encode(Pixmap(width: 1, height: 1, filledWith: half))
    let palette = try #require(chunks(of: file).first { $0.type == "PLTE" })
    // 100 of 128 is 199 of 255 to the nearest: a pixel keeps no more of the colour.
    #expect(palette.data == [199, 100, 50])
  }

  @Test(arguments: [257, 16])
  func theSamePictureGivesTheSameBytes(count: Int) throws {
    var random = SeededGenerator(seed: 3)
    let colors = Kind.alpha.pixels(count: count, using: &random)
    let picture = picture(of: colors, width: 40, height: 30, using: &random)
    let texts = [("Title", "Adam"), ("Comment", "β₁ = 0.9")]
    let first = try PNG.encode(picture, pixelsPerInch: 144, texts: texts)
    let second = try PNG.encode(picture, pixelsPerInch: 144, texts: texts)
    #expect(first == second)
  }
}

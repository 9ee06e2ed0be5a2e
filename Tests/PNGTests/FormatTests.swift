import Drawing
import PNG
import Raster
import TestSupport
import Testing

private func grey(_ level: UInt32) -> UInt32 { level * 0x010101 | 0xFF00_0000 }

@Suite struct FormatTests {
  @Test(
    "Greys take as few bits as they permit",
    arguments: [
      ([0], Format(1, Format.grey)),
      ([0, 255], Format(1, Format.grey)),
      ([0, 85, 170, 255], Format(2, Format.grey)),
      ([85, 170], Format(1, Format.palette)),
      ([0, 17, 34, 255, 238], Format(4, Format.grey)),
      ([0, 1, 255], Format(2, Format.palette)),
      (Array(0...16), Format(8, Format.grey)),
      (Array(0...15), Format(4, Format.palette)),
      (Array(0...255), Format(8, Format.grey)),
    ])
  func greys(levels: [UInt32], expected: Format) throws {
    let picture = Pixmap(width: levels.count, height: 1, pixels: levels.map(grey))
    let file = try PNG.encode(picture)
    #expect(Format(of: file) == expected)
    #expect(try PNG.decode(file) == picture)
  }

  @Test(
    "A palette takes as few bits as its colours fit in",
    arguments: [(1, 1), (2, 1), (3, 2), (4, 2), (5, 4), (16, 4), (17, 8), (256, 8)])
  func palette(count: Int, bits: Int) throws {
    var random = SeededGenerator(seed: 4)
    for kind in [Kind.opaque, .alpha, .greyWithAlpha] {
      let colors = kind.pixels(count: count, using: &random)
      let picture = picture(of: colors, width: 20, height: 20, using: &random)
      let file = try PNG.encode(picture)
      #expect(Format(of: file) == Format(bits, Format.palette))
      let palette = try #require(chunks(of: file).first { $0.type == "PLTE" })
      #expect(palette.data.count == 3 * count)
    }
  }

  @Test func aPaletteBeginsWithItsTranslucentColors() throws {
    let colors: [UInt32] = [0xFF00_00FF, 0x8000_0040, 0xFF00_FF00, 0, 0xFFFF_0000]
    let file = try PNG.encode(Pixmap(width: 5, height: 1, pixels: colors))
    let alphas = try #require(chunks(of: file).first { $0.type == "tRNS" })
    // The darker first.
    #expect(alphas.data == [0, 0x80])
  }

  @Test func anOpaquePaletteHasNoAlphas() throws {
    let file = try PNG.encode(Pixmap(width: 2, height: 1, pixels: [0xFF00_00FF, 0xFFFF_0000]))
    #expect(!chunks(of: file).contains { $0.type == "tRNS" })
  }

  @Test(
    "Many colours take only the channels that they need",
    arguments: [
      (Kind.opaque, Format.rgb), (.greyWithAlpha, Format.greyAlpha), (.alpha, Format.rgba),
    ])
  func manyColors(kind: Kind, colorType: Int) throws {
    var random = SeededGenerator(seed: 5)
    let colors = kind.pixels(count: 257, using: &random)
    let picture = picture(of: colors, width: 20, height: 20, using: &random)
    #expect(Format(of: try PNG.encode(picture)) == Format(8, colorType))
  }

  @Test func oneTranslucentPixelIsEnoughForAlpha() throws {
    var random = SeededGenerator(seed: 6)
    let colors = Kind.opaque.pixels(count: 300, using: &random) + [0x7F00_0000]
    let picture = picture(of: colors, width: 20, height: 20, using: &random)
    let file = try PNG.encode(picture)
    #expect(Format(of: file) == Format(8, Format.rgba))
    #expect(try PNG.decode(file) == picture)
  }

  @Test func theHeaderTellsTheSize() throws {
    let file = try PNG.encode(Pixmap(width: 300, height: 2))
    #expect(number(file[16..<20]) == 300)
    #expect(number(file[20..<24]) == 2)
  }
}

import Drawing
import TestSupport
import Testing

@testable import Raster

private func channels(_ pixel: UInt32) -> [Int] {
  [0, 8, 16, 24].map { Int(pixel >> $0 & 255) }
}

private func color(_ random: inout SeededGenerator) -> Color {
  let bits = random.next()
  return Color(
    red: UInt8(truncatingIfNeeded: bits), green: UInt8(truncatingIfNeeded: bits >> 8),
    blue: UInt8(truncatingIfNeeded: bits >> 16), alpha: UInt8(truncatingIfNeeded: bits >> 24))
}

@Suite struct BlendingTests {
  @Test func productsAreRoundedToNearest() {
    for a in 0...255 {
      for b in 0...255 {
        let pixel = UInt32(a) * 0x0101_0101
        let expected = Int((Double(a) * Double(b) / 255).rounded())
        #expect(channels(scaled(pixel, by: UInt32(b))) == Array(repeating: expected, count: 4))
      }
    }
  }

  @Test func sourceOverIsTheFormulaRounded() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let (source, below) = (color(&random).premultiplied, color(&random).premultiplied)
      let transparency = 1 - Double(source >> 24) / 255
      for (result, (s, b)) in zip(
        channels(sourceOver(source, below)), zip(channels(source), channels(below)))
      {
        #expect(abs(Double(result) - (Double(s) + Double(b) * transparency)) <= 0.5)
      }
    }
  }

  @Test func drawingIsSourceOverWithCoverageAsOpacity() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<2000 {
      let (source, background) = (color(&random), color(&random))
      let covered = random.number(0...1)
      var canvas = RasterCanvas(width: 3, height: 3, background: background)
      canvas.fill(Path(Rect(x: 1, y: 1, width: covered, height: 1)), with: source)
      let opacity = Double(source.alpha) / 255 * covered
      let straight = [source.red, source.green, source.blue, 255].map { Double($0) * opacity }
      let below = channels(background.premultiplied)
      for (result, (s, b)) in zip(channels(canvas.pixmap.pixels[4]), zip(straight, below)) {
        // Coverage, colour and sum are rounded, each by half a step at most.
        #expect(abs(Double(result) - (s + Double(b) * (1 - opacity))) <= 2)
      }
      for i in [0, 1, 2, 3, 5, 6, 7, 8] {
        #expect(canvas.pixmap.pixels[i] == background.premultiplied)
      }
    }
  }

  @Test func opaqueHidesAndTransparentChangesNothing() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<200 {
      let background = color(&random)
      var source = color(&random)
      let page = Path(Rect(x: 0, y: 0, width: 40, height: 3))
      var canvas = RasterCanvas(width: 40, height: 3, background: background)
      source.alpha = 0
      canvas.fill(page, with: source)
      #expect(canvas.pixmap == Pixmap(width: 40, height: 3, filledWith: background))
      source.alpha = 255
      canvas.fill(page, with: source)
      #expect(canvas.pixmap == Pixmap(width: 40, height: 3, filledWith: source))
    }
  }

  @Test func whiteOnWhiteStaysWhite() {
    var random = SeededGenerator(seed: 4)
    var canvas = RasterCanvas(width: 64, height: 64)
    for _ in 0..<50 {
      canvas.fill(random.scribble(size: 64), with: .white)
      canvas.fill(random.scribble(size: 64), with: .white.opacity(0.3))
    }
    #expect(canvas.pixmap == Pixmap(width: 64, height: 64))
  }
}

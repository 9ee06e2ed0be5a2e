import Drawing
import TestSupport
import Testing

@testable import PNG

private func distance(_ a: UInt32, _ b: UInt32) -> Int {
  [0, 8, 16, 24].map { abs(Int(a >> $0 & 0xFF) - Int(b >> $0 & 0xFF)) }.max() ?? 0
}

/// A picture of some flat colours and many mixtures of them with white.
private func mixtures(seed: UInt64, count: Int) -> Pixmap {
  var random = SeededGenerator(seed: seed)
  let colors = (0..<count).map { _ in UInt32.random(in: 0...0xFF_FFFF, using: &random) }
  var pixels: [UInt32] = []
  for color in colors {
    for alpha: UInt32 in 0...255 {
      let channels = [0, 8, 16].map { shift in
        (((color >> UInt32(shift) & 0xFF) * alpha + 255 * (255 - alpha)) / 255) << UInt32(shift)
      }
      pixels.append(channels.reduce(0xFF00_0000, |))
    }
    pixels += Array(repeating: color | 0xFF00_0000, count: 64)
  }
  return Pixmap(width: 320, height: count, pixels: pixels)
}

@Suite struct NearbyColorsTests {
  @Test(arguments: UInt64(0)..<8)
  func noColorIsFurtherFromItsOwnThanTheTolerance(seed: UInt64) throws {
    let picture = mixtures(seed: seed, count: 2 * Int(seed) + 2)
    let table = try #require(ColorTable(picture.pixels, atMost: 8192))
    #expect(table.counts.reduce(0, +) == picture.pixels.count)
    #expect(Set(table.colors) == Set(picture.pixels))
    for tolerance in [4, 16, 64] {
      guard let few = NearbyColors(table, tolerance: tolerance) else { continue }
      #expect(few.chosen.count <= 256)
      #expect(Set(few.chosen).count == few.chosen.count)
      let distances = zip(table.colors, few.nearest).map { distance($0, few.chosen[Int($1)]) }
      #expect(distances.allSatisfy { $0 <= tolerance })
      // No other one is nearer.
      for (color, own) in zip(table.colors, distances).prefix(500) {
        #expect(few.chosen.allSatisfy { distance(color, $0) >= own })
      }
    }
    #expect(NearbyColors(table, tolerance: 64) != nil)
    #expect((NearbyColors(table, tolerance: 0) != nil) == (table.colors.count <= 256))
  }

  @Test func largeAreasStayAsTheyAre() throws {
    let picture = mixtures(seed: 3, count: 20)
    let decoded = try PNG.decode(PNG.encode(picture, tolerance: 40))
    let changed = zip(picture.pixels, decoded.pixels).filter { $0 != $1 }
    #expect(!changed.isEmpty && changed.allSatisfy { distance($0, $1) <= 40 })
    let table = try #require(ColorTable(picture.pixels, atMost: 8192))
    let large = changed.filter { table.counts[table.place(of: $0.0)] > picture.pixels.count / 1000 }
    #expect(large.isEmpty)
  }

  @Test func withoutToleranceNothingChanges() throws {
    let picture = mixtures(seed: 5, count: 9)
    #expect(try PNG.decode(PNG.encode(picture)) == picture)
    // Where 256 colours would be too far away, all are kept.
    #expect(try PNG.decode(PNG.encode(picture, tolerance: 1)) == picture)
  }

  @Test func moreColorsThanWantedAreNone() {
    let pixels = (0..<300).map { UInt32($0) }
    #expect(ColorTable(pixels, atMost: 299) == nil)
    #expect(ColorTable(pixels, atMost: 300)?.colors == pixels)
    #expect(ColorTable([], atMost: 0)?.colors == [])
  }

  /// Runs of all lengths, beginning at all places.
  @Test func runsAreWhole() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<500 {
      let pixels = (0..<Int.random(in: 0...60, using: &random)).flatMap { _ in
        Array(
          repeating: UInt32.random(in: 0...2, using: &random),
          count: Int.random(in: 0...20, using: &random))
      }
      var seen: [UInt32] = []
      var last: UInt32?
      let isComplete = pixels.withUnsafeBufferPointer { pixels in
        forEachRun(of: pixels) { color, run in
          #expect(run.lowerBound == seen.count && color != last)
          seen += Array(repeating: color, count: run.count)
          last = color
          return true
        }
      }
      #expect(isComplete && seen == pixels)
    }
  }
}

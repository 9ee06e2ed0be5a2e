import Drawing
import PNG
import Raster
import TestSupport
import Testing

/// A small file with each kind of chunk that is written.
private func file(seed: UInt64) throws -> [UInt8] {
  var random = SeededGenerator(seed: seed)
  let colors = Kind.alpha.pixels(count: seed % 2 == 0 ? 12 : 300, using: &random)
  let picture = picture(of: colors, width: 19, height: 17, using: &random)
  return try PNG.encode(
    picture, pixelsPerInch: 96, texts: [("Title", "Adam"), ("Comment", "β₁")])
}

@Suite struct DamagedFileTests {
  @Test(arguments: 0..<2)
  func aFileCutOffAnywhereIsAnError(seed: UInt64) throws {
    let file = try file(seed: seed)
    for length in 0..<file.count {
      #expect(throws: PNGError.self, "\(length) of \(file.count) bytes") {
        try PNG.decode(Array(file.prefix(length)))
      }
    }
  }

  /// Each chunk has a checksum, so a changed byte is noticed wherever it is.
  @Test(arguments: 0..<2)
  func aChangedByteIsAnError(seed: UInt64) throws {
    let file = try file(seed: seed)
    var random = SeededGenerator(seed: seed)
    for place in file.indices {
      var damaged = file
      damaged[place] ^= .random(in: 1...255, using: &random)
      #expect(throws: PNGError.self, "byte \(place) of \(file.count)") {
        try PNG.decode(damaged)
      }
    }
  }

  @Test func whatFollowsTheEndIsIgnored() throws {
    let file = try file(seed: 0)
    #expect(try PNG.decode(file + [1, 2, 3]) == PNG.decode(file))
  }

  @Test func bytesOfNoPNGFileAreAnError() {
    var random = SeededGenerator(seed: 7)
    for count in 0..<100 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      #expect(throws: PNGError.self) { try PNG.decode(bytes) }
    }
  }

  @Test func theErrorHasTheWordsOfLibpng() {
    #expect(throws: PNGError.libpng("Not a PNG file")) {
      try PNG.decode(Array("a text, not a picture".utf8))
    }
  }

  /// A header may claim any size, so memory is not taken before the file could fill it.
  @Test func aShortFileOfAHugePictureIsAnError() throws {
    var file = try PNG.encode(Pixmap(width: 1, height: 1))
    let header = Array("IHDR".utf8) + [0, 0x0F, 0, 0, 0, 0x0F, 0, 0] + [1, 0, 0, 0, 0]
    file.replaceSubrange(12..<33, with: header + checksum(header))
    #expect(throws: PNGError.libpng("the file is too short for a picture of its size")) {
      try PNG.decode(file)
    }
  }

  @Test func aPictureWiderThanLibpngAllowsIsAnError() {
    #expect(throws: PNGError.self) { try PNG.encode(Pixmap(width: 1_000_001, height: 1)) }
  }
}

/// The checksum of a chunk, a bit at a time (PNG specification, annex D).
private func checksum(_ bytes: [UInt8]) -> [UInt8] {
  var remainder: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    remainder ^= UInt32(byte)
    for _ in 0..<8 { remainder = remainder >> 1 ^ (remainder & 1 == 1 ? 0xEDB8_8320 : 0) }
  }
  return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: ~remainder >> $0) }
}

import TestSupport
import Testing

@testable import PNG

/// Mark Adler's checksum, as RFC 1950 defines it.
private func adler32(_ bytes: [UInt8]) -> UInt32 {
  var (a, b): (UInt32, UInt32) = (1, 0)
  for byte in bytes {
    a = (a + UInt32(byte)) % 65521
    b = (b + a) % 65521
  }
  return b << 16 | a
}

@Suite struct CompressionTests {
  @Test(arguments: 1...12)
  func aStreamBeginsAndEndsAsTheZlibFormatSays(level: Int) throws {
    var random = SeededGenerator(seed: 21)
    for count in [0, 1, 2, 100, 40_000] {
      let greatest = UInt8.random(in: 0...255, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...greatest, using: &random) }
      let stream = try compressed(bytes, level: level)
      // Deflate with a window of 32,768 bytes; the two bytes are a multiple of 31.
      #expect(stream[0] == 0x78)
      #expect((UInt32(stream[0]) << 8 | UInt32(stream[1])) % 31 == 0)
      #expect(number(stream.suffix(4)) == adler32(bytes))
      #expect(try compressed(bytes, level: level) == stream)
    }
  }

  /// A level that does not exist is refused by the same answer as one for which there is no memory.
  @Test func aCompressorThatCannotBeHadIsAnError() {
    #expect(throws: PNGError.outOfMemory) { try compressed([1, 2, 3], level: 13) }
  }
}

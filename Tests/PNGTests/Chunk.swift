/// A chunk of a PNG file.
struct Chunk {
  var type: String
  var data: [UInt8]
}

/// The chunks of a file that is known to be sound: libpng has read it.
func chunks(of file: [UInt8]) -> [Chunk] {
  var chunks: [Chunk] = []
  var start = 8
  while start + 12 <= file.count {
    let length = Int(number(file[start..<start + 4]))
    let type = String(decoding: file[start + 4..<start + 8], as: UTF8.self)
    chunks.append(Chunk(type: type, data: Array(file[start + 8..<start + 8 + length])))
    start += 12 + length
  }
  return chunks
}

/// The number that the bytes are, the highest first.
func number(_ bytes: some Collection<UInt8>) -> UInt32 {
  bytes.reduce(0) { $0 << 8 | UInt32($1) }
}

/// The bit depth and colour type that a file's header tells.
struct Format: Hashable, CustomStringConvertible {
  var bitDepth: Int
  var colorType: Int

  init(_ bitDepth: Int, _ colorType: Int) {
    self.bitDepth = bitDepth
    self.colorType = colorType
  }

  init(of file: [UInt8]) {
    self.init(Int(file[24]), Int(file[25]))
  }

  static let grey = 0
  static let rgb = 2
  static let palette = 3
  static let greyAlpha = 4
  static let rgba = 6

  var description: String { "colour type \(colorType), \(bitDepth) bits" }
}

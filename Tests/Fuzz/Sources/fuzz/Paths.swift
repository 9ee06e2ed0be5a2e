import Drawing
import Raster

/// Draws what the bytes say on a small canvas; nothing may be drawn outside of the clip, and no channel may be greater
/// than alpha.
@Sendable func drawPaths(_ bytes: [UInt8]) {
  var input = Input(bytes: bytes[...])
  let clear = Color(red: 0, green: 0, blue: 0, alpha: 0)
  let scale = [1, 0.25, 4, 1e9, 1e-9][Int(input.byte()) % 5]
  var canvas = RasterCanvas(width: 33, height: 21, background: clear, scale: scale)
  while !input.bytes.isEmpty {
    var path = Path()
    for _ in 0..<Int(input.byte() % 64) {
      switch input.byte() % 6 {
      case 0: path.move(to: input.point())
      case 1: path.addQuadCurve(to: input.point(), control: input.point())
      case 2:
        path.addCurve(to: input.point(), control1: input.point(), control2: input.point())
      case 3: path.closeSubpath()
      default: path.addLine(to: input.point())
      }
    }
    let color = Color(
      red: input.byte(), green: input.byte(), blue: input.byte(), alpha: input.byte())
    let clip = Rect(
      minX: input.number(), minY: input.number(), maxX: input.number(), maxY: input.number())
    canvas.clip = input.byte() % 2 == 0 ? clip : nil
    switch input.byte() % 4 {
    case 0: canvas.fill(path, with: color)
    case 1: canvas.fill(path, at: input.point(), with: color)
    default:
      let style = Stroke(
        width: input.number(), cap: [.butt, .round, .square][Int(input.byte() % 3)],
        join: [.miter, .round, .bevel][Int(input.byte() % 3)],
        dash: (0..<Int(input.byte() % 4)).map { _ in input.number() })
      canvas.stroke(path, with: color, style: style)
    }
  }
  for pixel in canvas.pixmap.pixels {
    let alpha = pixel >> 24
    precondition(
      [0, 8, 16].allSatisfy { pixel >> $0 & 0xFF <= alpha }, "A channel is greater than alpha.")
  }
}

/// Bytes as numbers; zeros after the last.
private struct Input {
  var bytes: ArraySlice<UInt8>

  mutating func byte() -> UInt8 { bytes.popFirst() ?? 0 }

  /// Half of the numbers lie about the canvas; others have any bits.
  mutating func number() -> Double {
    let first = byte()
    if first < 128 { return Double(first) / 3 - 4 + Double(byte()) / 256 }
    var bits: UInt64 = 0
    for _ in 0..<8 { bits = bits << 8 | UInt64(byte()) }
    return Double(bitPattern: bits)
  }

  mutating func point() -> Point { Point(number(), number()) }
}

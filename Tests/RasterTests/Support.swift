import Drawing
import TestSupport

@testable import Raster

/// How much of each pixel something covers, as bytes.
struct Coverages: Equatable {
  let width: Int
  let bytes: [UInt8]

  /// What is drawn in black on nothing.
  init(width: Int, height: Int, scale: Double = 1, draw: (inout RasterCanvas) -> Void) {
    let nothing = Color(red: 0, green: 0, blue: 0, alpha: 0)
    var canvas = RasterCanvas(width: width, height: height, background: nothing, scale: scale)
    draw(&canvas)
    self.width = width
    bytes = canvas.pixmap.pixels.map { UInt8($0 >> 24) }
  }

  init(_ path: Path, width: Int = 64, height: Int = 64) {
    self.init(width: width, height: height) { $0.fill(path, with: .black) }
  }

  init(_ path: Path, _ style: Stroke, width: Int = 64, height: Int = 64, scale: Double = 1) {
    self.init(width: width, height: height, scale: scale) {
      $0.stroke(path, with: .black, style: style)
    }
  }

  /// A square with a value for each place.
  init(width: Int, value: (_ x: Int, _ y: Int) -> UInt8) {
    self.width = width
    bytes = (0..<width * width).map { value($0 % width, $0 / width) }
  }

  subscript(x: Int, y: Int) -> UInt8 { bytes[y * width + x] }

  /// In pixels.
  var area: Double { Double(bytes.reduce(0) { $0 + Int($1) }) / 255 }

  /// The most that rounding each partly covered pixel to a byte can change the area by, and a little for coordinates.
  var areaError: Double { Double(bytes.count { $0 != 0 && $0 != 255 }) / 510 + 0.01 }

  var isEmpty: Bool { bytes.allSatisfy { $0 == 0 } }

  /// The largest difference between two pixels.
  func difference(_ other: Coverages) -> Int {
    zip(bytes, other.bytes).map { abs(Int($0) - Int($1)) }.max() ?? 0
  }
}

/// Corners at these distances from the centre, seen from it at equal angles; `turn` is a part of a full turn.
func polygon(around center: Point, radii: [Double], from turn: Double = 0) -> [Point] {
  radii.indices.map { i in
    center + direction(turn + Double(i) / Double(radii.count)) * radii[i]
  }
}

/// The unit vector at a part of a full turn.
func direction(_ turns: Double) -> Vector {
  // The tangent of half the angle gives sine and cosine by a fraction; t goes through −1...1 in a quarter turn each.
  let quarter = (turns * 4).rounded(.down)
  let t = (turns * 4 - quarter) * 2 - 1
  let k = 0.414_213_562_373_095_05 * t
  var v = Vector((1 - k * k) / (1 + k * k), 2 * k / (1 + k * k))
  let turnCount = Int(quarter.truncatingRemainder(dividingBy: 4)) + 4
  for _ in 0..<(turnCount % 4) { v = v.perpendicular }
  return v
}

/// The area that straight edges enclose, by the shoelace formula; positive where they turn from x to y.
func signedArea(_ points: [Point]) -> Double {
  guard let last = points.last else { return 0 }
  return zip([last] + points, points).reduce(0) { $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2 }
}

/// The polygon's part within the rectangle (Ivan Sutherland and Gary Hodgman, 1974).
func clip(_ points: [Point], to rect: Rect) -> [Point] {
  func cut(_ points: [Point], _ inside: (Point) -> Double) -> [Point] {
    guard let last = points.last else { return [] }
    return zip([last] + points, points).flatMap { a, b -> [Point] in
      let (da, db) = (inside(a), inside(b))
      let crossing = (da < 0) != (db < 0) ? [a + (b - a) * (da / (da - db))] : []
      return crossing + (db < 0 ? [] : [b])
    }
  }
  var points = cut(points) { $0.x - rect.minX }
  points = cut(points) { rect.maxX - $0.x }
  points = cut(points) { $0.y - rect.minY }
  return cut(points) { rect.maxY - $0.y }
}

extension SeededGenerator {
  mutating func number(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &self)
  }

  mutating func point(_ range: ClosedRange<Double>) -> Point { Point(number(range), number(range)) }

  /// A polygon that does not cross itself: its corners are seen in turn from the point.
  mutating func star(around center: Point, radii: ClosedRange<Double>) -> [Point] {
    let corners = Int.random(in: 3...12, using: &self)
    let turn = number(0...1)
    return polygon(around: center, radii: (0..<corners).map { _ in number(radii) }, from: turn)
  }

  /// A path of lines and curves anywhere near the rectangle from 0 to `size`.
  mutating func scribble(size: Double) -> Path {
    var path = Path()
    path.move(to: point(-size / 4...size * 1.25))
    for _ in 0..<Int.random(in: 1...8, using: &self) {
      let points = (0..<3).map { _ in point(-size / 4...size * 1.25) }
      switch Int.random(in: 0...4, using: &self) {
      case 0: path.addQuadCurve(to: points[0], control: points[1])
      case 1: path.addCurve(to: points[0], control1: points[1], control2: points[2])
      case 2:
        path.closeSubpath()
        path.move(to: points[0])
      default: path.addLine(to: points[0])
      }
    }
    return path
  }
}

extension Polylines {
  init(_ path: Path, transform: Transform) {
    self.init()
    replace(with: path, transform: transform)
  }
}

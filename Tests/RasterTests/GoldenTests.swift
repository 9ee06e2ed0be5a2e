import Drawing
import Raster
import TestSupport
import Testing

/// Sheets that show at a glance what the properties cannot: that it looks right.
@Suite struct GoldenTests {
  private let ink = Color(hex: 0x0072B2)

  @Test func capsAndJoins() {
    var canvas = RasterCanvas(width: 360, height: 240)
    let caps: [Stroke.Cap] = [.butt, .round, .square]
    let joins: [Stroke.Join] = [.miter, .round, .bevel]
    for (row, cap) in caps.enumerated() {
      for (column, join) in joins.enumerated() {
        let origin = Point(Double(column) * 120 + 22, Double(row) * 80 + 60)
        let corners = [(0, 0), (30, -40), (60, 0), (72, -40)].map { origin + Vector($0, $1) }
        let line = Path(lines: corners)
        canvas.stroke(
          line, with: ink.opacity(0.5), style: Stroke(width: 17, cap: cap, join: join))
        canvas.stroke(line, with: .black, style: Stroke(width: 1))
      }
    }
    expectImage(canvas.pixmap, matches: "caps-and-joins")
  }

  @Test func dashes() {
    var canvas = RasterCanvas(width: 240, height: 160)
    let patterns: [(dash: [Double], cap: Stroke.Cap)] = [
      ([12, 6], .butt), ([0, 9], .round), ([18, 6, 3, 6], .square), ([7], .butt),
    ]
    for (row, pattern) in patterns.enumerated() {
      var line = Path()
      let y = Double(row) * 36 + 20
      line.move(to: Point(10, y))
      line.addCurve(
        to: Point(230, y), control1: Point(80, y - 30), control2: Point(160, y + 60))
      canvas.stroke(
        line, with: ink,
        style: Stroke(width: 5, cap: pattern.cap, join: .round, dash: pattern.dash))
    }
    expectImage(canvas.pixmap, matches: "dashes")
  }

  @Test func windingAndTransparency() {
    var canvas = RasterCanvas(width: 300, height: 150)
    for (index, isHollow) in [false, true].enumerated() {
      let center = Point(Double(index) * 150 + 75, 75)
      // A pentagram: every second corner of a pentagon.
      let corners = [(0, -65), (38, 53), (-62, -20), (62, -20), (-38, 53)]
        .map { center + Vector($0, $1) }
      var star = Path(lines: corners, closed: true)
      // It winds around its heart twice; the other way round and twice again, it does not at all.
      if isHollow {
        let heart = Path(lines: Self.heart(of: corners), closed: true)
        star.addPath(heart)
        star.addPath(heart)
      }
      canvas.fill(star, with: ink)
      canvas.fill(
        Path(circleAt: center + Vector(20, 20), radius: 40),
        with: Color(hex: 0xD55E00).opacity(0.5))
    }
    expectImage(canvas.pixmap, matches: "fill-rules")
  }

  /// Where the sides of a pentagram cross, against the sense in which it winds.
  private static func heart(of star: [Point]) -> [Point] {
    let sides = star.indices.map { (star[$0], star[($0 + 1) % 5]) }
    return [0, 2, 4, 1, 3].map { i in
      let ((a, b), (c, d)) = (sides[i], sides[(i + 2) % 5])
      return a + (b - a) * (Vector.cross(c - a, d - c) / Vector.cross(b - a, d - c))
    }
  }

  @Test func curvesThinLinesAndClipping() {
    var canvas = RasterCanvas(width: 240, height: 240)
    canvas.clipped(to: Rect(x: 20, y: 20, width: 200, height: 200)) { canvas in
      for index in 0..<24 {
        let turn = direction(Double(index) / 24)
        var ray = Path()
        ray.move(to: Point(120, 120))
        ray.addQuadCurve(
          to: Point(120, 120) + turn * 160,
          control: Point(120, 120) + turn * 80 + turn.perpendicular * 40)
        canvas.stroke(ray, with: .black, style: Stroke(width: 0.25 * Double(1 + index / 3)))
      }
    }
    expectImage(canvas.pixmap, matches: "curves")
  }
}

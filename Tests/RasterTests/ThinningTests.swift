import Drawing
import TestSupport
import Testing

@testable import Raster

@Suite struct ThinningTests {
  private static let size = 64
  private static let style = Stroke(width: 1.5, join: .round)

  /// A noisy wave with many points above each pixel.
  private func wave(seed: UInt64, count: Int = 12_000, turned: Bool = false) -> Path {
    var random = SeededGenerator(seed: seed)
    return Path(
      lines: (0..<count).map { i in
        let x = 64 * Double(i) / Double(count - 1)
        let t = x / 64 - 0.5
        let y = 32 + 30 * t * (1 - 4 * t * t) + random.number(-20...20)
        return turned ? Point(y, x) : Point(x, y)
      })
  }

  private func thinned(_ path: Path) -> Polylines {
    var lines = Polylines(path, transform: .identity)
    lines.thin()
    return lines
  }

  /// The stroke along all points of a path.
  private func unthinned(_ path: Path) throws -> Coverages {
    var stroker = try #require(Stroker(Self.style, scale: 1))
    stroker.add(Polylines(path, transform: .identity))
    let outline = stroker.outline
    // What goes around several times is filled in the same way as by the canvas.
    var start = 0
    var path = Path()
    for end in outline.ends {
      path.addPath(Path(lines: outline.points[start..<end], closed: true))
      start = end
    }
    return Coverages(path)
  }

  /// Which parts of the pixels are within half a width of a line, looked at in 8 × 8 places each.
  private func union(_ path: Path) -> [Double] {
    let points = Polylines(path, transform: .identity).points
    let side = Self.size * 8
    var isInside = [Bool](repeating: false, count: side * side)
    isInside.withUnsafeMutableBufferPointer { isInside in
      var i = 1
      while i < points.count {
        let (a, b) = (points[i - 1], points[i])
        let d = b - a
        let square = Vector.dot(d, d)
        func places(_ u: Double, _ v: Double) -> (Int, Int) {
          (max(0, Int((min(u, v) - 0.75) * 8)), min(side, Int((max(u, v) + 0.75) * 8 + 1)))
        }
        let ((minX, maxX), (minY, maxY)) = (places(a.x, b.x), places(a.y, b.y))
        var y = minY
        while y < maxY {
          var x = minX
          while x < maxX {
            let (dx, dy) = ((Double(x) + 0.5) / 8 - a.x, (Double(y) + 0.5) / 8 - a.y)
            var t = (dx * d.dx + dy * d.dy) / square
            t = t < 0 ? 0 : t > 1 ? 1 : t
            let (ex, ey) = (dx - t * d.dx, dy - t * d.dy)
            if ex * ex + ey * ey < 0.75 * 0.75 { isInside[y &* side &+ x] = true }
            x += 1
          }
          y += 1
        }
        i += 1
      }
    }
    return (0..<Self.size * Self.size).map { pixel in
      let (left, top) = (pixel % Self.size * 8, pixel / Self.size * 8)
      let count = (0..<64).count { isInside[(top + $0 / 8) * side + left + $0 % 8] }
      return Double(count) / 64
    }
  }

  @Test(arguments: [false, true])
  func thinnedStrokesLookAlike(turned: Bool) throws {
    for seed: UInt64 in 1...2 {
      let path = wave(seed: seed, turned: turned)
      let drawn = Coverages(path, Self.style)
      let all = try unthinned(path)
      let covered = zip(drawn.bytes, all.bytes).filter { $0 != 0 || $1 != 0 }
      let difference = covered.reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
      #expect(Double(difference) / Double(covered.count) <= 2)
      // What is truly within half a width is met better than by all points, whose areas add up within a pixel.
      let truth = union(path)
      func error(_ coverages: Coverages) -> Double {
        zip(coverages.bytes, truth).reduce(0) { $0 + abs(Double($1.0) - 255 * $1.1) }
      }
      #expect(error(drawn) < error(all))
    }
  }

  @Test func linesOfFewPointsStayAsTheyAre() {
    let path = wave(seed: 3, count: 4000)
    #expect(thinned(path).points == Polylines(path, transform: .identity).points)
  }

  @Test func endsAndExtremesAreKept() throws {
    for seed: UInt64 in 1...20 {
      let all = Polylines(wave(seed: seed), transform: .identity).points
      let lines = thinned(wave(seed: seed))
      #expect(lines.points.count < all.count / 4)
      #expect(lines.isSmooth.count == lines.points.count)
      #expect(lines.subpaths.map(\.points) == [0..<lines.points.count])
      #expect(lines.points.first == all.first)
      #expect(lines.points.last == all.last)
      #expect(lines.points.map(\.y).min() == all.map(\.y).min())
      #expect(lines.points.map(\.y).max() == all.map(\.y).max())
    }
  }
}

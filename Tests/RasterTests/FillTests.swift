import Drawing
import TestSupport
import Testing

@testable import Raster

@Suite struct FillTests {
  @Test func cornersOfBigConvexShapesAreEmptyAndTheirCentresFull() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<100 {
      let center = Point(32, 32) + random.point(-2...2).vector
      let points = polygon(
        around: center, radii: Array(repeating: random.number(12...28), count: 5),
        from: random.number(0...1))
      let coverage = Coverages(Path(lines: points, closed: true))
      for (x, y) in [(0, 0), (63, 0), (0, 63), (63, 63)] { #expect(coverage[x, y] == 0) }
      for x in 28..<36 { #expect(coverage[x, 32] == 255) }
    }
  }

  @Test func theSumOfCoverageIsThePolygonsArea() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<300 {
      let points = random.star(around: random.point(28...36), radii: 1...27)
      let coverage = Coverages(Path(lines: points, closed: true))
      #expect(abs(coverage.area - abs(signedArea(points))) <= coverage.areaError)
    }
  }

  @Test func theSumOfCoverageIsTheVisibleArea() {
    var random = SeededGenerator(seed: 3)
    let canvas = Rect(x: 0, y: 0, width: 64, height: 64)
    for size in [40, 100, 1e4, 1e6] {
      for _ in 0..<100 {
        let points = random.star(around: random.point(-30...94), radii: 1...size)
        let coverage = Coverages(Path(lines: points, closed: true))
        let area = abs(signedArea(clip(points, to: canvas)))
        #expect(abs(coverage.area - area) <= coverage.areaError)
      }
    }
  }

  @Test(arguments: [1e-3, 1e-6, 1e-9, 1e-12])
  func almostAxisAlignedEdgesKeepTheArea(tilt: Double) {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<50 {
      let (a, b) = (random.point(1...20), random.point(40...63))
      let points = [
        Point(a.x, a.y), Point(b.x, a.y + tilt), Point(b.x - tilt, b.y), Point(a.x + tilt, b.y),
      ]
      let coverage = Coverages(Path(lines: points, closed: true))
      #expect(abs(coverage.area - abs(signedArea(points))) <= coverage.areaError)
    }
  }

  @Test func eachPixelGetsTheAreaThatIsInsideOfIt() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<50 {
      let points = random.star(around: random.point(2...6), radii: 0.1...6)
      let coverage = Coverages(Path(lines: points, closed: true), width: 8, height: 8)
      for y in 0..<8 {
        for x in 0..<8 {
          let pixel = Rect(x: Double(x), y: Double(y), width: 1, height: 1)
          let area = abs(signedArea(clip(points, to: pixel)))
          #expect(abs(Double(coverage[x, y]) - 255 * area) <= 0.55)
        }
      }
    }
  }

  @Test func movingByWholePixelsMovesThePixels() {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<100 {
      // Coordinates with few binary digits, so that the sum is exact.
      let path = Path(
        lines: random.star(around: Point(20, 20), radii: 1...18).map {
          Point(($0.x * 1024).rounded() / 1024, ($0.y * 1024).rounded() / 1024)
        }, closed: true)
      let (dx, dy) = (
        Int.random(in: 0...24, using: &random), Int.random(in: 0...24, using: &random)
      )
      let before = Coverages(path)
      let after = Coverages(path.transformed(by: .translation(Double(dx), Double(dy))))
      let moved = Coverages(width: 64) { x, y in
        x < dx || y < dy ? 0 : before[x - dx, y - dy]
      }
      #expect(after == moved)
    }
  }

  @Test func aShapeAndItsComplementAddUp() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<100 {
      let star = random.star(around: random.point(10...54), radii: 1...50)
      let shape = Path(lines: star, closed: true)
      var complement = Path(Rect(x: -100, y: -100, width: 300, height: 300))
      complement.addPath(Path(lines: star.reversed(), closed: true))
      let pairs = zip(Coverages(shape).bytes, Coverages(complement).bytes)
      // Two halves are both rounded up.
      #expect(pairs.allSatisfy { Int($0) + Int($1) == 255 || ($0 == 128 && $1 == 128) })
    }
  }

  @Test func directionAndStartDoNotMatter() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<200 {
      let points = (0..<Int.random(in: 3...20, using: &random)).map { _ in random.point(-20...84) }
      let forwards = Coverages(Path(lines: points, closed: true))
      let backwards = Coverages(Path(lines: points.reversed(), closed: true))
      let turned = Coverages(Path(lines: Array(points[1...]) + points[..<1], closed: true))
      #expect(backwards == forwards)
      #expect(turned == forwards)
    }
  }

  @Test func aPentagramsHeartIsInside() {
    let corners = polygon(around: Point(32, 32), radii: Array(repeating: 28, count: 5))
    let star = Coverages(Path(lines: [0, 2, 4, 1, 3].map { corners[$0] }, closed: true))
    #expect(star[32, 32] == 255)
    // The pentagon in the middle is smaller by the golden ratio squared; its corners are those between the star's.
    let inner = polygon(
      around: Point(32, 32), radii: Array(repeating: 28 * 2 / (3 + 5.0.squareRoot()), count: 5),
      from: 0.1)
    let outline = zip(corners, inner).flatMap { [$0, $1] }
    #expect(abs(star.area - signedArea(outline)) <= star.areaError)
  }

  @Test func nestedSquaresHaveAHoleWhereTheyAreOpposite() {
    let outer = Rect(x: 10, y: 10, width: 40, height: 40)
    let inner = Rect(x: 20, y: 20, width: 20, height: 20)
    var same = Path(outer)
    same.addPath(Path(inner))
    var opposite = Path(outer)
    opposite.addPath(
      Path(
        lines: [Point(20, 20), Point(20, 40), Point(40, 40), Point(40, 20)], closed: true))
    #expect(Coverages(same).area == 1600)
    #expect(Coverages(opposite).area == 1200)
  }

  @Test func aRectangleOnThePixelGridIsExact() {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<200 {
      let xs = (0..<2).map { _ in Int.random(in: -5...69, using: &random) }.sorted()
      let ys = (0..<2).map { _ in Int.random(in: -5...69, using: &random) }.sorted()
      let rect = Rect(
        minX: Double(xs[0]), minY: Double(ys[0]), maxX: Double(xs[1]), maxY: Double(ys[1]))
      let exact = Coverages(width: 64) { x, y in
        xs[0] <= x && x < xs[1] && ys[0] <= y && y < ys[1] ? 255 : 0
      }
      #expect(Coverages(Path(rect)) == exact)
    }
  }

  @Test func openSubpathsAreFilledAsIfClosed() {
    var random = SeededGenerator(seed: 10)
    for _ in 0..<20 {
      let points = random.star(around: Point(32, 32), radii: 1...30)
      #expect(Coverages(Path(lines: points)) == Coverages(Path(lines: points, closed: true)))
    }
  }

  @Test(arguments: [0.4, 1, 3, 10, 30])
  func aCirclesAreaIsAlmostExact(radius: Double) {
    let coverage = Coverages(Path(circleAt: Point(32.3, 31.6), radius: radius))
    // A chord is off by up to 0.02 px of the circle, 0.013 on average, all along.
    let flattening = 2 * Double.pi * radius * 0.014
    #expect(abs(coverage.area - .pi * radius * radius) <= coverage.areaError + flattening)
  }

  @Test func curvesAreFlattenedToTheTolerance() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<40 {
      let p = (0..<4).map { _ in random.point(0...500) }
      var path = Path()
      path.move(to: p[0])
      path.addCurve(to: p[3], control1: p[1], control2: p[2])
      let points = Polylines(path, transform: .identity).points
      for i in 0...200 {
        let t = Double(i) / 200
        // Paul de Casteljau's construction of the curve's point.
        var row = p
        while row.count > 1 { row = zip(row, row.dropFirst()).map { $0 + ($1 - $0) * t } }
        let off = zip(points, points.dropFirst()).map { distance(row[0], $0, $1) }.min()
        #expect((off ?? .infinity) <= Polylines.tolerance)
      }
    }
  }

  @Test func drawingTwiceGivesTheSameBytes() {
    var random = SeededGenerator(seed: 12)
    for _ in 0..<50 {
      let path = random.scribble(size: 64)
      #expect(Coverages(path) == Coverages(path))
      // Nothing of one drawing is left over for the next.
      let clear = Color(red: 0, green: 0, blue: 0, alpha: 0)
      let second = Coverages(width: 64, height: 64) {
        $0.fill(random.scribble(size: 64), with: clear)
        $0.stroke(random.scribble(size: 64), with: clear, style: Stroke(width: 5))
        $0.fill(path, with: .black)
      }
      #expect(second == Coverages(path))
    }
  }

  @Test func nothingShowsOutsideOfTheClip() {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<100 {
      let path = random.scribble(size: 64)
      let (a, b) = (random.point(-10...74), random.point(-10...74))
      let clip = Rect(
        minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
      let whole = Coverages(path)
      let part = Coverages(width: 64, height: 64) { canvas in
        canvas.clipped(to: clip) { $0.fill(path, with: .black) }
      }
      let visible = Coverages(width: 64) { x, y in
        clip.contains(Point(Double(x) + 0.5, Double(y) + 0.5)) ? whole[x, y] : 0
      }
      #expect(part.difference(visible) <= 1)
      #expect(zip(part.bytes, visible.bytes).allSatisfy { $0 == 0 || $1 != 0 })
    }
  }

  @Test(arguments: [
    Rect(x: 10, y: 10, width: 0, height: 5), Rect(minX: 20, minY: 20, maxX: 10, maxY: 10),
    Rect(minX: .nan, minY: 0, maxX: 64, maxY: 64), Rect(x: 100, y: 0, width: 10, height: 64),
    Rect(x: 0, y: -1e300, width: 64, height: 10),
  ])
  func anEmptyClipShowsNothing(clip: Rect) {
    let page = Path(Rect(x: 0, y: 0, width: 64, height: 64))
    let coverage = Coverages(width: 64, height: 64) {
      $0.clip = clip
      $0.fill(page, with: .black)
    }
    #expect(coverage.isEmpty)
  }

  @Test func theScaleEnlarges() {
    let rect = Rect(x: 1, y: 2, width: 10, height: 5)
    let coverage = Coverages(width: 64, height: 64, scale: 2) {
      $0.clip = Rect(x: 0, y: 0, width: 6, height: 64)
      $0.fill(Path(rect), with: .black)
    }
    let expected = Coverages(Path(Rect(x: 2, y: 4, width: 10, height: 10)))
    #expect(coverage == expected)
  }
}

/// From a point to a piece of a line.
private func distance(_ p: Point, _ a: Point, _ b: Point) -> Double {
  let d = b - a
  let t = min(max(Vector.dot(p - a, d) / Vector.dot(d, d), 0), 1)
  return (p - (a + d * t)).length
}

extension Point {
  fileprivate var vector: Vector { self - Point(0, 0) }
}

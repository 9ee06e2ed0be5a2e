import Drawing
import TestSupport
import Testing

@testable import Raster

private let extremes = [
  Double.nan, .infinity, -.infinity, 1e300, -1e300, 1e-300, -1e-300, 1.7e308, -1.7e308,
  .leastNonzeroMagnitude, 0, -0.0, 1e9, -1e9, 64, 1e20,
]

@Suite struct ExtremeTests {
  @Test func noCoordinatesDoHarm() {
    let clear = Color(red: 0, green: 0, blue: 0, alpha: 0)
    let disc = Path(circleAt: Point(30, 30), radius: 25)
    let alone = Coverages(disc)
    var random = SeededGenerator(seed: 1)
    func number() -> Double {
      Bool.random(using: &random)
        ? extremes.randomElement(using: &random) ?? 0 : random.number(-10...74)
    }
    for i in 0..<1000 {
      var path = Path()
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let p = (0..<3).map { _ in Point(number(), number()) }
        switch Int.random(in: 0...5, using: &random) {
        case 0: path.move(to: p[0])
        case 1: path.addQuadCurve(to: p[0], control: p[1])
        case 2: path.addCurve(to: p[0], control1: p[1], control2: p[2])
        case 3: path.closeSubpath()
        default: path.addLine(to: p[0])
        }
      }
      let joins = [Stroke.Join.miter, .round, .bevel]
      let caps = [Stroke.Cap.butt, .round, .square]
      let style = Stroke(
        width: number(), cap: caps[i % 3], join: joins[i / 3 % 3],
        dash: i % 2 == 0 ? [] : [number(), number()])
      // Drawn in no colour, it must leave no trace, not even in what is drawn next.
      let after = Coverages(width: 64, height: 64) {
        $0.fill(path, with: clear)
        $0.stroke(path, with: clear, style: style)
        $0.fill(disc, with: .black)
      }
      #expect(after == alone)
    }
  }

  @Test func hugeShapesCoverEverything() {
    for size in [1e3, 1e9, 1e100, 1e300] {
      let rect = Path(Rect(minX: -size, minY: -size, maxX: size, maxY: size))
      #expect(Coverages(rect).area == 64 * 64)
      let line = Path(lines: [Point(-size, 32), Point(size, 32)])
      #expect(Coverages(line, Stroke(width: 2)).area == 128)
      #expect(Coverages(line, Stroke(width: size)).area == 64 * 64)
    }
  }

  @Test func aLineToFarAwayKeepsItsDirection() {
    let near = Coverages(Path(lines: [Point(10, 20), Point(110, 70)]), Stroke(width: 3))
    for far in [1e6, 1e12, 1e20, 1e90] {
      let line = Path(lines: [Point(10, 20), Point(10 + 2 * far, 20 + far)])
      #expect(Coverages(line, Stroke(width: 3)).difference(near) <= 1)
    }
  }

  @Test(arguments: [
    [], [Point(5, 5)], [Point(5, 5), Point(5, 5)], [Point(5, 5), Point(50, 50)],
    [Point(1e-300, 0), Point(0, 1e-300), Point(0, 0)], [Point(.nan, 5), Point(5, 5), Point(9, 9)],
    [Point(100, 100), Point(200, 100), Point(100, 200)],
    [Point(-100, 5), Point(-200, 5), Point(-100, 20)],
  ])
  func whatHasNoAreaOrIsOutsideLeavesNoTrace(points: [Point]) {
    #expect(Coverages(Path(lines: points)).isEmpty)
    #expect(Coverages(Path(lines: points, closed: true)).isEmpty)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func aLineIsBrokenAtAPointThatIsNotFinite(missing: Double) {
    let style = Stroke(width: 2)
    let (a, b, c, d) = (Point(5, 10), Point(20, 10), Point(30, 40), Point(50, 10))
    var pieces = Path(lines: [a, b])
    pieces.addPath(Path(lines: [c, d]))
    for gap in [Point(missing, 10), Point(25, missing)] {
      #expect(Coverages(Path(lines: [a, b, gap, c, d]), style) == Coverages(pieces, style))
      #expect(
        Coverages(Path(lines: [gap, a, b, gap, gap, c, d]), style) == Coverages(pieces, style))

      var curve = Path(lines: [a, b])
      curve.addCurve(to: c, control1: gap, control2: b)
      curve.addLine(to: d)
      #expect(Coverages(curve, style) == Coverages(pieces, style))

      // A closed one goes back to its start, but stays open at the gap.
      var loop = Path(lines: [a, b])
      loop.addPath(Path(lines: [c, d, a]))
      #expect(
        Coverages(Path(lines: [a, b, gap, c, d], closed: true), style) == Coverages(loop, style))
    }
  }

  @Test func aSubpathAfterAClosedOneStartsWhereThatStarted() {
    var path = Path(Rect(x: 10, y: 10, width: 20, height: 20))
    path.addLine(to: Point(50, 50))
    var explicit = Path(Rect(x: 10, y: 10, width: 20, height: 20))
    explicit.addPath(Path(lines: [Point(10, 10), Point(50, 50)]))
    #expect(Coverages(path, Stroke(width: 2)) == Coverages(explicit, Stroke(width: 2)))
  }

  @Test(arguments: [0, -1, Double.nan, .infinity])
  func aWidthThatIsNoneDrawsNothing(width: Double) {
    let line = Path(lines: [Point(5, 5), Point(50, 50)])
    #expect(Coverages(line, Stroke(width: width, cap: .round)).isEmpty)
  }

  @Test func manyPointsLeaveNoHaze() {
    var random = SeededGenerator(seed: 2)
    let points = (0..<100_000).map { _ in Point(random.number(4...40), random.number(20...30)) }
    let coverage = Coverages(Path(lines: points), Stroke(width: 2, join: .round))
    let outside = Coverages(width: 64) { x, y in
      x < 2 || x > 42 || y < 18 || y > 32 ? coverage[x, y] : 0
    }
    #expect(outside.isEmpty)
    #expect(coverage[22, 25] == 255)
  }
}

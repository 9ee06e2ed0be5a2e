import Drawing
import TestSupport
import Testing

@testable import Raster

@Suite struct MaskTests {
  @Test func markersLookLikePaths() {
    var random = SeededGenerator(seed: 1)
    var (sum, count) = (0, 0)
    for _ in 0..<300 {
      let shape = Path(
        lines: random.star(around: Point(0, 0), radii: 1...8), closed: true)
      let center = random.point(-5...69)
      let marker = Coverages(width: 64, height: 64) { $0.fill(shape, at: center, with: .black) }
      let path = Coverages(
        shape.transformed(by: .translation(center.x, center.y)))
      // Each edge is moved by up to 1/128 of a pixel each way; a pixel at a corner has two.
      #expect(marker.difference(path) <= 5)
      for (a, b) in zip(marker.bytes, path.bytes) where b != 0 && b != 255 {
        sum += abs(Int(a) - Int(b))
        count += 1
      }
    }
    #expect(Double(sum) / Double(count) <= 1)
  }

  @Test func aMarkerLooksTheSameHoweverOftenItIsDrawn() {
    var random = SeededGenerator(seed: 2)
    let shape = Path(circleAt: Point(0, 0), radius: 3)
    for _ in 0..<50 {
      let centers = (0..<20).map { _ in random.point(-5...69) }
      let together = Coverages(width: 64, height: 64) { canvas in
        for center in centers + centers { canvas.fill(shape, at: center, with: .black) }
      }
      let anew = Coverages(width: 64, height: 64) { canvas in
        for center in centers + centers {
          canvas.fill(Path(circleAt: Point(0, 0), radius: 3), at: center, with: .black)
        }
      }
      #expect(together == anew)
    }
  }

  @Test func markersAreCutAtTheClipOnly() {
    var random = SeededGenerator(seed: 3)
    let shape = Path(circleAt: Point(0, 0), radius: 6)
    for _ in 0..<200 {
      let (a, b) = (random.point(-10...74), random.point(-10...74))
      let clip = Rect(
        minX: min(a.x, b.x), minY: min(a.y, b.y), maxX: max(a.x, b.x), maxY: max(a.y, b.y))
      let center = random.point(0...64)
      let whole = Coverages(width: 64, height: 64) { $0.fill(shape, at: center, with: .black) }
      let part = Coverages(width: 64, height: 64) { canvas in
        canvas.clipped(to: clip) { $0.fill(shape, at: center, with: .black) }
      }
      let visible = Coverages(width: 64) { x, y in
        clip.contains(Point(Double(x) + 0.5, Double(y) + 0.5)) ? whole[x, y] : 0
      }
      #expect(part.difference(visible) <= 1)
      #expect(zip(part.bytes, visible.bytes).allSatisfy { $0 == 0 || $1 != 0 })
    }
  }

  @Test func sizesAreNotMixedUp() {
    let shape = Path(circleAt: Point(0, 0), radius: 4)
    let twice = Coverages(width: 64, height: 64, scale: 2) {
      $0.fill(shape, at: Point(15, 15), with: .black)
    }
    #expect(twice == Coverages(Path(circleAt: Point(30, 30), radius: 8)))
  }

  @Test(arguments: [
    Point(.nan, 5), Point(.infinity, 5), Point(5, -1e300), Point(1e12, 5), Point(-100, 20),
  ])
  func markersNowhereLeaveNoTrace(center: Point) {
    let shape = Path(circleAt: Point(0, 0), radius: 4)
    let coverage = Coverages(width: 64, height: 64) { $0.fill(shape, at: center, with: .black) }
    #expect(coverage.isEmpty)
  }

  @Test func largeShapesAreDrawnAsPaths() {
    let shape = Path(circleAt: Point(0, 0), radius: 100)
    let marker = Coverages(width: 64, height: 64) {
      $0.fill(shape, at: Point(-50.3, 20.7), with: .black)
    }
    #expect(marker.difference(Coverages(Path(circleAt: Point(-50.3, 20.7), radius: 100))) <= 1)
  }

  @Test func manyShapesAndPlacesAreForgottenInTime() {
    var random = SeededGenerator(seed: 4)
    let shapes = (0..<600).map { Path(circleAt: Point(0, 0), radius: 1 + Double($0) / 40) }
    let first = Coverages(width: 64, height: 64) {
      $0.fill(shapes[10], at: Point(32, 32), with: .black)
    }
    let later = Coverages(width: 64, height: 64) { canvas in
      let clear = Color(red: 0, green: 0, blue: 0, alpha: 0)
      for shape in shapes {
        for _ in 0..<12 { canvas.fill(shape, at: random.point(20...40), with: clear) }
      }
      canvas.fill(shapes[10], at: Point(32, 32), with: .black)
    }
    #expect(first == later)
  }
}

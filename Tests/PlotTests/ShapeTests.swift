import Drawing
import Testing

@testable import Plot

private func corners(_ path: Path) -> [Point] {
  path.elements.compactMap { element in
    switch element {
    case .move(let p), .line(let p): p
    default: nil
    }
  }
}

private func area(_ points: [Point]) -> Double {
  zip(points, points.dropFirst() + points.prefix(1)).reduce(0) {
    $0 + ($1.0.x * $1.1.y - $1.1.x * $1.0.y) / 2
  }
}

/// Whether there is a corner of the shape wherever one of them is moved to.
private func isSymmetric(_ points: [Point], _ map: (Point) -> Point) -> Bool {
  points.allSatisfy { p in points.contains { ($0 - map(p)).length < 1e-9 } }
}

@Suite struct ShapeTests {
  @Test(arguments: PointShape.allCases.filter { $0 != .circle })
  func shapesAreTheSameOnBothSidesAndEquallyLarge(shape: PointShape) {
    let points = corners(shape.path(radius: 10))
    #expect(isSymmetric(points) { Point(-$0.x, $0.y) })
    if shape != .triangle { #expect(isSymmetric(points) { Point(-$0.y, $0.x) }) }
    // A circle of this radius has 314.
    #expect((230...340).contains(abs(area(points))))
    let distances = points.map { ($0 - Point(0, 0)).length }
    #expect(distances.allSatisfy { (4...14.1).contains($0) })
  }

  @Test func anArrowheadHasItsTipInFrontAndANotchBehind() {
    let head = Arrowhead(middle: Point(100, 50), direction: Vector(0.6, 0.8), length: 20)
    let points = corners(head.path).map { p in
      let v = p - Point(100, 50)
      // Along the direction, and to its side.
      return Point(v.dx * 0.6 + v.dy * 0.8, v.dy * 0.6 - v.dx * 0.8)
    }
    #expect(points.count == 4)
    let expected = [Point(10, 0), Point(-10, 9), Point(-5, 0), Point(-10, -9)]
    for (point, place) in zip(points, expected) {
      #expect(abs(point.x - place.x) < 1e-9 && abs(abs(point.y) - abs(place.y)) < 1e-9)
    }
    #expect(isSymmetric(points) { Point($0.x, -$0.y) })
  }
}

import Drawing
import Foundation
import TestSupport
import Testing

@testable import SVG

@Suite struct PathDataTests {
  private func text(_ elements: [Path.Element]) -> String {
    var path = Path()
    path.elements = elements
    return PathData(path).text
  }

  @Test(arguments: [0, 1, 2, 3])
  func aPathReadsBackAsItWas(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let path = Path(random: &generator)
      let read = try readPath(text(path.elements))
      // Rounding may leave out a line that has no length left.
      let points = path.elements.flatMap(\.points)
      let readPoints = read.flatMap(\.points)
      #expect(readPoints.count == points.count)
      for (a, b) in zip(points, readPoints) { #expect((a - b).length < 0.0072) }
      #expect(read.filter { $0 == .close }.count == path.elements.filter { $0 == .close }.count)
    }
  }

  @Test(
    arguments: [
      // Relative where shorter, one letter for repeated commands, no space before a minus.
      (
        [.move(Point(10, 20)), .line(Point(11, 19)), .line(Point(12.5, 21.25))],
        "M10 20l1-1 1.5 2.25"
      ),
      ([.move(Point(0, 0)), .line(Point(0.5, 0)), .line(Point(0.5, -0.25))], "M0 0h.5v-.25"),
      // Absolute where that is shorter.
      ([.move(Point(123.45, 7)), .line(Point(0, 1))], "M123.45 7L0 1"),
      ([.move(Point(99.5, 99.5)), .line(Point(0, 99.5))], "M99.5 99.5H0"),
      // Rounded to hundredths, without a trace of minus zero.
      ([.move(Point(-0.001, 1.006)), .line(Point(1.0 / 3, 2.0 / 3))], "M0 1.01l.33-.34"),
      // Lines without length only where they are all there is.
      ([.move(Point(1, 1)), .line(Point(1, 1))], "M1 1h0"),
      ([.move(Point(1, 1)), .line(Point(2, 1)), .line(Point(2.001, 1)), .close], "M1 1h1z"),
      // After closing, a line goes on from where the subpath began.
      ([.move(Point(1, 1)), .line(Point(2, 1)), .close, .line(Point(1, 2))], "M1 1h1zv1"),
      // A move on its own is no mark.
      ([.move(Point(1, 1)), .move(Point(2, 2)), .line(Point(3, 2)), .move(Point(9, 9))], "M2 2h1"),
      ([], ""), ([.move(Point(1, 1))], ""), ([.close], ""), ([.line(Point(1, 1))], ""),
      // Breaks at points that are not finite.
      (
        [
          .move(Point(0, 0)), .line(Point(1, 0)), .line(Point(.nan, 0)), .line(Point(5, 5)),
          .line(Point(6, 5)), .close,
        ], "M0 0h1m4 5h1L0 0"
      ),
      ([.move(Point(.infinity, 0)), .line(Point(5, 5)), .line(Point(6, 5))], "M5 5h1"),
      (
        [
          .move(Point(0, 0)),
          .cubic(control1: Point(1, .nan), control2: Point(2, 2), end: Point(3, 3)),
          .line(Point(4, 3)),
        ], "M3 3h1"
      ),
    ] as [([Path.Element], String)])
  func pathsAreWrittenShort(elements: [Path.Element], expected: String) {
    #expect(text(elements) == expected)
  }

  @Test(arguments: [0, 1, 2, 3])
  func whatIsLeftOutOfALineLiesOnIt(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var place = Point(0, 0)
    let points = (0..<3000).map { index -> Point in
      let angle = sin(Double(index) / 40) * 3
      place = place + Vector(cos(angle), sin(angle)) * .random(in: 0...0.7, using: &generator)
      return place
    }
    var path = Path(lines: points)
    path.addQuadCurve(to: Point(1, 1), control: Point(2, 2))
    path.addLine(to: Point(5, 5))
    let kept = path.simplified(within: 0.1).elements.flatMap(\.points)
    #expect(kept.count < points.count / 5)
    #expect(kept.suffix(3) == [Point(2, 2), Point(1, 1), Point(5, 5)])
    var (index, greatest) = (0, 0.0)
    for (from, to) in zip(kept, kept.dropFirst()).dropLast(3) {
      while points[index] != to {
        let (way, offset) = (to - from, points[index] - from)
        let part = min(max(Vector.dot(offset, way) / Vector.dot(way, way), 0), 1)
        greatest = max(greatest, (offset - way * part).length)
        index += 1
      }
    }
    #expect(index == points.count - 1)
    #expect(greatest <= 0.1)
  }

  @Test func chainsOfCurvesAreWrittenByTheirEnds() throws {
    let elements: [Path.Element] = [
      .move(Point(0, 0)), .quadratic(control: Point(1, 2), end: Point(3, 3)),
      .quadratic(control: Point(5, 4), end: Point(6, 6)),
      .quadratic(control: Point(9, 9), end: Point(8, 8)),
    ]
    #expect(text(elements) == "M0 0q1 2 3 3t3 3q3 3 2 2")
    #expect(try readPath(text(elements)) == elements)
  }

  @Test func anyCoordinatesMakeNumbersWithinTheLimit() throws {
    var generator = SeededGenerator(seed: 7)
    let odd: [Double] = [.nan, .infinity, -.infinity, 1e308, -1.7e308, 1e20, -3e6, 0, 1e-300]
    for _ in 0..<500 {
      var path = Path(random: &generator)
      for index in path.elements.indices where generator.next() % 3 == 0 {
        let strange = Point(
          odd.randomElement(using: &generator) ?? 0, odd.randomElement(using: &generator) ?? 0)
        path.elements[index] =
          index == 0 ? .move(strange) : generator.next() % 2 == 0 ? .line(strange) : .close
      }
      for point in try readPath(text(path.elements)).flatMap(\.points) {
        #expect(point.x.magnitude <= 1e6 && point.y.magnitude <= 1e6)
      }
    }
  }

  /// Within the limit the line is where it was: each of its points there lies on one of the pieces.
  @Test func aLineThatLeadsFarIsWhereItWasInTheNear() {
    var generator = SeededGenerator(seed: 11)
    func random(_ range: ClosedRange<Double>) -> Double { .random(in: range, using: &generator) }
    for _ in 0..<500 {
      let middle = Point(random(0...1000), random(0...1000))
      let angle = random(0...6.3)
      let direction = Vector(cos(angle), sin(angle))
      let start = middle - direction * (10 * pow(10, random(0...9)))
      let end = middle + direction * (10 * pow(10, random(0...9)))
      let corners = [start] + nearbyLine(from: start, to: end)
      let distances = zip(corners, corners.dropFirst()).map {
        Vector.cross($1 - $0, middle - $0).magnitude / max(($1 - $0).length, 1)
      }
      #expect(distances.contains { $0 < 0.01 }, "\(start) \(end)")
      #expect(!corners.dropFirst().contains { !$0.isNear })
      // A far start is written at the limit, and the first cut is on the same edge.
      if !start.isNear, corners.count > 2 {
        #expect(max(corners[1].x.magnitude, corners[1].y.magnitude) > 1e6 - 1e-3)
      }
    }
  }
}

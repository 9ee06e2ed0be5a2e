import Drawing
import TestSupport
import Testing

@testable import Raster

@Suite struct SimplifierTests {
  /// Along one curve to the right and along another one back.
  private func band(_ random: inout SeededGenerator) -> [Point] {
    let counts = (Int.random(in: 2...8, using: &random), Int.random(in: 2...8, using: &random))
    /// Some of the xs twice, so that the curve goes straight up or down there.
    func xs(_ count: Int) -> [Double] {
      (0..<count).flatMap { i in
        let x = i == 0 ? 0 : i == count - 1 ? 60 : random.number(0...60)
        return Bool.random(using: &random) ? [x] : [x, x]
      }.sorted()
    }
    let upper = xs(counts.0).map { Point($0, random.number(2...40)) }
    let lower = xs(counts.1).map { Point($0, random.number(24...62)) }
    let points = upper + lower.reversed()
    let turn = Int.random(in: 0..<points.count, using: &random)
    let turned = Array(points[turn...] + points[..<turn])
    return Bool.random(using: &random) ? turned : turned.reversed()
  }

  /// Whether two curves cross is found out by going along them, or else by going down through all edges: for the outline on
  /// its side.
  @Test func bothWaysToSeeThatAnOutlineIsSimpleAgree() {
    var random = SeededGenerator(seed: 30)
    var simplifier = Simplifier()
    var counts = [true: 0, false: 0]
    for _ in 0..<2000 {
      let points = band(&random)
      let outline = Outline(points: points, ends: [points.count])
      let onItsSide = Outline(points: points.map { Point($0.y, $0.x) }, ends: [points.count])
      let isSimple = simplifier.isSimple(outline)
      #expect(isSimple == simplifier.isSimple(onItsSide))
      counts[isSimple, default: 0] += 1
    }
    #expect((counts[true] ?? 0) > 200 && (counts[false] ?? 0) > 200)
  }

  @Test func aBandWhoseSidesCrossIsCoveredOnce() {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<40 {
      let path = Path(lines: band(&random), closed: true)
      #expect(Supersampled(path, size: 64).error(of: Coverages(path)).worst <= 5)
    }
  }

  /// What has many edges side by side takes no more than many times as long as what has few: here minutes in the past.
  @Test(.timeLimit(.minutes(1)))
  func manyEdgesBesideEachOtherAreDrawnSoon() {
    var random = SeededGenerator(seed: 32)
    let count = 100_000
    let curve = (0..<count).map { i in
      Point(64 * Double(i) / Double(count - 1), random.number(1...60))
    }
    let area = Path(lines: curve + [Point(64, 64), Point(0, 64)], closed: true)
    #expect(Coverages(area)[32, 62] == 255)
    // On its side no curve goes to the right and back.
    let onItsSide = Path(
      lines: (curve + [Point(64, 64), Point(0, 64)]).map { Point($0.y, $0.x) }, closed: true)
    #expect(Coverages(onItsSide)[62, 32] == 255)

    var squares = Path()
    for _ in 0..<30_000 {
      squares.addPath(Path(Rect(x: 2.25, y: 2.25, width: 4, height: 4)))
    }
    let coverage = Coverages(squares, width: 9, height: 9)
    #expect(coverage[4, 4] == 255)
    #expect(coverage[0, 0] == 0)

    let scribble = Path(lines: (0..<20_000).map { _ in random.point(0...64) }, closed: true)
    #expect(Coverages(scribble)[32, 32] == 255)
  }
}

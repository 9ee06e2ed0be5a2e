import Drawing
import TestSupport
import Testing

@testable import Raster

/// Drawings beside the slow reference, in 255ths.
@Suite struct AccuracyTests {
  private static let size = 8

  /// The average error of the pixels at the edges of many paths, and the largest of all pixels.
  private func error(
    of count: Int, seed: UInt64, _ path: (inout SeededGenerator) -> Path
  ) -> (mean: Double, worst: Double) {
    var random = SeededGenerator(seed: seed)
    var (sum, worst) = (0.0, 0.0)
    for _ in 0..<count {
      let path = path(&random)
      let drawn = Coverages(path, width: Self.size, height: Self.size)
      let error = Supersampled(path, size: Self.size).error(of: drawn)
      sum += error.mean
      worst = max(worst, error.worst)
    }
    return (sum / Double(count), worst)
  }

  @Test func polygonsAreExact() {
    // Rounding to bytes alone is a quarter on average; the reference is not exact either.
    let error = error(of: 400, seed: 1) { random in
      Path(lines: random.star(around: random.point(2...6), radii: 0.1...6), closed: true)
    }
    #expect(error.mean <= 0.3)
    #expect(error.worst <= 3)
  }

  @Test func curvesAreAlmostExact() {
    let error = error(of: 400, seed: 2) { random in
      Path(circleAt: random.point(2...6), radius: random.number(0.3...20))
    }
    #expect(error.mean <= 0.5)
    #expect(error.worst <= 4)
  }

  /// Polygons of few and of many corners, most of which cross themselves many times.
  @Test(arguments: [3, 5, 9, 20])
  func polygonsThatCrossThemselvesAreExact(corners: Int) {
    let error = error(of: 1000, seed: 3) { random in
      Path(lines: (0..<corners).map { _ in random.point(-2...10) }, closed: true)
    }
    #expect(error.mean <= 0.5)
    #expect(error.worst <= 4)
  }

  @Test func curvesThatCrossThemselvesAreAlmostExact() {
    let error = error(of: 1000, seed: 4) { $0.scribble(size: 8) }
    #expect(error.mean <= 0.5)
    #expect(error.worst <= 5)
  }

  /// An edge along an axis may be half a step, 2/255, away from the reference's nearest places.
  @Test func partsThatOverlapWithinAPixelCountOnce() {
    let error = error(of: 1000, seed: 5) { random in
      var path = Path()
      for _ in 0..<3 {
        let corner = random.point(0...7)
        path.addPath(
          Path(Rect(x: corner.x, y: corner.y, width: 1, height: random.number(0.1...2))))
      }
      // The same once more.
      if Bool.random(using: &random) { path.addPath(path) }
      return path
    }
    #expect(error.mean <= 1)
    #expect(error.worst <= 4)
  }
}

import Drawing

// Lines with many more points than pixels, such as a million measurements, spend their time on turns that no one can
// see. What shows of the points above one place are the first, the lowest, the highest and the last one: that is how
// charts of databases choose rows (Uwe Jugel, Zbigniew Jerzak, Gregor Hackenbroich and Volker Markl, M4: A
// Visualization-Oriented Time Series Data Aggregation, VLDB 2014).

extension Polylines {
  /// Lines with fewer points stay as they are.
  private static let fewPoints = 4096
  /// How wide a strip may be, in pixels, for a line within it to be drawn as if it went straight up and down.
  static let strip = 0.25

  /// Takes points from long lines that hardly change how a stroke along them looks.
  ///
  /// Points that follow each other within an upright or level strip are replaced by the first, the last and those at
  /// the strip's ends, in their order. Each line then goes through the same places of the strip's long direction as
  /// before, so that neither the old nor the new line is anywhere further than the strip's width from the other.
  mutating func thin() {
    guard points.count > Self.fewPoints else { return }
    var count = 0
    for i in subpaths.indices {
      let old = subpaths[i].points
      let start = count
      if old.count > Self.fewPoints {
        count = thin(old, to: count)
      } else {
        for j in old { keep(j, at: &count) }
      }
      subpaths[i].points = start..<count
    }
    points.removeLast(points.count - count)
    isSmooth.removeLast(isSmooth.count - count)
  }

  /// Moves what is kept of the points to the place; the end of them there.
  private mutating func thin(_ old: Range<Int>, to place: Int) -> Int {
    var count = place
    var next = old.lowerBound
    while next < old.upperBound {
      var run = Run(points[next], at: next)
      next += 1
      while next < old.upperBound, run.append(points[next], at: next) { next += 1 }
      var last = -1
      for i in run.kept where i > last {
        keep(i, at: &count)
        last = i
      }
    }
    return count
  }

  private mutating func keep(_ index: Int, at count: inout Int) {
    points[count] = points[index]
    isSmooth[count] = isSmooth[index]
    count += 1
  }

  /// Points within a strip, and which of them are its ends.
  private struct Run {
    let first: Int
    var last: Int
    var low: Point
    var high: Point
    var (lowX, highX, lowY, highY): (Int, Int, Int, Int)

    init(_ point: Point, at index: Int) {
      (first, last, low, high) = (index, index, point, point)
      (lowX, highX, lowY, highY) = (index, index, index, index)
    }

    /// Takes the point in, if all are within a strip even so.
    mutating func append(_ p: Point, at index: Int) -> Bool {
      let width = max(high.x, p.x) - min(low.x, p.x)
      let height = max(high.y, p.y) - min(low.y, p.y)
      guard width <= Polylines.strip || height <= Polylines.strip else { return false }
      if p.x < low.x { (low.x, lowX) = (p.x, index) }
      if p.x > high.x { (high.x, highX) = (p.x, index) }
      if p.y < low.y { (low.y, lowY) = (p.y, index) }
      if p.y > high.y { (high.y, highY) = (p.y, index) }
      last = index
      return true
    }

    /// In rising order; some may be the same.
    var kept: [Int] {
      let isUpright = high.x - low.x <= high.y - low.y
      let (a, b) = isUpright ? (lowY, highY) : (lowX, highX)
      return [first, min(a, b), max(a, b), last]
    }
  }
}

import Drawing

// Adding up signed areas is exact where an outline winds around each place once or not at all. Where it crosses or covers
// itself within a pixel, the average of the winding numbers does not tell how much of the pixel is inside.
//
// So such outlines are cut into strips at all corners and crossings. Within a strip edges do not meet, and between two
// neighbours there is one winding number: what is inside is trapezoids (the idea of sweeping over events is Jon Bentley
// and Thomas Ottmann's, Algorithms for Reporting and Counting Geometric Intersections, 1979; that of trapezoids is what X
// and Cairo draw with).

/// Finds out whether an outline covers itself, and makes one of it that does not.
struct Simplifier {
  /// An edge that is not level.
  private struct Edge {
    var top: Point
    var bottom: Point
    /// By how much it goes to the right from row to row.
    var slope: Double
    /// 1 where it goes down, −1 where it goes up.
    var winding: Int32
    /// The trapezoid that it is the left side of: the right side and where it starts; −1 where there is none.
    var partner: Int32 = -1
    var start = 0.0

    func x(at y: Double) -> Double {
      y <= top.y ? top.x : y >= bottom.y ? bottom.x : top.x + (y - top.y) * slope
    }
  }

  /// An edge that goes through the strip, and where.
  private struct Crossing {
    var edge: Int
    var x: Double
  }

  /// With so many steps of work an outline stays as it is: one of thousands of edges beside each other.
  private static let mostWork = 1 << 22
  /// Differences of so many pixels show nowhere.
  fileprivate static let tiny = 1e-7
  /// Points further away have too few digits for crossings.
  private static let furthest = 1e6

  private var edges: [Edge] = []
  private var heights: [Double] = []
  private var active: [Crossing] = []
  private var crossings: [Double] = []

  /// Makes the outline one that encloses the same region and winds once around each place of it.
  mutating func simplify(_ outline: inout Outline) {
    if isSimple(outline) { return }
    if let trapezoids = trapezoids() { outline = trapezoids }
  }

  /// Whether the outline already winds once around all that it encloses, always in the same sense.
  mutating func isSimple(_ outline: Outline) -> Bool {
    if outline.isStarShaped || outline.isBetweenCurves { return true }
    guard take(outline) else { return true }
    return staysInOrder()
  }

  /// Takes the edges from the top; false where there are points too far away.
  private mutating func take(_ outline: Outline) -> Bool {
    edges.removeAll(keepingCapacity: true)
    heights.removeAll(keepingCapacity: true)
    var i = 0
    for end in outline.ends where end > i {
      var from = outline.points[end - 1]
      while i < end {
        let to = outline.points[i]
        guard to.x.magnitude < Self.furthest && to.y.magnitude < Self.furthest else { return false }
        if from.y != to.y {
          let isDown = from.y < to.y
          let (top, bottom) = isDown ? (from, to) : (to, from)
          edges.append(
            Edge(
              top: top, bottom: bottom, slope: (bottom.x - top.x) / (bottom.y - top.y),
              winding: isDown ? 1 : -1))
          heights.append(to.y)
          heights.append(from.y)
        }
        from = to
        i += 1
      }
    }
    edges.sort { $0.top.y < $1.top.y }
    heights.sort()
    return true
  }

  /// Whether neighbouring edges never change places, and go down and up in turn; true where that is too much work.
  private mutating func staysInOrder() -> Bool {
    active.removeAll(keepingCapacity: true)
    var next = 0
    var work = 0
    var sense: Int32 = 0
    for (top, bottom) in zip(heights, heights.dropFirst()) where top < bottom {
      active.removeAll { edges[$0.edge].bottom.y <= top }
      enter(&next, at: top)
      work += active.count
      if work > Self.mostWork { return true }
      sort(at: (top + bottom) / 2)
      var winding: Int32 = 0
      var (lastTop, lastBottom) = (-Double.infinity, -Double.infinity)
      for crossing in active {
        let edge = edges[crossing.edge]
        let (atTop, atBottom) = (edge.x(at: top), edge.x(at: bottom))
        if atTop < lastTop - Self.tiny || atBottom < lastBottom - Self.tiny { return false }
        winding += edge.winding
        if sense == 0 { sense = winding }
        if winding != 0 && winding != sense { return false }
        (lastTop, lastBottom) = (atTop, atBottom)
      }
    }
    return true
  }

  /// The trapezoids that make up the region; nil where that is too much work.
  private mutating func trapezoids() -> Outline? {
    active.removeAll(keepingCapacity: true)
    var outline = Outline()
    var next = 0
    var work = 0
    for (top, bottom) in zip(heights, heights.dropFirst()) where top < bottom {
      for crossing in active where edges[crossing.edge].bottom.y <= top {
        end(crossing.edge, at: top, &outline)
      }
      active.removeAll { edges[$0.edge].bottom.y <= top }
      enter(&next, at: top)
      guard findCrossings(from: top, to: bottom) else { return nil }
      var y = top
      for end in crossings where end > y {
        sort(at: (y + end) / 2)
        advance(at: y, &outline)
        y = end
      }
      work += (active.count + 8) * crossings.count
      if work > Self.mostWork { return nil }
    }
    if let last = heights.last {
      for crossing in active { end(crossing.edge, at: last, &outline) }
    }
    return outline
  }

  /// Adds the edges that start here.
  private mutating func enter(_ next: inout Int, at y: Double) {
    while next < edges.count, edges[next].top.y <= y {
      active.append(Crossing(edge: next, x: 0))
      next += 1
    }
  }

  /// Brings the edges into their order at a height. Most are in order already.
  private mutating func sort(at y: Double) {
    for i in active.indices { active[i].x = edges[active[i].edge].x(at: y) }
    if active.count > 64 { return active.sort { $0.x < $1.x } }
    for i in active.indices {
      let crossing = active[i]
      var j = i
      while j > 0 && active[j - 1].x > crossing.x {
        active[j] = active[j - 1]
        j -= 1
      }
      active[j] = crossing
    }
  }

  /// Finds the heights at which edges cross within a strip, and the strip's end, in rising order; false where there are
  /// too many.
  private mutating func findCrossings(from top: Double, to bottom: Double) -> Bool {
    crossings.removeAll(keepingCapacity: true)
    let most = Self.mostWork / (active.count + 8)
    sort(at: top)
    // Each pair that changes places on the way down crosses once.
    for i in active.indices {
      var crossing = active[i]
      let edge = edges[crossing.edge]
      crossing.x = edge.x(at: bottom)
      var j = i
      while j > 0 && active[j - 1].x > crossing.x {
        let other = active[j - 1]
        let before = max(0, edge.x(at: top) - edges[other.edge].x(at: top))
        let after = other.x - crossing.x
        crossings.append(top + (bottom - top) * (before / (before + after)))
        active[j] = other
        j -= 1
      }
      active[j] = crossing
      if crossings.count > most { return false }
    }
    crossings.sort()
    crossings.append(bottom)
    return true
  }

  /// Goes from left to right through a strip: trapezoids go on where both sides are neighbours still, others end here.
  private mutating func advance(at y: Double, _ outline: inout Outline) {
    var winding: Int32 = 0
    var left = -1
    for crossing in active {
      let wasInside = winding != 0
      winding += edges[crossing.edge].winding
      let isInside = winding != 0
      if wasInside && !isInside && edges[left].partner != Int32(crossing.edge) {
        end(left, at: y, &outline)
        edges[left].partner = Int32(crossing.edge)
        edges[left].start = y
      }
      if !wasInside && isInside {
        left = crossing.edge
      } else {
        end(crossing.edge, at: y, &outline)
      }
    }
  }

  /// Adds the trapezoid that the edge is the left side of, if any.
  private mutating func end(_ left: Int, at y: Double, _ outline: inout Outline) {
    let edge = edges[left]
    guard edge.partner >= 0 else { return }
    let right = edges[Int(edge.partner)]
    edges[left].partner = -1
    outline.points.append(Point(edge.x(at: edge.start), edge.start))
    outline.points.append(Point(right.x(at: edge.start), edge.start))
    outline.points.append(Point(right.x(at: y), y))
    outline.points.append(Point(edge.x(at: y), y))
    outline.ends.append(outline.points.count)
  }
}

extension Outline {
  /// Whether a single contour goes along one curve to the right and back along another, which is always on the same side
  /// of the first, as the outline of an area below a curve does.
  fileprivate var isBetweenCurves: Bool {
    guard ends.count == 1, points.count >= 3 else { return false }
    return points.withUnsafeBufferPointer { points in
      let count = points.count
      var start = 0
      for i in 1..<count where points[i].x < points[start].x { start = i }
      /// The points from the leftmost on, in the contour's sense and against it.
      func point(_ i: Int, _ sense: Int) -> Point {
        let place = start + i * sense
        return points[place < 0 ? place + count : place >= count ? place - count : place]
      }
      // How many pieces each curve has.
      var there = 0
      while there < count, point(there + 1, 1).x >= point(there, 1).x { there += 1 }
      let back = count - there
      for i in 0..<back where point(i + 1, -1).x < point(i, -1).x { return false }

      var (i, j) = (0, 0)
      var (isAbove, isBelow) = (true, true)
      while i < there && j < back {
        let (a, b) = (point(i, 1), point(i + 1, 1))
        let (c, d) = (point(j, -1), point(j + 1, -1))
        // What is upright has no width to be above or below of.
        if a.x < b.x && c.x < d.x {
          for x in [max(a.x, c.x), min(b.x, d.x)] {
            let first = a.y + (x - a.x) / (b.x - a.x) * (b.y - a.y)
            let second = c.y + (x - c.x) / (d.x - c.x) * (d.y - c.y)
            if first > second + Simplifier.tiny { isAbove = false }
            if first < second - Simplifier.tiny { isBelow = false }
          }
          if !isAbove && !isBelow { return false }
        }
        if b.x <= d.x { i += 1 } else { j += 1 }
      }
      return true
    }
  }

  /// Whether the corners of a single contour are seen in turn, once around, from the middle of them, as those of each
  /// convex shape are.
  fileprivate var isStarShaped: Bool {
    guard ends.count == 1, points.count >= 3 else { return ends.isEmpty }
    return points.withUnsafeBufferPointer { points in
      var (x, y) = (0.0, 0.0)
      for point in points {
        x += point.x
        y += point.y
      }
      let middle = Point(x / Double(points.count), y / Double(points.count))
      var from = points[points.count - 1] - middle
      var (turnsLeft, turnsRight, rises) = (false, false, 0)
      for point in points {
        let to = point - middle
        let turn = Vector.cross(from, to)
        if !(turn >= 0) { turnsLeft = true }
        if !(turn <= 0) { turnsRight = true }
        if from.dy < 0 && to.dy >= 0 { rises += 1 }
        from = to
      }
      return turnsLeft != turnsRight && rises == 1
    }
  }
}

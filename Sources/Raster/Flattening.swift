import Drawing

extension Polylines {
  /// Becomes the lines of a path. Memory is kept from one to the next, because taking it anew takes as long as a small
  /// shape does.
  ///
  /// A line is broken at a point that is not finite: it ends before and starts anew after it. Points further away than
  /// 1e100 pixels are moved to there, which keeps products of coordinates finite.
  mutating func replace(with path: Path, transform: Transform) {
    points.removeAll(keepingCapacity: true)
    isSmooth.removeAll(keepingCapacity: true)
    subpaths.removeAll(keepingCapacity: true)
    var flattener = Flattener(transform: transform, lines: consume self)
    for element in path.elements {
      switch element {
      case .move(let p): flattener.move(to: p)
      case .line(let p): flattener.line(to: p)
      case .quadratic(let c, let p): flattener.quadratic(c, to: p)
      case .cubic(let c1, let c2, let p): flattener.cubic(c1, c2, to: p)
      case .close: flattener.close()
      }
    }
    flattener.endSubpath(closed: false)
    self = flattener.lines
  }
}

private struct Flattener {
  let transform: Transform
  var lines: Polylines
  /// Where the subpath's points start.
  var first = 0
  /// The subpath's first point, to which closing it leads; nil before there is any.
  var start: Point?
  /// The point reached last; nil where the line is broken or was closed.
  var current: Point?
  var isBroken = false
  /// Whether something is to be drawn: a move on its own leaves no mark.
  var hasLine = false

  mutating func move(to point: Point) {
    endSubpath(closed: false)
    isBroken = false
    start = pixel(point)
    if let start { append(start) }
  }

  mutating func line(to point: Point) {
    guard let p = pixel(point) else { return breakLine() }
    resume()
    if start == nil { start = p }
    hasLine = current != nil
    append(p)
  }

  mutating func quadratic(_ control: Point, to end: Point) {
    resume()
    guard let p0 = current, let p1 = pixel(control), let p2 = pixel(end) else {
      breakLine()
      return line(to: end)
    }
    // The curve is p0 + t·(b + t·a).
    let a = (p2 - p1) - (p1 - p0)
    let b = (p1 - p0) * 2
    curve(p0, b, a, Vector(0, 0), to: p2, pieces: pieces(degree: 2, secondDifference: a.length))
  }

  mutating func cubic(_ control1: Point, _ control2: Point, to end: Point) {
    resume()
    guard
      let p0 = current, let p1 = pixel(control1), let p2 = pixel(control2), let p3 = pixel(end)
    else {
      breakLine()
      return line(to: end)
    }
    // The curve is p0 + t·(c + t·(b + t·a)).
    let bend1 = (p2 - p1) - (p1 - p0)
    let bend2 = (p3 - p2) - (p2 - p1)
    let a = bend2 - bend1
    let b = bend1 * 3
    let c = (p1 - p0) * 3
    let bend = max(bend1.length, bend2.length)
    curve(p0, c, b, a, to: p3, pieces: pieces(degree: 3, secondDifference: bend))
  }

  /// Adds the points of the curve p0 + t·(c + t·(b + t·a)) in so many pieces.
  private mutating func curve(
    _ p0: Point, _ c: Vector, _ b: Vector, _ a: Vector, to end: Point, pieces count: Int
  ) {
    // All at once, as room for each by itself takes as long as the point does.
    let start = lines.points.count - 1
    lines.points.append(contentsOf: repeatElement(end, count: count - 1))
    lines.isSmooth.append(contentsOf: repeatElement(true, count: count - 1))
    lines.points.withUnsafeMutableBufferPointer { points in
      for i in 1..<count {
        let t = Double(i) / Double(count)
        points[start + i] = Point(
          p0.x + t * (c.dx + t * (b.dx + t * a.dx)), p0.y + t * (c.dy + t * (b.dy + t * a.dy)))
      }
    }
    hasLine = true
    append(end)
  }

  /// Closes the subpath; one that was broken stays open there, but the line back to its start is drawn.
  mutating func close() {
    if isBroken, let start {
      if current != nil {
        hasLine = true
        append(start)
      }
      endSubpath(closed: false)
      isBroken = false
    } else {
      endSubpath(closed: true)
    }
  }

  mutating func endSubpath(closed: Bool) {
    let points = first..<lines.points.count
    if !points.isEmpty && (hasLine || closed) {
      lines.subpaths.append(Polylines.Subpath(points: points, isClosed: closed))
    } else {
      lines.points.removeLast(points.count)
      lines.isSmooth.removeLast(points.count)
    }
    first = lines.points.count
    hasLine = false
    current = nil
  }

  private mutating func breakLine() {
    endSubpath(closed: false)
    isBroken = start != nil
  }

  /// What follows a closed subpath without a move starts where that one did.
  private mutating func resume() {
    if current == nil, !isBroken, let start { append(start) }
  }

  private mutating func append(_ point: Point) {
    lines.points.append(point)
    lines.isSmooth.append(false)
    current = point
  }

  /// Where the point is in pixels, nil if it is not finite.
  private func pixel(_ point: Point) -> Point? {
    guard point.isFinite else { return nil }
    let p = transform(point)
    let limit = 1e100
    return Point(clamped(p.x, -limit, limit), clamped(p.y, -limit, limit))
  }

  /// Into how many pieces of equal parameter range a Bézier curve is cut so that each is off its chord by no more than
  /// the tolerance: √(d·(d − 1)/8 · m/tolerance), where m is the longest second difference of the control points (Wang's
  /// bound; Ron Goldman, Pyramid Algorithms, 2003, section 5.6.3).
  ///
  /// 4096 pieces are enough for curves of a million pixels.
  private func pieces(degree: Int, secondDifference: Double) -> Int {
    let factor = Double(degree * (degree - 1)) / 8
    let count = (factor * secondDifference / Polylines.tolerance).squareRoot().rounded(.up)
    return Int(clamped(count, 1, 4096))
  }
}

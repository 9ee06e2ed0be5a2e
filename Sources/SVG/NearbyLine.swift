import Drawing

extension Number {
  /// How far from the origin anything is written. Renderers keep places in 32 bits: at a million units a float still
  /// tells sixteenths, and the fixed point of Cairo, which ends at eight million, leaves room to enlarge.
  static let limit = 1e6
}

/// Where a line leads when all that lies beyond the limit is moved to it, coordinate by coordinate: the ends of straight
/// pieces, the last at the line's end.
///
/// The line is cut where a coordinate passes the limit, so that what lies within stays where it is. Moving the ends alone
/// would turn it.
func nearbyLine(from start: Point, to end: Point) -> [Point] {
  if start.isNear && end.isNear { return [end] }
  // Differences and products stay finite.
  let (a, b) = (start.moved(within: 1e100), end.moved(within: 1e100))
  let way = b - a
  var cuts: [Double] = []
  for limit in [-Number.limit, Number.limit] {
    cuts.append((limit - a.x) / way.dx)
    cuts.append((limit - a.y) / way.dy)
  }
  let inside = cuts.filter { 0 < $0 && $0 < 1 }.sorted()
  return (inside.map { a + way * $0 } + [b]).map { $0.moved(within: Number.limit) }
}

extension Point {
  var isNear: Bool { x.magnitude <= Number.limit && y.magnitude <= Number.limit }

  fileprivate func moved(within limit: Double) -> Point {
    Point(min(max(x, -limit), limit), min(max(y, -limit), limit))
  }
}

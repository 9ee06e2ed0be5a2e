/// A sequence of lines and Bézier curves, in subpaths that may be open or closed.
///
/// The building functions have the names of SwiftUI's `Path`. Coordinates may be any `Double`: what draws a path
/// must take huge and non-finite ones without harm.
public struct Path: Hashable, Sendable {
  public enum Element: Hashable, Sendable {
    /// Starts a new subpath.
    case move(Point)
    case line(Point)
    case quadratic(control: Point, end: Point)
    case cubic(control1: Point, control2: Point, end: Point)
    /// Draws a line back to where the subpath started and joins the ends.
    case close
  }

  public var elements: [Element] = []

  public init() {}

  /// The path through the points, with straight lines between them.
  public init(lines points: some Collection<Point>, closed: Bool = false) {
    elements.reserveCapacity(points.count + 1)
    for point in points {
      elements.append(elements.isEmpty ? .move(point) : .line(point))
    }
    if closed, !elements.isEmpty { elements.append(.close) }
  }

  public init(_ rect: Rect) { self.init(lines: rect.corners, closed: true) }

  /// A rectangle with rounded corners; the radius is limited to half of the shorter side.
  public init(_ rect: Rect, cornerRadius: Double) {
    let r = min(cornerRadius, rect.width / 2, rect.height / 2)
    let k = r * (1 - Path.circleHandle)
    var along = Vector(1, 0)
    func addCorner(_ x: Double, _ y: Double) {
      let (corner, after) = (Point(x, y), along.perpendicular)
      addLine(to: corner - along * r)
      addCurve(to: corner + after * r, control1: corner - along * k, control2: corner + after * k)
      along = after
    }
    elements.reserveCapacity(10)
    move(to: Point(rect.minX + r, rect.minY))
    addCorner(rect.maxX, rect.minY)
    addCorner(rect.maxX, rect.maxY)
    addCorner(rect.minX, rect.maxY)
    addCorner(rect.minX, rect.minY)
    closeSubpath()
  }

  /// A circle of four cubic arcs, off by at most 0.03 % of the radius.
  public init(circleAt center: Point, radius: Double) {
    self.init(
      Rect(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius),
      cornerRadius: radius)
  }

  /// How far, in radii, a cubic arc's handles reach so that four arcs come closest to a circle: 4/3·(√2 − 1).
  static let circleHandle = 0.552_284_749_830_793_4

  public mutating func move(to point: Point) { elements.append(.move(point)) }

  public mutating func addLine(to point: Point) { elements.append(.line(point)) }

  public mutating func addQuadCurve(to end: Point, control: Point) {
    elements.append(.quadratic(control: control, end: end))
  }

  public mutating func addCurve(to end: Point, control1: Point, control2: Point) {
    elements.append(.cubic(control1: control1, control2: control2, end: end))
  }

  public mutating func closeSubpath() { elements.append(.close) }

  /// Appends the other path, moved by the transform.
  public mutating func addPath(_ other: Path, transform: Transform = .identity) {
    // Reserving room here would copy the whole path at each call.
    for element in other.elements { elements.append(element.map { transform($0) }) }
  }

  public func transformed(by transform: Transform) -> Path {
    var path = Path()
    path.addPath(self, transform: transform)
    return path
  }

  /// The smallest rectangle around all points and handles, nil for an empty path. A curve may stay inside of it.
  public var controlBounds: Rect? {
    var bounds: Rect?
    func include(_ p: Point) {
      let spot = Rect(minX: p.x, minY: p.y, maxX: p.x, maxY: p.y)
      bounds = bounds?.union(spot) ?? spot
    }
    for element in elements { element.forEachPoint(include) }
    return bounds
  }
}

extension Path.Element {
  /// The element with each of its points replaced.
  func map(_ f: (Point) -> Point) -> Path.Element {
    switch self {
    case .move(let p): .move(f(p))
    case .line(let p): .line(f(p))
    case .quadratic(let c, let p): .quadratic(control: f(c), end: f(p))
    case .cubic(let c1, let c2, let p): .cubic(control1: f(c1), control2: f(c2), end: f(p))
    case .close: .close
    }
  }

  func forEachPoint(_ body: (Point) -> Void) {
    switch self {
    case .move(let p), .line(let p): body(p)
    case .quadratic(let c, let p):
      body(c)
      body(p)
    case .cubic(let c1, let c2, let p):
      body(c1)
      body(c2)
      body(p)
    case .close: break
    }
  }
}

import Drawing
import Words

/// A walk from datum to datum: dots joined by lines, with arrowheads that show the direction.
///
/// The start is a ring, the end a full dot. Long steps have arrowheads between their dots, among short ones an arrowhead
/// stands for a dot here and there. A dot that would touch the one before or such an arrowhead is left out, and arrowheads
/// keep a distance, so that ten thousand steps look as clear as ten.
public struct WalkMark: Mark {
  public let data: [Datum]
  public let name: Words?
  public let color: Color

  public init(_ data: [Datum], name: Words? = nil, color: Color) {
    self.data = data
    self.name = name
    self.color = color
  }

  private static let dotRadius = 5.0
  private static let endRadius = 9.0
  private static let arrowLength = 24.0
  /// The way, along the walk, from one arrowhead to the next.
  private static let arrowDistance = 110.0

  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    let steps = frame.runs(data).flatMap(\.self)
    var line = Path()
    for piece in frame.visible(thinned(steps, distance: 1)) { line.addPath(Path(lines: piece)) }
    canvas.stroke(
      line, with: frame.style.color(color).opacity(0.45),
      style: Stroke(width: frame.style.lineWidth, cap: .round, join: .round))
  }

  public func drawPoints(on canvas: inout some Canvas, in frame: Frame) {
    let steps = frame.runs(data).flatMap(\.self)
    guard let start = steps.first, let end = steps.last else { return }
    let color = frame.style.color(color)
    let heads = arrowheads(along: steps, from: start, to: end, in: frame.area)
    let taken = heads.filter(\.isStep).map(\.middle)
    let free = steps.filter { point in
      frame.shows(point)
        && taken.allSatisfy { ($0 - point).length >= Self.arrowLength / 2 + Self.dotRadius }
    }
    let dot = Path(circleAt: Point(0, 0), radius: Self.dotRadius)
    for point in thinned(free, distance: Self.dotRadius * 2.4) {
      canvas.fill(dot, at: point, with: color)
    }
    for head in heads { canvas.fill(head.path, with: color) }
    if frame.shows(end) {
      canvas.fill(Path(circleAt: end, radius: Self.endRadius), with: color)
    }
    if frame.shows(start) {
      let ring = Path(circleAt: start, radius: Self.endRadius)
      canvas.fill(ring, with: frame.style.background)
      canvas.stroke(ring, with: color, style: Stroke(width: frame.style.lineWidth))
    }
  }

  /// The points without those that are closer than a distance to the last one kept.
  private func thinned(_ points: [Point], distance: Double) -> [Point] {
    var kept: [Point] = []
    for point in points {
      if let last = kept.last, (point - last).length < distance { continue }
      kept.append(point)
    }
    return kept
  }

  /// Arrowheads on the walk, the first as early as there is room: its way is the length walked, so steps that are too
  /// small for an arrowhead each share one.
  private func arrowheads(
    along steps: [Point], from start: Point, to end: Point, in area: Rect
  ) -> [Arrowhead] {
    var heads: [Arrowhead] = []
    var taken = [start, end]
    var walked = Self.arrowDistance
    var tail = start
    for (previous, point) in zip(steps, steps.dropFirst()) {
      let way = (point - tail).length
      guard way >= Self.arrowLength else { continue }
      defer { tail = point }
      walked += way
      guard walked >= Self.arrowDistance, let seen = area.part(from: tail, to: point) else {
        continue
      }
      // An arrowhead between two dots touches neither, else it takes the place of one.
      let isLong = way >= Self.arrowLength + 4 * Self.dotRadius && tail == previous
      let seenWay = seen.to - seen.from
      let middle = isLong ? seen.from + seenWay * 0.5 : point
      guard seenWay.length > 0, area.contains(middle),
        taken.allSatisfy({ ($0 - middle).length >= Self.arrowLength })
      else { continue }
      heads.append(
        Arrowhead(
          middle: middle, direction: seenWay / seenWay.length, length: Self.arrowLength,
          isStep: !isLong))
      taken.append(middle)
      walked = 0
    }
    return heads
  }
}

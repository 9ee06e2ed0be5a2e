import Drawing

/// A walk from datum to datum: dots joined by lines, with arrowheads that show the direction.
///
/// The start is a ring, the end a full dot. A dot that would touch the one before or an arrowhead is left out, and
/// arrowheads keep a distance, so that ten thousand steps look as clear as ten.
public struct WalkMark: Mark {
  public var data: [Datum]
  public var name: Label?
  public var color: Color

  public init(_ data: [Datum], name: Label? = nil, color: Color) {
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
    guard let start = steps.first, let end = steps.last else { return }
    let color = frame.style.color(color)
    canvas.stroke(
      Path(lines: thinned(steps, distance: 1)), with: color.opacity(0.45),
      style: Stroke(width: frame.style.lineWidth, cap: .round, join: .round))
    let heads = arrowheads(along: steps)
    let dot = Path(circleAt: Point(0, 0), radius: Self.dotRadius)
    for point in thinned(steps, distance: Self.dotRadius * 2.4) {
      let isFree = !heads.contains { ($0.middle - point).length < Self.arrowLength * 0.9 }
      if isFree { canvas.fill(dot, at: point, with: color) }
    }
    for head in heads { canvas.fill(head.path, with: color) }
    canvas.fill(Path(circleAt: end, radius: Self.endRadius), with: color)
    canvas.fill(Path(circleAt: start, radius: Self.endRadius), with: frame.style.background)
    canvas.stroke(
      Path(circleAt: start, radius: Self.endRadius), with: color,
      style: Stroke(width: frame.style.lineWidth))
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

  /// Arrowheads on the walk, the first half a distance from the start: its way is the length walked, so steps that
  /// are too small for an arrowhead each share one.
  private func arrowheads(along points: [Point]) -> [Arrowhead] {
    var heads: [Arrowhead] = []
    var walked = Self.arrowDistance / 2
    var tail = points[0]
    for point in points.dropFirst() {
      let way = point - tail
      guard way.length >= Self.arrowLength else { continue }
      walked += way.length
      if walked >= Self.arrowDistance {
        heads.append(
          Arrowhead(
            middle: tail + way * 0.5, direction: way / way.length, length: Self.arrowLength))
        walked = 0
      }
      tail = point
    }
    return heads
  }
}

/// The head of an arrow, notched at its back.
struct Arrowhead {
  var middle: Point
  /// Of length 1.
  var direction: Vector
  var length: Double

  var path: Path {
    let side = direction.perpendicular * (length * 0.45)
    let back = middle - direction * (length / 2)
    return Path(
      lines: [
        middle + direction * (length / 2), back + side, back + direction * (length * 0.25),
        back - side,
      ],
      closed: true)
  }
}

import Drawing

/// A short text beside a datum, put where it hides least.
public struct Annotation {
  public var label: Label
  public var datum: Datum
  public var color: Color

  public init(_ label: Label, at datum: Datum, color: Color) {
    self.label = label
    self.datum = datum
    self.color = color
  }
}

/// Finds places for small texts in a frame.
struct Placement {
  let area: Rect
  /// Points along all lines, dense enough that none slips under a text unseen.
  private let ink: [Point]
  private var taken: [Rect] = []

  init(area: Rect, around lines: [[Point]]) {
    self.area = area
    self.ink = lines.flatMap { Placement.dense($0, in: area) }
  }

  /// Reserves the best free rectangle of the given size near a point: inside of the area, over no other text, over
  /// as few lines as possible, and among such the nearest.
  mutating func place(width: Double, height: Double, near point: Point) -> Rect? {
    // A text does not touch the axes.
    let room = area.inset(by: 6)
    var best: (rect: Rect, cost: Int)?
    for distance in [16.0, 34, 60, 100] {
      for (dx, dy) in Placement.directions {
        let center = Point(
          point.x + dx * (distance + width / 2), point.y + dy * (distance + height / 2))
        let rect = Rect(
          x: center.x - width / 2, y: center.y - height / 2, width: width, height: height)
        guard room.contains(rect), !taken.contains(where: rect.overlaps) else { continue }
        let cost = ink.count { rect.inset(by: -6).contains($0) }
        if cost < best?.cost ?? .max { best = (rect, cost) }
      }
      if best?.cost == 0 { break }
    }
    if let best { taken.append(best.rect) }
    return best?.rect
  }

  /// Diagonals first: texts there look as if they belonged to the point.
  private static let directions: [(Double, Double)] = [
    (1, 0.4), (-1, 0.4), (1, -0.4), (-1, -0.4), (1, 0), (-1, 0), (0, -1), (0, 1), (0.6, -1),
    (-0.6, -1), (0.6, 1), (-0.6, 1),
  ]

  private static func dense(_ line: [Point], in area: Rect) -> [Point] {
    var points: [Point] = []
    var last: Point?
    for point in line where area.contains(point) {
      if let last {
        let pieces = Int(((point - last).length / 8).rounded(.up))
        for piece in stride(from: 1, to: pieces, by: 1) {
          points.append(last + (point - last) * (Double(piece) / Double(pieces)))
        }
      }
      points.append(point)
      last = point
    }
    return points
  }
}

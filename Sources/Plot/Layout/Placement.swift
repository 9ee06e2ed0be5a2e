import Drawing

/// Finds places for small texts in a frame: beside what they belong to, or farther away with a line that leads there,
/// but never nearer to something else that has a text.
struct Placement {
  /// What a text belongs to, as points that it may stand beside.
  struct Owner {
    let points: [Point]

    /// A point, or the middle part of a straight line: at its ends, other things begin.
    init(_ ends: [Point]) {
      guard let start = ends.first, let end = ends.last, ends.count > 1 else {
        points = ends
        return
      }
      points = [0.5, 0.4, 0.6, 0.3, 0.7].map { start + (end - start) * $0 }
    }

    func distance(to rect: Rect) -> Double {
      points.map { ($0 - rect.nearest(to: $0)).length }.min() ?? .infinity
    }
  }

  struct Place {
    var rect: Rect
    /// The line from the text to what it belongs to, where that is not beside it.
    var leader: (from: Point, to: Point)?
    /// Points along that line.
    fileprivate var leaderInk: [Point] = []
  }

  private let area: Rect
  private let owners: [Owner]
  /// Points along all lines, dense enough that none slips under a text unseen.
  private var ink: [Point]
  private var taken: [Rect] = []

  init(area: Rect, around lines: [[Point]], owners: [Owner]) {
    self.area = area
    self.owners = owners
    ink = lines.flatMap { Placement.dense($0, in: area) }
  }

  private static let inkDistance = 8.0
  /// How far from its owner a text may stand without a leader, and with one.
  private static let near = [13.0, 18, 26, 36]
  private static let far = [48.0, 64, 84, 108, 136]
  /// Where a leader ends before its point, for the marker there to stay free.
  private static let clearance = 11.0

  /// Diagonals first: texts there look as if they belonged to the point.
  private static let directions: [(Double, Double)] = [
    (1, 0.4), (-1, 0.4), (1, -0.4), (-1, -0.4), (1, 0), (-1, 0), (0, -1), (0, 1), (0.6, -1),
    (-0.6, -1), (0.6, 1), (-0.6, 1), (1, 1), (-1, 1), (1, -1), (-1, -1),
  ]

  /// Reserves the best place for a text of the given size: inside of the area, over no other text, over as few lines as
  /// possible, and among such the nearest. A line under the text costs as much as some distance, a leader too.
  mutating func place(width: Double, height: Double, for index: Int) -> Place? {
    var best: (place: Place, cost: Double)?
    for distance in Self.near + Self.far {
      // A place without a leader that hides nothing is not bettered by what is farther away.
      if let best, best.cost <= distance { break }
      for point in owners[index].points {
        for (dx, dy) in Self.directions {
          let rect = Rect(
            x: point.x + dx * (distance + width / 2) - width / 2,
            y: point.y + dy * (distance + height / 2) - height / 2, width: width, height: height)
          guard let place = candidate(rect, at: point, distance, for: index) else { continue }
          let cost = distance + cost(of: place)
          if cost < best?.cost ?? .infinity { best = (place, cost) }
        }
      }
    }
    guard let place = best?.place else { return nil }
    taken.append(place.rect)
    ink += place.leaderInk
    return place
  }

  /// Reserves a place for a text on one of some points, as far from the edges as can be, where it hides no line and no text.
  mutating func place(width: Double, height: Double, on points: [Point]) -> Place? {
    let places = points.map { point in
      Rect(
        x: point.x - width / 2, y: point.y - height / 2, width: width, height: height)
    }.filter { rect in
      let room = rect.inset(by: -8)
      return area.inset(by: 12).contains(rect) && !taken.contains(where: room.overlaps)
        && !ink.contains(where: room.contains) && owners.allSatisfy { $0.distance(to: rect) > 20 }
    }
    guard let rect = places.max(by: { area.room(around: $0) < area.room(around: $1) }) else {
      return nil
    }
    taken.append(rect)
    return Place(rect: rect)
  }

  /// The place with a text in the rectangle, unless that is taken or another owner is too near.
  private func candidate(
    _ rect: Rect, at point: Point, _ distance: Double, for index: Int
  ) -> Place? {
    // Texts touch neither the axes nor each other.
    guard area.inset(by: 6).contains(rect),
      !taken.contains(where: rect.inset(left: -10, top: -2, right: -10, bottom: -2).overlaps)
    else { return nil }
    let others = owners.enumerated().filter { $0.offset != index }.map(\.element)
    let nearest = others.map { $0.distance(to: rect) }.min() ?? .infinity
    if Self.near.contains(distance) {
      return nearest > 1.5 * owners[index].distance(to: rect) ? Place(rect: rect) : nil
    }
    let start = rect.nearest(to: point)
    let end = point - (point - start) * (Self.clearance / (point - start).length)
    let leader = Self.dense([start, end], in: area)
    let isFree = others.allSatisfy { other in
      other.points.allSatisfy { point in leader.allSatisfy { ($0 - point).length > 14 } }
    }
    guard nearest > 14, isFree, !taken.contains(where: { $0.part(from: start, to: end) != nil })
    else { return nil }
    return Place(rect: rect, leader: (start, end), leaderInk: leader)
  }

  private func cost(of place: Place) -> Double {
    let room = place.rect.inset(by: -5)
    // Plain loops, as in a debug build closures take longer than all else here.
    var (hidden, crossed) = (0.0, 0.0)
    for point in ink where room.contains(point) { hidden += 1 }
    guard place.leader != nil else { return 12 * hidden }
    for point in ink {
      for leader in place.leaderInk where (leader - point).length < 5 {
        crossed += 1
        break
      }
    }
    return 12 * hidden + 6 * crossed + 20
  }

  private static func dense(_ line: [Point], in area: Rect) -> [Point] {
    var points: [Point] = []
    var last: Point?
    for point in line where area.contains(point) {
      if let last {
        let pieces = Int(((point - last).length / inkDistance).rounded(.up))
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

extension Rect {
  /// The point of the rectangle that is nearest to a point.
  func nearest(to point: Point) -> Point {
    Point(min(max(point.x, minX), maxX), min(max(point.y, minY), maxY))
  }

  /// How far a rectangle within is from the nearest edge.
  fileprivate func room(around rect: Rect) -> Double {
    min(rect.minX - minX, maxX - rect.maxX, rect.minY - minY, maxY - rect.maxY)
  }
}

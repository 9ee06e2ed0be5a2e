import Drawing

/// The shapes that tell points apart without colour.
public enum PointShape: Hashable, Sendable, CaseIterable {
  case circle, square, triangle, diamond, cross

  /// The shape around the origin. All shapes of a radius look equally large.
  func path(radius: Double) -> Path {
    func polygon(_ corners: [(Double, Double)]) -> Path {
      Path(lines: corners.map { Point($0 * radius, $1 * radius) }, closed: true)
    }
    switch self {
    case .circle: return Path(circleAt: Point(0, 0), radius: radius)
    case .square: return polygon([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])
    case .triangle: return polygon([(0, -1.25), (1.15, 0.8), (-1.15, 0.8)])
    case .diamond: return polygon([(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)])
    case .cross:
      return polygon([
        (0, -0.45), (0.7, -1.15), (1.15, -0.7), (0.45, 0), (1.15, 0.7), (0.7, 1.15), (0, 0.45),
        (-0.7, 1.15), (-1.15, 0.7), (-0.45, 0), (-1.15, -0.7), (-0.7, -1.15),
      ])
    }
  }
}

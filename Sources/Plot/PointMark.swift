import Drawing
import Words

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

/// Data as points.
public struct PointMark: Mark {
  public var data: [Datum]
  public var name: Words?
  public var color: Color
  public var shape: PointShape

  public init(
    _ data: [Datum], name: Words? = nil, color: Color, shape: PointShape = .circle
  ) {
    self.data = data
    self.name = name
    self.color = color
    self.shape = shape
  }

  public var margin: Margin { .point }

  public func drawPoints(on canvas: inout some Canvas, in frame: Frame) {
    draw(on: &canvas, at: frame.runs(data).flatMap(\.self).filter(frame.shows), frame.style)
  }

  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {
    draw(on: &canvas, at: [rect.center], style)
  }

  private func draw(on canvas: inout some Canvas, at points: [Point], _ style: Style) {
    let appearance = style.theme.appearance(of: color)
    // A shape of one's own choice counts more than the theme's.
    let shape = shape == .circle ? appearance.marker ?? shape : shape
    let path = shape.path(radius: style.pointRadius)
    for point in points { canvas.fill(path, at: point, with: appearance.color) }
  }
}

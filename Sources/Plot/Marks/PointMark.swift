import Drawing
import Words

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
    let shape = shape == .circle ? appearance.shape ?? shape : shape
    let path = shape.path(radius: style.pointRadius)
    for point in points { canvas.fill(path, at: point, with: style.lineColor(color)) }
  }
}

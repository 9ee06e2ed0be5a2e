import Drawing
import Words

/// A line through data. A value that is not finite leaves a gap, a datum between gaps is drawn as a dot.
public struct LineMark: Mark {
  public var data: [Datum]
  public var name: Words?
  public var color: Color
  /// Lengths of dashes and gaps in turn; empty for a solid line.
  public var dash: [Double]

  public init(_ data: [Datum], name: Words? = nil, color: Color, dash: [Double] = []) {
    self.data = data
    self.name = name
    self.color = color
    self.dash = dash
  }

  public var nameColor: Color? { color }

  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    let style = frame.style
    for run in frame.runs(data).flatMap(frame.visible) {
      if run.count == 1 {
        let dot = Path(circleAt: run[0], radius: style.lineWidth * 1.6)
        canvas.fill(dot, with: style.color(color))
      } else {
        canvas.stroke(Path(lines: run), with: style.color(color), style: stroke(style))
      }
    }
  }

  public func drawPoints(on canvas: inout some Canvas, in frame: Frame) {
    // What no legend names is not to be told from other lines, and markers would look like data.
    guard name != nil else { return }
    let points = frame.runs(data).flatMap(frame.visible).flatMap(Self.spread)
    drawMarkers(on: &canvas, at: points.filter(frame.shows), frame.style)
  }

  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {
    canvas.drawSampleLine(in: rect, with: style.color(color), style: stroke(style))
    drawMarkers(on: &canvas, at: [rect.center], style)
  }

  /// Draws the theme's markers, which tell lines apart where colours do not.
  private func drawMarkers(on canvas: inout some Canvas, at points: [Point], _ style: Style) {
    let appearance = style.theme.appearance(of: color)
    guard let marker = appearance.marker?.path(radius: style.pointRadius) else { return }
    for point in points { canvas.fill(marker, at: point, with: appearance.color) }
  }

  /// Some eight points of a run, for markers, about equally far from each other along the line.
  private static func spread(_ run: [Point]) -> [Point] {
    let lengths = zip(run, run.dropFirst()).map { ($1 - $0).length }
    let distance = lengths.reduce(0, +) / 8
    var (points, way) = ([Point](), distance / 2)
    for (point, length) in zip(run.dropFirst(), lengths) {
      way += length
      guard way >= distance else { continue }
      points.append(point)
      way = 0
    }
    return run.count == 1 ? run : points
  }

  private func stroke(_ style: Style) -> Stroke {
    let dash = dash.isEmpty ? style.theme.appearance(of: color).dash : dash
    return Stroke(width: style.lineWidth, cap: .butt, join: .round, dash: dash)
  }
}

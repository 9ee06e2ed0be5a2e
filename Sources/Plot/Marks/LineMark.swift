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
    let appearance = style.theme.appearance(of: color)
    for run in frame.runs(data).flatMap(frame.visible) {
      if run.count == 1 {
        canvas.fill(
          Path(circleAt: run[0], radius: style.lineWidth * 1.6), with: appearance.color)
      } else {
        canvas.stroke(Path(lines: run), with: appearance.color, style: stroke(style))
      }
    }
  }

  public func drawPoints(on canvas: inout some Canvas, in frame: Frame) {
    let style = frame.style
    let appearance = style.theme.appearance(of: color)
    // What no legend names is not to be told from other lines, and markers would look like data.
    guard name != nil, let marker = appearance.marker?.path(radius: style.pointRadius) else {
      return
    }
    for point in frame.runs(data).flatMap(frame.visible).flatMap(Self.spread)
    where frame.shows(point) {
      canvas.fill(marker, at: point, with: appearance.color)
    }
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

  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {
    let appearance = style.theme.appearance(of: color)
    let y = canvas.crisp(rect.center.y, width: style.lineWidth)
    let line = Path(lines: [Point(rect.minX, y), Point(rect.maxX, y)])
    canvas.stroke(line, with: appearance.color, style: stroke(style))
    if let marker = appearance.marker {
      canvas.fill(
        marker.path(radius: style.pointRadius), at: rect.center, with: appearance.color)
    }
  }

  private func stroke(_ style: Style) -> Stroke {
    let dash = dash.isEmpty ? style.theme.appearance(of: color).dash : dash
    return Stroke(width: style.lineWidth, cap: .butt, join: .round, dash: dash)
  }
}

import Drawing

/// A line through data. A value that is not finite leaves a gap, a datum between gaps is drawn as a dot.
public struct LineMark: Mark {
  public var data: [Datum]
  public var name: Label?
  public var color: Color
  /// Lengths of dashes and gaps in turn; empty for a solid line.
  public var dash: [Double]

  public init(_ data: [Datum], name: Label? = nil, color: Color, dash: [Double] = []) {
    self.data = data
    self.name = name
    self.color = color
    self.dash = dash
  }

  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    for run in frame.runs(data) {
      if run.count == 1 {
        canvas.fill(Path(circleAt: run[0], radius: frame.style.lineWidth * 1.6), with: color)
      } else {
        canvas.stroke(Path(lines: run), with: color, style: stroke(frame.style))
      }
    }
  }

  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {
    let y = canvas.crisp(rect.center.y, width: style.lineWidth)
    let line = Path(lines: [Point(rect.minX, y), Point(rect.maxX, y)])
    canvas.stroke(line, with: color, style: stroke(style))
  }

  private func stroke(_ style: Style) -> Stroke {
    Stroke(width: style.lineWidth, cap: .butt, join: .round, dash: dash)
  }
}

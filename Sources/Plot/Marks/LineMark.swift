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
        canvas.fill(dot, with: style.lineColor(color))
      } else {
        canvas.stroke(Path(lines: run), with: style.lineColor(color), style: stroke(style))
      }
    }
  }

  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {
    canvas.drawSampleLine(in: rect, with: style.lineColor(color), style: stroke(style))
  }

  private func stroke(_ style: Style) -> Stroke {
    Stroke(width: style.lineWidth, cap: .butt, join: .round, dash: dash)
  }
}

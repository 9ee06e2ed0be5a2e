import Drawing
import Words

/// Bars from a base to values, each around its place on the x axis.
public struct BarMark: Mark {
  public var values: [Datum]
  public var name: Words?
  public var color: Color
  /// How wide a bar is, in units of the x axis.
  public var width: Double
  /// How far the bars stand beside their places, in units of the x axis, to make room for other bars.
  public var offset: Double

  public init(
    _ values: [Datum], name: Words? = nil, color: Color, width: Double = 0.8,
    offset: Double = 0
  ) {
    self.values = values
    self.name = name
    self.color = color
    self.width = width
    self.offset = offset
  }

  /// The corners of the bars: a bar starts at zero, so zero belongs to what is shown.
  public var data: [Datum] {
    values.flatMap { value in
      [
        Datum(x: value.x + offset - width / 2, y: 0),
        Datum(x: value.x + offset + width / 2, y: value.y),
      ]
    }
  }

  public var standsOnZero: Bool { true }
  public var margin: Margin { Margin(x: 0.02, y: 0.06) }

  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    // On a logarithmic axis zero is infinitely far down.
    let base = frame.y.kind == .linear ? frame.y(0) : frame.area.maxY
    var path = Path()
    for value in values {
      let left = canvas.crisp(frame.x(value.x + offset - width / 2), width: 0)
      let right = canvas.crisp(frame.x(value.x + offset + width / 2), width: 0)
      let top = canvas.crisp(frame.y(value.y), width: 0)
      guard left.isFinite, right.isFinite, top.isFinite else { continue }
      path.addPath(
        Path(Rect(minX: left, minY: min(top, base), maxX: right, maxY: max(top, base))))
    }
    canvas.fill(path, with: frame.style.color(color))
  }

  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {
    canvas.fill(Path(rect), with: style.color(color))
  }

  /// The outlines of the bars.
  public func lines(in frame: Frame) -> [[Point]] {
    values.map { value in
      [
        frame.point(Datum(x: value.x + offset - width / 2, y: value.y)),
        frame.point(Datum(x: value.x + offset + width / 2, y: value.y)),
      ]
    }
  }
}

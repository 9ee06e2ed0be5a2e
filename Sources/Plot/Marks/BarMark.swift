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

  /// The left and the right side of a bar.
  private func sides(of value: Datum) -> [Double] {
    [value.x + offset - width / 2, value.x + offset + width / 2]
  }

  /// The corners of the bars: a bar starts at zero, so zero belongs to what is shown.
  public var data: [Datum] {
    values.flatMap { value in zip(sides(of: value), [0, value.y]).map(Datum.init) }
  }

  public var standsOnZero: Bool { true }
  public var margin: Margin { Margin(x: 0.02, y: 0.06) }

  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    // On a logarithmic axis zero is infinitely far down.
    let base = frame.y.kind == .linear ? frame.y(0) : frame.area.maxY
    var path = Path()
    for value in values {
      let x = sides(of: value).map { canvas.crisp(frame.x($0), width: 0) }
      let top = canvas.crisp(frame.y(value.y), width: 0)
      guard (x + [top]).allSatisfy(\.isFinite) else { continue }
      path.addPath(
        Path(Rect(minX: x[0], minY: min(top, base), maxX: x[1], maxY: max(top, base))))
    }
    canvas.fill(path, with: frame.style.color(color))
  }

  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {
    canvas.fill(Path(rect), with: style.color(color))
  }

  /// The upper sides of the bars.
  public func lines(in frame: Frame) -> [[Point]] {
    values.map { value in sides(of: value).map { frame.point(Datum(x: $0, y: value.y)) } }
  }
}

import Drawing

/// Where data are drawn: a rectangle of the canvas and the scales of its sides.
public struct Frame {
  /// The rectangle, in units of the canvas.
  public let area: Rect
  /// The scale from left to right.
  public let x: Scale
  /// The scale from the bottom to the top.
  public let y: Scale
  /// Typefaces, colours and sizes.
  public internal(set) var style: Style

  /// The place of a datum on the canvas; not finite where the datum is not.
  public func point(_ datum: Datum) -> Point {
    Point(x(datum.x), y(datum.y))
  }

  /// The datum at a place of the canvas.
  func datum(at point: Point) -> Datum {
    Datum(
      x: x.value(at: (point.x - area.minX) / area.width),
      y: y.value(at: (area.maxY - point.y) / area.height))
  }

  /// The rectangle from a lower left corner to an upper right one.
  func rect(from low: Datum, to high: Datum) -> Rect {
    Rect(minX: x(low.x), minY: y(high.y), maxX: x(high.x), maxY: y(low.y))
  }

  /// Whether a point lies within the frame, on its edges too, however the place was rounded.
  func shows(_ point: Point) -> Bool { area.inset(by: -0.5).contains(point) }

  /// The places of a value along the two sides.
  public func x(_ value: Double) -> Double { area.minX + x.fraction(value) * area.width }
  public func y(_ value: Double) -> Double { area.maxY - y.fraction(value) * area.height }

  /// The places of the data as runs of finite points: what is not finite leaves a gap.
  public func runs(_ data: [Datum]) -> [[Point]] {
    data.map(point).split { !$0.isFinite }.map(Array.init)
  }
}

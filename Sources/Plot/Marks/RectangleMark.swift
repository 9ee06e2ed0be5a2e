import Drawing
import Words

/// A rectangle in the units of the axes, such as a range of values that is good.
public struct RectangleMark: Mark {
  /// The range on each axis; nil reaches across the whole frame.
  public var x: ClosedRange<Double>?
  public var y: ClosedRange<Double>?
  public var name: Words?
  public var color: Color
  /// From 0 to 1; below 1 what is drawn earlier shows through.
  public var opacity: Double

  public init(
    x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil, name: Words? = nil,
    color: Color, opacity: Double = 0.2
  ) {
    self.x = x
    self.y = y
    self.name = name
    self.color = color
    self.opacity = opacity
  }

  public var data: [Datum] {
    [
      Datum(x: x?.lowerBound ?? .nan, y: y?.lowerBound ?? .nan),
      Datum(x: x?.upperBound ?? .nan, y: y?.upperBound ?? .nan),
    ]
  }

  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    let area = frame.area
    let rect = Rect(
      minX: x.map { frame.x($0.lowerBound) } ?? area.minX,
      minY: y.map { frame.y($0.upperBound) } ?? area.minY,
      maxX: x.map { frame.x($0.upperBound) } ?? area.maxX,
      maxY: y.map { frame.y($0.lowerBound) } ?? area.maxY)
    canvas.fill(Path(rect), with: frame.style.color(color.opacity(opacity)))
  }

  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {
    canvas.fill(Path(rect), with: style.color(color.opacity(opacity)))
  }

  /// A label may stand on a rectangle.
  public func lines(in frame: Frame) -> [[Point]] { [] }
}

import Drawing
import Words

/// A rectangle in the units of the axes, such as a range of values that is good.
public struct RectangleMark: Mark {
  /// The range on each axis; nil reaches across the whole frame.
  private let x: ClosedRange<Double>?
  private let y: ClosedRange<Double>?
  public let name: Words?
  private let color: Color

  /// - Parameter opacity: from 0 to 1; below 1 what is drawn earlier shows through.
  public init(
    x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil, name: Words? = nil,
    color: Color, opacity: Double = 0.2
  ) {
    self.x = x
    self.y = y
    self.name = name
    self.color = color.opacity(opacity)
  }

  public var data: [Datum] {
    [
      Datum(x: x?.lowerBound ?? .nan, y: y?.lowerBound ?? .nan),
      Datum(x: x?.upperBound ?? .nan, y: y?.upperBound ?? .nan),
    ]
  }

  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    var rect = frame.area
    if let x { (rect.minX, rect.maxX) = (frame.x(x.lowerBound), frame.x(x.upperBound)) }
    if let y { (rect.minY, rect.maxY) = (frame.y(y.upperBound), frame.y(y.lowerBound)) }
    canvas.fill(Path(rect), with: frame.style.color(color))
  }

  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {
    canvas.fill(Path(rect), with: style.color(color))
    // Faint colours show in a small sample by its edge.
    canvas.stroke(
      Path(canvas.crisp(rect, width: style.hairline)), with: style.axis,
      style: Stroke(width: style.hairline))
  }

  /// A label may stand on a rectangle.
  public func lines(in frame: Frame) -> [[Point]] { [] }
}

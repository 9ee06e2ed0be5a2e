import Drawing
import Words

/// Straight arrows from one datum to another: gradients, steps, forces.
public struct ArrowMark: Mark {
  /// The two ends of an arrow; the head is at the second.
  public typealias Arrow = (from: Datum, to: Datum)

  public var arrows: [Arrow]
  public var name: Words?
  public var color: Color

  public init(_ arrows: [Arrow], name: Words? = nil, color: Color) {
    self.arrows = arrows
    self.name = name
    self.color = color
  }

  public var data: [Datum] { arrows.flatMap { [$0.from, $0.to] } }

  public var margin: Margin { .point }

  private static let headLength = 22.0

  public func draw(on canvas: inout some Canvas, in frame: Frame) {
    for arrow in arrows {
      draw(on: &canvas, from: frame.point(arrow.from), to: frame.point(arrow.to), frame.style)
    }
  }

  public func drawSample(on canvas: inout some Canvas, in rect: Rect, style: Style) {
    let y = rect.center.y
    draw(on: &canvas, from: Point(rect.minX, y), to: Point(rect.maxX, y), style)
  }

  public func lines(in frame: Frame) -> [[Point]] {
    arrows.map { [frame.point($0.from), frame.point($0.to)] }
  }

  /// A short arrow has a smaller head; one without length is a dot.
  private func draw(
    on canvas: inout some Canvas, from start: Point, to end: Point, _ style: Style
  ) {
    guard start.isFinite, end.isFinite else { return }
    let (way, color) = (end - start, style.lineColor(color))
    guard way.length > 1 else {
      canvas.fill(Path(circleAt: start, radius: style.lineWidth), with: color)
      return
    }
    let (direction, length) = (way / way.length, min(Self.headLength, 0.7 * way.length))
    let head = Arrowhead(
      middle: end - direction * (length / 2), direction: direction, length: length)
    canvas.stroke(
      Path(lines: [start, end - direction * (0.7 * length)]), with: color,
      style: Stroke(width: style.lineWidth))
    canvas.fill(head.path, with: color)
  }
}

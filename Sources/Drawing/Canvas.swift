/// A surface that paths and lines of text are drawn on.
///
/// The origin is the top left corner and y grows downwards. What is drawn later covers what was drawn before. Text is
/// filled outlines unless a canvas knows something better.
public protocol Canvas {
  /// How many pixels a unit is wide, so that a drawing can put its lines between pixels; 1 where there are none.
  var scale: Double { get }

  /// What is drawn outside of this rectangle does not show; nil shows everything.
  var clip: Rect? { get set }

  /// Fills what the path winds around, a number of times other than zero.
  mutating func fill(_ path: Path, with color: Color)
  mutating func stroke(_ path: Path, with color: Color, style: Stroke)
  /// Fills a shape many of which are drawn, such as a marker, with its origin at the point.
  mutating func fill(_ shape: Path, at point: Point, with color: Color)
  /// Draws text with the start of its baseline where the transform puts the origin.
  mutating func draw(_ text: TextLine, with color: Color, transform: Transform)
  /// Draws a line around the letters of a text in the same way.
  mutating func stroke(_ text: TextLine, with color: Color, style: Stroke, transform: Transform)
}

extension Canvas {
  public mutating func fill(_ shape: Path, at point: Point, with color: Color) {
    fill(shape.transformed(by: .translation(point.x, point.y)), with: color)
  }

  public mutating func draw(_ text: TextLine, with color: Color, transform: Transform) {
    fill(text.outline.transformed(by: transform), with: color)
  }

  public mutating func stroke(
    _ text: TextLine, with color: Color, style: Stroke, transform: Transform
  ) {
    stroke(text.outline.transformed(by: transform), with: color, style: style)
  }

  /// Draws text with its baseline starting at the point.
  public mutating func draw(_ text: TextLine, at start: Point, with color: Color) {
    draw(text, with: color, transform: .translation(start.x, start.y))
  }

  /// Lets `body` draw with nothing showing outside of the rectangle.
  public mutating func clipped(to rect: Rect, _ body: (inout Self) throws -> Void) rethrows {
    let before = clip
    clip = before?.intersection(rect) ?? rect
    defer { clip = before }
    try body(&self)
  }

  /// The coordinate nearest to `x` at which a line of this width covers whole pixels.
  public func crisp(_ x: Double, width: Double) -> Double {
    let pixels = (width * scale).rounded()
    let half = pixels.truncatingRemainder(dividingBy: 2) == 0 ? 0 : 0.5
    return ((x * scale - half).rounded() + half) / scale
  }
}

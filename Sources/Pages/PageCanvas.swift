import Drawing

/// A canvas that keeps what is drawn, with its letters.
struct PageCanvas: Canvas {
  enum Shape {
    case fill(Path)
    case line(Path, Stroke)
    case dot(Path, Point)
    case text(TextLine, Transform)
    case seam(TextLine, Stroke, Transform)
  }

  struct Call {
    var shape: Shape
    var color: Color
    var clip: Rect?
  }

  let scale = 1.0
  var clip: Rect?
  private(set) var calls: [Call] = []

  private mutating func keep(_ shape: Shape, _ color: Color) {
    calls.append(Call(shape: shape, color: color, clip: clip))
  }

  mutating func fill(_ path: Path, with color: Color) { keep(.fill(path), color) }
  mutating func stroke(_ path: Path, with color: Color, style: Stroke) {
    keep(.line(path, style), color)
  }
  mutating func fill(_ shape: Path, at point: Point, with color: Color) {
    keep(.dot(shape, point), color)
  }
  mutating func draw(_ text: TextLine, with color: Color, transform: Transform) {
    keep(.text(text, transform), color)
  }
  mutating func stroke(
    _ text: TextLine, with color: Color, style: Stroke, transform: Transform
  ) {
    keep(.seam(text, style, transform), color)
  }
}

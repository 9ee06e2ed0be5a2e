import Drawing

/// A canvas that keeps what is drawn, with its letters.
package struct PageCanvas: Canvas {
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

  package let scale = 1.0
  package var clip: Rect?
  private(set) var calls: [Call] = []

  package init() {}

  private mutating func keep(_ shape: Shape, _ color: Color) {
    calls.append(Call(shape: shape, color: color, clip: clip))
  }

  package mutating func fill(_ path: Path, with color: Color) { keep(.fill(path), color) }
  package mutating func stroke(_ path: Path, with color: Color, style: Stroke) {
    keep(.line(path, style), color)
  }
  package mutating func fill(_ shape: Path, at point: Point, with color: Color) {
    keep(.dot(shape, point), color)
  }
  package mutating func draw(_ text: TextLine, with color: Color, transform: Transform) {
    keep(.text(text, transform), color)
  }
  package mutating func stroke(
    _ text: TextLine, with color: Color, style: Stroke, transform: Transform
  ) {
    keep(.seam(text, style, transform), color)
  }
}

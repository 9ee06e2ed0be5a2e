import Drawing

/// A line of text, and where it stands on the canvas.
struct PlacedText {
  var line: TextLine
  /// From the start of the line's baseline to the canvas.
  var transform: Transform
  var color: Color

  func draw(on canvas: inout some Canvas) {
    canvas.draw(line, with: color, transform: transform)
  }
}

extension PlacedText {
  init(_ line: TextLine, at start: Point, color: Color) {
    self.init(line: line, transform: .translation(start.x, start.y), color: color)
  }
}

extension TextLine {
  /// How far the baseline lies below the middle of digits and capitals, which are about 0.72 em tall.
  var middleToBaseline: Double { 0.36 * size }
}

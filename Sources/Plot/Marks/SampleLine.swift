import Drawing

extension Canvas {
  /// Draws a level line through the middle of a rectangle, which stands for a line in a legend.
  mutating func drawSampleLine(in rect: Rect, with color: Color, style: Stroke) {
    let y = crisp(rect.center.y, width: style.width)
    stroke(Path(lines: [Point(rect.minX, y), Point(rect.maxX, y)]), with: color, style: style)
  }
}

import Drawing

extension Canvas {
  /// Draws text on top of lines, with a seam in the colour of the ground that keeps it readable.
  mutating func draw(
    _ text: TextLine, at start: Point, with color: Color, seam: Color, width: Double
  ) {
    let outline = text.outline.transformed(by: .translation(start.x, start.y))
    stroke(outline, with: seam, style: Stroke(width: width, join: .round))
    draw(text, at: start, with: color)
  }
}

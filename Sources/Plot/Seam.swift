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

  /// Draws text on top of lines, on a plate in the colour of the ground that hides them: no line shows between letters
  /// or beside a decimal point.
  mutating func draw(
    _ text: TextLine, at start: Point, with color: Color, plate: Color, margin: Double
  ) {
    let outline = text.outline.transformed(by: .translation(start.x, start.y))
    if let ink = outline.controlBounds {
      stroke(Path(ink), with: plate, style: Stroke(width: 2 * margin, join: .round))
      fill(Path(ink), with: plate)
    }
    draw(text, at: start, with: color)
  }
}

import Drawing

extension Canvas {
  /// Draws text on top of lines, with a seam in the colour of the ground that keeps it readable.
  mutating func draw(_ text: TextLine, at start: Point, with color: Color, seamIn style: Style) {
    stroke(
      text, with: style.background.opacity(0.85), style: Stroke(width: 6, join: .round),
      transform: .translation(start.x, start.y))
    draw(text, at: start, with: color)
  }

  /// Draws text on top of lines, on a plate in the colour of the ground that hides them: no line shows between letters
  /// or beside a decimal point.
  mutating func draw(_ text: TextLine, at start: Point, with color: Color, plateIn style: Style) {
    let outline = text.outline.transformed(by: .translation(start.x, start.y))
    if let ink = outline.controlBounds {
      stroke(Path(ink), with: style.background, style: Stroke(width: 8, join: .round))
      fill(Path(ink), with: style.background)
    }
    draw(text, at: start, with: color)
  }
}

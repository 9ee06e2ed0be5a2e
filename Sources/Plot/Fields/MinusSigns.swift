import Drawing

/// Small minus signs on the lower side of a map that diverges, where a theme's greys look alike on both sides.
struct MinusSigns {
  /// From one sign to the next.
  static let distance = 26.0
  private static let width = 9.0

  private var onLight = Path()
  private var onDark = Path()

  mutating func add(at point: Point, on ground: Color) {
    let line = Path(
      lines: [Point(point.x - Self.width / 2, point.y), Point(point.x + Self.width / 2, point.y)])
    if ground.green < 0x80 { onDark.addPath(line) } else { onLight.addPath(line) }
  }

  func draw(on canvas: inout some Canvas, style: Style) {
    let stroke = Stroke(width: style.hairline)
    canvas.stroke(onLight, with: style.text, style: stroke)
    canvas.stroke(onDark, with: style.background, style: stroke)
  }
}

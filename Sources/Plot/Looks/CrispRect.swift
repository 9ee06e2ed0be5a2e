import Drawing

extension Canvas {
  /// The rectangle with its edges where it covers whole pixels, or where a line of a width around it does.
  func crisp(_ rect: Rect, width: Double = 0) -> Rect {
    Rect(
      minX: crisp(rect.minX, width: width), minY: crisp(rect.minY, width: width),
      maxX: crisp(rect.maxX, width: width), maxY: crisp(rect.maxY, width: width))
  }
}

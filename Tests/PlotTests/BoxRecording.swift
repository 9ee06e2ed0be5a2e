import Drawing
import Plot
import TestSupport

/// What a figure draws, its letters being boxes.
func recording(
  of figure: Figure, scale: Double = 1, theme: Theme = .light
) throws -> Recording {
  var canvas = Recording(scale: scale)
  try figure.draw(
    on: &canvas, style: Style(regular: BoxTypeface(), bold: BoxTypeface(), theme: theme))
  return canvas
}

import Drawing
import Formulas
import Plot

extension Symbol {
  /// The colour of a quantity, the same in every figure.
  public var color: Color {
    switch letter {
    case "w", "x": Palette.blue
    case "m", "m̂", "v": Palette.vermilion
    case "s", "ŝ": Palette.green
    case "η", "η′": Palette.purple
    case "g": Palette.orange
    default: Palette.black
    }
  }
}

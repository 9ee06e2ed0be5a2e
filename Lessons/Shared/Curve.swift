import Formulas
import Plot

extension Scale {
  /// A function from end to end of an axis, to be drawn as a line.
  ///
  /// - Parameter parts: how many parts, which look equally long, the axis is divided into.
  package func curve(parts: Int = 200, _ y: (Double) -> Double) -> [Datum] {
    (0...parts).map { index in
      let x = value(at: Double(index) / Double(parts))
      return Datum(x: x, y: y(x))
    }
  }
}

import Formulas
import Plot

extension Scale {
  /// A function from end to end of an axis, to be drawn as a line.
  ///
  /// - Parameter parts: how many parts, which look equally long, the axis is divided into.
  package func curve(parts: Int = 200, _ y: (Double) -> Double) -> [Datum] {
    let (lower, upper) = (domain.lower, domain.upper)
    return (0...parts).map { index in
      let part = Double(index) / Double(parts)
      let x =
        switch kind {
        case .linear: lower + part * (upper - lower)
        case .logarithmic: Double.exp((1 - part) * .log(lower) + part * .log(upper))
        }
      return Datum(x: x, y: y(x))
    }
  }
}

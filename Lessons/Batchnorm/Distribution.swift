import Formulas
import LessonsShared
import Plot

/// Numbers with their mean, standard deviation and density.
struct Distribution {
  let values: [Double]

  var mean: Double { values.mean }

  var deviation: Double { values.map { .pow($0 - mean, 2) }.mean.squareRoot() }

  /// The width of the kernel: Silverman, "Density Estimation for Statistics and Data Analysis", 1986, section 3.4.2.
  private var bandwidth: Double { 1.06 * deviation * .pow(Double(values.count), -0.2) }

  /// The density where it is not negligible.
  var curve: [Datum] {
    let reach = 3 * bandwidth
    return curve(from: (values.min() ?? 0) - reach, to: (values.max() ?? 0) + reach)
  }

  /// The density within a standard deviation of the mean.
  var middle: [Datum] { curve(from: mean - deviation, to: mean + deviation) }

  /// The density that a normal kernel at each value gives; empty where all values are equal, which have no density.
  private func curve(from lower: Double, to upper: Double) -> [Datum] {
    let width = bandwidth
    guard width > 0 else { return [] }
    return (0...160).map { index in
      let x = lower + (upper - lower) * Double(index) / 160
      let heights = values.map { Double.exp(-.pow((x - $0) / width, 2) / 2) }
      return Datum(x: x, y: heights.mean / (width * .sqrt(2 * .pi)))
    }
  }
}

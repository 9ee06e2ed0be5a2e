import Formulas
import LessonsShared
import Networks
import Words

/// Gradient descent on a linear regression whose features are scaled in some way.
struct ScaledDescent {
  let name: Words
  let regression: LinearRegression<Double>
  /// The same with formulas.
  let explained: LinearRegression<Traced>
  let η: Double
  /// The start and where each step led, as far as it is drawn.
  let walk: [[Double]]
  /// How many steps it takes until all but a millionth of the way down is done; nil where they are more than a million.
  let stepsDown: Int?

  /// The features as they are, min-max scaled, and as z-scores.
  static func all(rate: Double, steps: Int) -> [ScaledDescent] {
    [
      ScaledDescent(Words(en: "as they are", zh: "未缩放"), rate, steps) { _ in { $0 } },
      ScaledDescent(Words(en: "min-max scaled", zh: "归一化"), rate, steps) { fit in { fit.minMax($0) }
      },
      ScaledDescent(Words(en: "as z-scores", zh: "标准化"), rate, steps) { fit in
        { fit.standardized($0) }
      },
    ]
  }

  /// - Parameter scale: makes a scaling of what it is fitted to.
  private init(
    _ name: Words, _ rate: Double, _ steps: Int,
    _ scale: (FeatureScaling<Double>) -> (Double) -> Double
  ) {
    func scaled(_ x: [Double]) -> [Double] { x.map(scale(FeatureScaling(fitting: x))) }
    func traced(_ x: [Double], _ letter: Symbol) -> [Traced] {
      x.enumerated().map { Traced($1).named(letter, Step($0 + 1)) }
    }
    let (A, D, y) = (scaled(Flats.areas), scaled(Flats.distances), scaled(Flats.prices))
    let regression = LinearRegression(areas: A, distances: D, prices: y)
    self.name = name
    self.regression = regression
    explained = LinearRegression(
      areas: traced(A, "A"), distances: traced(D, "D"), prices: traced(y, "y"))
    η = rate * regression.largestRate
    var descent = Descent(on: regression, η: η)
    walk = [descent.w] + (0..<steps).map { _ in descent.step() }
    stepsDown =
      rate < 1 ? Descent(on: regression, η: η).steps(toPart: 1e-6, atMost: 1_000_000) : nil
  }
}

/// Plain gradient descent in two weights. The bowl's gradient is linear, so it is written in its three curvatures.
private struct Descent {
  private(set) var w = [0.0, 0]
  private let minimum: [Double]
  private let h: (Double, Double, Double)
  private let η: Double

  init(on regression: LinearRegression<Double>, η: Double) {
    (minimum, h, self.η) = (regression.minimum, regression.curvatures, η)
  }

  mutating func step() -> [Double] {
    let (x, y) = (w[0] - minimum[0], w[1] - minimum[1])
    w = [w[0] - η * (h.0 * x + h.1 * y), w[1] - η * (h.1 * x + h.2 * y)]
    return w
  }

  /// How many steps until the height above the minimum is a part of what it was; nil where they are too many.
  func steps(toPart part: Double, atMost most: Int) -> Int? {
    var (x, y, count) = (w[0] - minimum[0], w[1] - minimum[1], 0)
    func height() -> Double { h.0 * x * x + 2 * h.1 * x * y + h.2 * y * y }
    let goal = part * height()
    while height() > goal {
      (x, y) = (x - η * (h.0 * x + h.1 * y), y - η * (h.1 * x + h.2 * y))
      count += 1
      guard count <= most else { return nil }
    }
    return count
  }
}

import Formulas

/// Prices as a sum over two features, ŷ = w₁·A + w₂·D, whose loss is a bowl over the two weights.
///
///     L = ((w₁·A₁ + w₂·D₁ − y₁)² + …)/(2·n)
struct LinearRegression<Number: Scalar> {
  private let areas: [Number]
  private let distances: [Number]
  private let prices: [Number]
  private let n: Number

  /// How fast the slope of the loss grows with the weights: the mean of A², of A·D and of D².
  let curvatures: (Number, Number, Number)
  /// The curvature where the bowl is steepest, and where it is flattest.
  let steepest, flattest: Number
  /// How many times the one is the other: the condition number κ.
  let condition: Number
  /// Above this learning rate, descent diverges.
  let largestRate: Number

  init(areas: [Number], distances: [Number], prices: [Number]) {
    (self.areas, self.distances, self.prices) = (areas, distances, prices)
    let n = Number(Double(areas.count))
    func mean(_ a: [Number], _ b: [Number]) -> Number {
      let products = zip(a, b).map { $0 * $1 }
      return products.dropFirst().reduce(products[0], +) / n
    }
    let h11 = mean(areas, areas).named("h11")
    let h12 = mean(areas, distances).named("h12")
    let h22 = mean(distances, distances).named("h22")
    let (middle, half) = ((h11 + h22) / 2, (h11 - h22) / 2)
    let spread = Number.sqrt(.pow(half, 2) + .pow(h12, 2))
    self.n = n
    curvatures = (h11, h12, h22)
    steepest = (middle + spread).named("λ_max")
    flattest = (middle - spread).named("λ_min")
    condition = (steepest / flattest).named("κ")
    largestRate = (2 / steepest).named("η_max")
  }

  /// Half of the mean squared error.
  func loss(_ w: [Number]) -> Number {
    let squares = errors(w).map { Number.pow($0, 2) }
    return squares.dropFirst().reduce(squares[0], +) / (2 * n)
  }

  /// The derivatives of the loss by both weights.
  func gradient(_ w: [Number]) -> [Number] {
    let errors = errors(w)
    return [areas, distances].map { feature in
      let products = zip(errors, feature).map { $0 * $1 }
      return products.dropFirst().reduce(products[0], +) / n
    }
  }

  /// Where the gradient is 0: Cramer's rule, the gradient at the origin being −(mean of A·y, mean of D·y).
  var minimum: [Number] {
    let (a, b, c) = curvatures
    let (slope, determinant) = (gradient([0, 0]), a * c - b * b)
    return [
      (b * slope[1] - c * slope[0]) / determinant, (b * slope[0] - a * slope[1]) / determinant,
    ]
  }

  private func errors(_ w: [Number]) -> [Number] {
    areas.indices.map { w[0] * areas[$0] + w[1] * distances[$0] - prices[$0] }
  }
}

extension LinearRegression: Sendable where Number: Sendable {}

import Formulas

/// Scaling by the median and the range between the quartiles, which a few outliers hardly move:
/// `sklearn.preprocessing.RobustScaler`.
///
///     rᵢ = (xᵢ − Q₂)/(Q₃ − Q₁)
public struct RobustScaling<Number: Scalar> {
  /// What a quarter of the training data lies below.
  public let lowerQuartile: Number
  /// What half of them lies below.
  public let median: Number
  /// What three quarters of them lie below.
  public let upperQuartile: Number

  /// Finds the numbers that a feature is scaled by.
  ///
  /// - Parameter x: the training data, from the smallest to the largest.
  public init(fittingSorted x: [Number]) {
    lowerQuartile = quantile(0.25, ofSorted: x).named("Q1")
    median = quantile(0.5, ofSorted: x).named("Q2")
    upperQuartile = quantile(0.75, ofSorted: x).named("Q3")
  }

  /// The number in units of the range between the quartiles, from the median.
  ///
  /// - Parameter i: which sample it is, for its name.
  public func callAsFunction(_ x: Number, at i: Step? = nil) -> Number {
    ((x - median) / (upperQuartile - lowerQuartile)).named("r", i)
  }
}

/// What a part of the data lies below, on a straight line between the two that are nearest: `numpy.quantile`.
///
///     quantile(0.5, ofSorted: [1, 2, 4, 8])    // 3, the median
///
/// - Parameters:
///   - part: from 0 to 1.
///   - x: from the smallest to the largest.
/// - Precondition: there are data.
public func quantile<Number: Scalar>(_ part: Double, ofSorted x: [Number]) -> Number {
  let place = part * Double(x.count - 1)
  let index = Int(place)
  let rest = place - Double(index)
  return rest == 0 ? x[index] : x[index] + Number(rest) * (x[index + 1] - x[index])
}

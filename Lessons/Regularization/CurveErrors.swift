/// The mean squared errors of a network on the samples that it learned from, and on others.
struct CurveErrors {
  let training: Double
  let validation: Double

  /// What is seen of a network beside the one that generalizes best.
  ///
  /// - Parameter variance: that of the noise, below which no training error comes but by learning noise.
  func fit(beside best: CurveErrors, noise variance: Double) -> Fit {
    if validation <= 1.1 * best.validation { return .good }
    return training > variance ? .under : .over
  }
}

/// How a network fits the curve.
enum Fit {
  case good, under, over
}

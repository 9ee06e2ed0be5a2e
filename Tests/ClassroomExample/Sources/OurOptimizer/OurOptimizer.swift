/// Adam as a student might write it, on w²/2 from w = 1.
///
/// - Parameter correctsBias: whether the moments are corrected, as they should be.
/// - Returns: the weight after each step.
public func ourAdam(learningRate: Double, steps: Int, correctsBias: Bool = true) -> [Double] {
  var (w, m, s) = (1.0, 0.0, 0.0)
  var (decay1, decay2) = (1.0, 1.0)
  return (1...steps).map { _ in
    let g = w
    m = 0.9 * m + 0.1 * g
    s = 0.99 * s + 0.01 * g * g
    decay1 *= 0.9
    decay2 *= 0.99
    let (mHat, sHat) = correctsBias ? (m / (1 - decay1), s / (1 - decay2)) : (m, s)
    w -= learningRate * mHat / (sHat.squareRoot() + 1e-8)
    return w
  }
}

import Formulas

/// How far the gradient of a batch of B samples is from that of all N, and what comes of it.
///
/// A batch is drawn without replacement, so its mean is the nearer to that of all samples the more of them it has: Cochran,
/// "Sampling Techniques", 1977, section 2.5.
///
///     var noise = BatchNoise(samples: 4.0, size: 2)
///     noise.standardError(of: 3)    // 1.7320508075688772
public struct BatchNoise<Number: Scalar> {
  /// N, the size of the data set.
  public let N: Number
  /// B, the samples of a batch.
  public let B: Number

  public init(samples: Number, size: Number) {
    N = samples.named("N")
    B = size.named("B")
  }

  /// The standard deviation of a batch's gradient.
  ///
  /// - Parameter σ: that of the samples' gradients: the root of their mean squared difference from their mean.
  public func standardError(of σ: Number) -> Number {
    σ / .sqrt(B) * .sqrt((N - B) / (N - 1))
  }

  /// The scale of the noise of gradient descent: Smith and Le, "A Bayesian Perspective on Generalization and Stochastic
  /// Gradient Descent", 2018 (arXiv 1710.06451), who write ε for η. It is about η·N/B while B is a small part of N.
  public func scale(η: Number) -> Number { η * (N / B - 1) }

  /// How far above its minimum the loss stays with a learning rate that does not fall, and batches that are drawn
  /// independently, while η is small against the inverse of the loss's curvature.
  ///
  /// Along a direction of curvature h a step is w − η·(h·w + ξ), where ξ has the variance σ²/B. The variance V of w that
  /// this keeps as it is, V = (1 − η·h)²·V + η²·σ²/B, is about η·σ²/(2·h·B), and the loss is h·V/2 above its minimum.
  ///
  /// - Parameter variance: the sum over all parameters of the variance of the samples' gradients, at the minimum.
  public func excess(η: Number, variance: Number) -> Number { η / B * variance / 4 }
}

import Formulas

/// ReLU with a slope a below 0, by which a neuron goes on learning there.
///
///     y = max(0, x) − a·max(0, −x)
///     y′ = [x > 0] + a·(1 − [x > 0])
///     ∂y/∂a = −max(0, −x)
///
/// Where a is a number that is chosen, this is the leaky ReLU: Maas, Hannun and Ng, "Rectifier Nonlinearities Improve Neural
/// Network Acoustic Models", 2013; `torch.nn.LeakyReLU`. Where it is learned like a weight, this is PReLU: He et al., "Delving
/// Deep into Rectifiers", 2015 (arXiv 1502.01852), section 2.1; `torch.nn.PReLU`. Where it is drawn in training, this is RReLU:
/// Xu et al., "Empirical Evaluation of Rectified Activations in Convolutional Network", 2015 (arXiv 1505.00853);
/// `torch.nn.RReLU`.
public struct LeakyReLU<Number: Scalar> {
  /// The slope below 0, which is small.
  public let a: Number

  public init(a: Number) { self.a = a.named("a") }

  /// What comes out.
  public func callAsFunction(_ x: Number) -> Number { .maximum(0, x) - a * .maximum(0, -x) }

  /// The derivative by x, at 0 that of the left side, as in PyTorch.
  public func slope(at x: Number) -> Number { .positive(x) + a * (1 - .positive(x)) }

  /// The derivative by a: what x has below 0.
  public func slopeBySlope(at x: Number) -> Number { -.maximum(0, -x) }
}

extension LeakyReLU {
  /// Between which numbers RReLU draws the slope in training, uniformly and anew for each number below 0.
  public static var drawnSlopes: ClosedRange<Double> { 1 / 8...1 / 3 }

  /// RReLU in evaluation: its slope is the mean of those that training draws.
  public static var ofMeanSlope: LeakyReLU {
    let (lower, upper) = (drawnSlopes.lowerBound, drawnSlopes.upperBound)
    return LeakyReLU(a: Number((lower + upper) / 2))
  }
}

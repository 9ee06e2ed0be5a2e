import Formulas

/// How large signals and gradients are in a deep network of wide layers whose weights were drawn with mean 0, from layer to
/// layer.
///
///     q = n·σ²·m
///
/// A neuron sums n numbers of mean square m, each times a weight of variance σ²: the sum has the variance q. If n is large it is
/// normal, √q·z with a z of variance 1, so that the mean square of what comes out is the mean of φ(√q·z)² over z. On the way
/// back the mean square d of the gradient is multiplied by n·σ² at the weights and by the mean of φ′(√q·z)² at the activation:
/// Poole et al., "Exponential
/// Expressivity in Deep Neural Networks through Transient Chaos", 2016 (arXiv 1606.05340); Schoenholz et al., "Deep Information
/// Propagation", 2017 (arXiv 1611.01232).
public enum SignalSize {
  /// The variance of a neuron's sum.
  public static func variance<Number: Scalar>(
    n: Number, σ: Number, meanSquare m: Number
  ) -> Number { n * .pow(σ, 2) * m }

  /// What comes out of a neuron whose sum is √q·z, squared.
  public static func square<Number: Scalar>(
    of activation: Activation, q: Number, z: Number
  ) -> Number { .pow(activation(.sqrt(q) * z), 2) }

  /// The slope at that sum, squared.
  public static func slopeSquare<Number: Scalar>(
    of activation: Activation, q: Number, z: Number
  ) -> Number { .pow(activation.slope(at: .sqrt(q) * z), 2) }

  /// What there is to say of a layer.
  public struct Layer: Sendable {
    /// The variance q of the sums.
    public let variance: Double
    /// The mean and the mean square m of what comes out.
    public let mean: Double
    public let meanSquare: Double
    /// The mean square d of the gradient by the sums, if that by what the last layer puts out is 1.
    public internal(set) var gradientMeanSquare = 1.0

    /// The standard deviation of what comes out.
    public var deviation: Double { (meanSquare - mean * mean).squareRoot() }
    /// The root of the mean square of the gradient by the sums.
    public var gradient: Double { gradientMeanSquare.squareRoot() }
  }

  /// The layers of a network from its inputs on, whose mean square is 1.
  ///
  /// - Parameters:
  ///   - width: how many inputs and outputs each layer has.
  ///   - σ: the standard deviation of the weights.
  public static func layers(
    _ count: Int, width: Int, σ: Double, _ activation: Activation
  ) -> [Layer] {
    let n = Double(width)
    var layers: [Layer] = []
    for _ in 0..<count {
      let q = variance(n: n, σ: σ, meanSquare: layers.last?.meanSquare ?? 1)
      layers.append(
        Layer(
          variance: q, mean: normalMean { activation(q.squareRoot() * $0) },
          meanSquare: normalMean { square(of: activation, q: q, z: $0) }))
    }
    // What comes back to a layer has gone through the weights of the next.
    var coming = 1.0
    for index in layers.indices.reversed() {
      let q = layers[index].variance
      layers[index].gradientMeanSquare =
        coming * normalMean { slopeSquare(of: activation, q: q, z: $0) }
      coming = variance(n: n, σ: σ, meanSquare: layers[index].gradientMeanSquare)
    }
    return layers
  }
}

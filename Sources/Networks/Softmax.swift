import Formulas

/// Softmax with cross-entropy, the last layer of a network that chooses one of several classes: Bridle 1990; course document
/// 000, section 5; `torch.nn.CrossEntropyLoss`.
///
///     sᵢ = zᵢ − max(z₁, z₂, …)
///     eᵢ = exp(sᵢ)
///     Σ = e₁ + e₂ + …
///     pᵢ = eᵢ/Σ
///     L = ln(Σ) − sᵧ
///
/// The largest score is subtracted first, which changes no probability and keeps exp from overflowing. L is −ln pᵧ, written
/// so that a probability too small for a number does no harm. Its derivative by a score is pᵢ − yᵢ.
///
///     Softmax([2, 1, 0.1]).probabilities    // [0.659, 0.242, 0.099]
public struct Softmax<Number: Scalar> {
  /// The scores less the largest.
  public let shifted: [Number]
  /// Their exponentials, the largest of which is 1.
  public let powers: [Number]
  /// The sum of the exponentials.
  public let sum: Number
  /// The probability of each class.
  public let probabilities: [Number]

  /// - Parameters:
  ///   - z: the scores, also called logits, one for each class.
  ///   - sample: stands before the number of the class in names, where there are several samples: p₂₁.
  @inlinable public init(_ z: [Number], of sample: String = "") {
    let largest = z.dropFirst().reduce(z[0]) { .maximum($0, $1) }
    let shifted = z.indices.map { (z[$0] - largest).named(Symbol("s\(sample)\($0 + 1)")) }
    let powers = z.indices.map { Number.exp(shifted[$0]).named(Symbol("e\(sample)\($0 + 1)")) }
    let sum = powers.dropFirst().reduce(powers[0], +).named(Symbol("Σ\(sample)"))
    (self.shifted, self.powers, self.sum) = (shifted, powers, sum)
    probabilities = z.indices.map { (powers[$0] / sum).named(Symbol("p\(sample)\($0 + 1)")) }
  }

  /// The cross-entropy −ln pᵧ.
  ///
  /// - Parameter y: which class is right, counted from 0.
  @inlinable public func loss(right y: Int, of sample: String = "") -> Number {
    (.log(sum) - shifted[y]).named(Symbol("L\(sample)"))
  }
}

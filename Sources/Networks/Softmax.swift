import Formulas

/// Softmax with cross-entropy, the last layer of a network that chooses one of several classes: Bridle 1990; course document
/// 000, section 5; `torch.nn.CrossEntropyLoss`.
///
///     z′ᵢ = zᵢ − max(z)
///     pᵢ = exp(z′ᵢ)/(exp(z′₁) + exp(z′₂) + …)
///     L = −ln pᵧ
///     ∂L/∂zᵢ = pᵢ − yᵢ
///
/// The largest score is subtracted first, which changes no probability and keeps exp from overflowing.
public enum Softmax {
  /// The scores less the largest, whose exp is then 1.
  public static func shifted<Number: Scalar>(_ z: [Number]) -> [Number] {
    let largest = z.dropFirst().reduce(z[0]) { .maximum($0, $1) }.named("z_max")
    return z.indices.map { (z[$0] - largest).named("z′", Step($0 + 1)) }
  }

  /// The probability of each class, from the scores.
  public static func probabilities<Number: Scalar>(_ z: [Number]) -> [Number] {
    let powers = shifted(z).map { Number.exp($0) }
    let total = sum(powers)
    return powers.indices.map { (powers[$0] / total).named("p", Step($0 + 1)) }
  }

  /// −ln pᵧ, written so that a probability too small for a number does no harm: ln Σ exp(z′ᵢ) − z′ᵧ.
  ///
  /// - Parameter y: which class is right, counted from 0.
  public static func loss<Number: Scalar>(_ z: [Number], right y: Int) -> Number {
    let shifted = shifted(z)
    return (.log(sum(shifted.map { .exp($0) })) - shifted[y]).named("L")
  }
}

import Formulas

/// What an autoencoder is trained for: to give back its input x as x̂, through a code z that is smaller: Hinton and
/// Salakhutdinov 2006; course document 003, section 6.
///
///     L = ((x̂₁ − x₁)² + (x̂₂ − x₂)² + …)/n
///
/// A sparse one pays for the size of its code (Ng 2011), too; a denoising one sees noisy inputs and is compared with the clean ones (Vincent et
/// al. 2008), by the same loss.
public enum AutoencoderLoss {
  /// The mean squared difference.
  public static func value<Number: Scalar>(_ x̂: [Number], _ x: [Number]) -> Number {
    (sum(zip(x̂, x).map { .pow($0 - $1, 2) }) / Number(Double(x.count))).named("L")
  }

  /// The loss of a sparse autoencoder: codes near 0 are cheap.
  ///
  /// - Parameter λ: how much the size of the code z weighs.
  public static func sparse<Number: Scalar>(
    _ x̂: [Number], _ x: [Number], code z: [Number], λ: Number
  ) -> Number {
    (value(x̂, x) + λ * sum(z.map(\.magnitude))).named("L_s")
  }
}

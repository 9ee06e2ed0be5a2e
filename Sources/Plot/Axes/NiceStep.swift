/// 1, 2 or 5 times a power of ten.
struct NiceStep {
  var mantissa: Int
  var power: Int

  var value: Double { .decimal(mantissa, power: power) }

  var next: NiceStep {
    switch mantissa {
    case 1: NiceStep(mantissa: 2, power: power)
    case 2: NiceStep(mantissa: 5, power: power)
    default: NiceStep(mantissa: 1, power: power + 1)
    }
  }
}

extension NiceStep {
  /// The smallest step that is no smaller than a positive width.
  init(atLeast width: Double) {
    // log₁₀2 ≈ 0.30103 gives the power of ten from the power of two, at most one too low.
    let power = Int((Double(width.exponent) * 0.301_03).rounded(.down))
    self.init(mantissa: 1, power: power)
    while value < width * (1 - 1e-9) { self = next }
  }
}

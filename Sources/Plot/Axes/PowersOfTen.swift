/// The powers of ten within the domain of a logarithmic scale.
struct PowersOfTen {
  let exponents: [Int]
  /// 2, 3, … 9 times powers of ten within the domain.
  let multiples: [Double]

  /// Nil where there are less than two, or the scale is linear.
  init?(of scale: Scale) {
    guard scale.kind == .logarithmic else { return nil }
    let domain = scale.domain
    // log₁₀2 ≈ 0.30103 gives the power of ten from the power of two, at most one off.
    let first = Int((Double(domain.lower.exponent) * 0.301_03).rounded(.down)) - 1
    let last = Int((Double(domain.upper.exponent) * 0.301_03).rounded(.up)) + 1
    func isInside(_ value: Double) -> Bool {
      domain.lower * (1 - 1e-9) <= value && value <= domain.upper * (1 + 1e-9)
    }
    exponents = (first...last).filter { isInside(.decimal(1, power: $0)) }
    multiples = (first...last).flatMap { exponent in
      (2...9).map { .decimal($0, power: exponent) }
    }.filter(isInside)
    if exponents.count < 2 { return nil }
  }
}

extension Double {
  /// A whole number times a power of ten, rounded once.
  static func decimal(_ number: Int, power: Int) -> Double { Double("\(number)e\(power)") ?? 0 }
}

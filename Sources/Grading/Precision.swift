/// How closely a column's numbers can be expected to agree with the right ones, judged by how they are printed.
///
/// A column printed with `%.4f` cannot be nearer than half of 0.0001, one printed with `%g` not nearer than half of its
/// sixth digit. Programs drop zeros at the end, so it is the longest number of the column that tells. What single
/// precision can hold is allowed the rounding of single precision, growing with the steps and as large as the numbers before
/// it ask for: a number near zero may be the difference of large ones.
public struct Precision: Sendable {
  /// The most digits behind the decimal point.
  private let decimals: Int
  /// The most significant digits.
  private let significantDigits: Int
  /// Whether every number may come from a calculation in single precision.
  private let isSingle: Bool
  /// What was asked for instead of all this.
  private let override: Double?

  /// - Parameter tolerance: how far numbers may be off, relative to those above 1; judged by the numbers if nil.
  public init(of numbers: [PrintedNumber?], tolerance: Double? = nil) {
    let finite = numbers.compactMap(\.self).filter(\.value.isFinite)
    decimals = finite.compactMap(\.decimals).max() ?? 0
    significantDigits = finite.map(\.significantDigits).max() ?? 0
    isSingle = finite.allSatisfy {
      $0.significantDigits <= Self.digitsOfSingle || Double(Float($0.value)) == $0.value
    }
    override = tolerance
  }

  /// A number of single precision is told from all others by so many digits.
  private static let digitsOfSingle = 9

  /// Whether a number is as near to the right one as its printing and rounding allow.
  ///
  /// - Parameter largest: the largest magnitude among the column's numbers of the steps before.
  public func accepts(
    _ number: Double, for right: Double, at step: Int, after largest: Double = 0
  ) -> Bool {
    if number.isNaN || right.isNaN { return number.isNaN && right.isNaN }
    if number == right { return true }
    guard number.isFinite, right.isFinite else { return false }
    return abs(number - right) <= tolerance(for: right, at: step, after: largest)
  }

  private func tolerance(for right: Double, at step: Int, after largest: Double) -> Double {
    let size = max(1, right.magnitude)
    if let override { return override * size }
    // A little more than half of the last place, for numbers that stand in the middle.
    let fixed = 0.500_001 * power(-decimals)
    let exponent = right == 0 ? 0 : right.exponent10
    let significant =
      significantDigits == 0 ? 0 : 0.500_001 * power(exponent - significantDigits + 1)
    let rounding =
      isSingle ? min(1e-5, 5e-7 * Double(step + 2)) * max(size, largest) : 1e-10 * size
    return max(fixed, right == 0 ? 0 : significant) + rounding
  }

  private func power(_ exponent: Int) -> Double {
    var (power, factor) = (1.0, exponent < 0 ? 0.1 : 10.0)
    var rest = min(abs(exponent), 400)
    while rest > 0 {
      if rest % 2 == 1 { power *= factor }
      factor *= factor
      rest /= 2
    }
    return power
  }
}

extension Double {
  /// The power of ten of the first digit: 2 for 345.
  fileprivate var exponent10: Int {
    let text = "\(magnitude)"
    let parts = text.split(separator: "e")
    let shift = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let whole = parts[0].prefix { $0 != "." }
    if whole != "0" { return whole.count - 1 + shift }
    return -1 - parts[0].dropFirst(2).prefix { $0 == "0" }.count + shift
  }
}

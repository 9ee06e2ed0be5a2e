import RealModule

/// How closely a column's numbers can be expected to agree with the right ones, judged by how they are printed.
///
/// A column printed with `%.4f` cannot be nearer than half of 0.0001, one printed with `%g` not nearer than half of its
/// sixth digit. Programs drop zeros at the end, so the longest number of the column tells how many decimals and how many
/// digits there are. The rules:
///
/// - Half a unit of the column's last digit is allowed, or half a unit of its last decimal if that is more. So a column
///   that `%g` printed without any exponent is judged as one with fixed decimals. A number with an exponent is measured by
///   the last decimal place of all, which is much smaller than its last digit but for Python's `round`: it prints 0.000006
///   as `6e-06`.
/// - Whole numbers are exact, also as `1.0`, where no number of the column has other decimals or an exponent with several
///   digits: nobody rounds that far. (`%.1f` may leave nothing but `1.0`; so does a parameter that is never moved, which
///   must not be called right.) Only whole numbers of six digits, the most that `%g` prints, may be rounded to one.
/// - So are numbers with at most three decimals where all of the column are the same though the right ones are not: a
///   parameter that is never moved must not be called right.
/// - Beside this comes the rounding of the calculation. Where every number has at most nine digits or is one of single
///   precision as far as it is printed, it is 5e-7 for each step and two more, up to 1e-5; otherwise 1e-10. These are parts of the right
///   number, or of 1 if that is more, or of a hundred times the largest right number of the column if that is less
///   than 1: differences of larger numbers come with their rounding. In single precision they are parts of the largest
///   number of the steps before if that is more still, as a number near zero may be the difference of large ones.
/// - What is not a number or infinite must be the same.
///
/// So a number printed with `%.4f` is refused if it is off by more than 1.5 units of its last place, one in full
/// precision if it is off by 1e-10 of itself or of 1. With six decimals, with `%g`, and after numbers a thousand times
/// larger, rounding in single precision may be more than the last place after the first steps.
public struct Precision: Sendable {
  /// The most digits behind the decimal point; nil where nothing was rounded there.
  private let decimals: Int?
  /// The most significant digits; nil where nothing was rounded there.
  private let significantDigits: Int?
  /// The last decimal place that any number shows, as a power of ten; nil where there is none.
  private let lastPlace: Int?
  /// Whether every number may come from a calculation in single precision.
  let isSingle: Bool
  /// Whether whole numbers may be what `%g` has left.
  private let isWholeOfSixDigits: Bool
  /// What right numbers are at least measured by.
  private let leastSize: Double
  /// What was asked for instead of all this.
  private let override: Double?

  /// - Parameters:
  ///   - scale: the largest of the right numbers.
  ///   - changes: whether the right numbers are not all the same.
  ///   - tolerance: how far numbers may be off, relative to those above 1; judged by the numbers if nil.
  public init(
    of numbers: [PrintedNumber?], scale: Double = 1, changes: Bool = false, tolerance: Double? = nil
  ) {
    let finite = numbers.compactMap(\.self).filter(\.value.isFinite)
    let shown = finite.compactMap(\.decimals).max() ?? 0
    let isStill = changes && finite.count > 1 && Set(finite.map(\.value)).count == 1
    let decimals = isStill && shown < 4 ? 0 : shown
    let digits = finite.map(\.significantDigits).max() ?? 0
    let hasExponent = finite.contains { $0.decimals == nil }
    self.decimals = decimals > 0 ? decimals : nil
    // Zeros alone tell no digits.
    significantDigits = digits > 0 && (decimals > 0 || hasExponent && digits > 1) ? digits : nil
    lastPlace = finite.compactMap(\.lastPlace).min().flatMap { $0 < 0 ? $0 : nil }
    isWholeOfSixDigits = decimals == 0 && !hasExponent && digits == 6
    isSingle = finite.allSatisfy {
      $0.significantDigits <= Self.digitsOfSingle || $0.isOfSinglePrecision
    }
    leastSize = scale == 0 ? 1 : min(1, 100 * scale)
    override = tolerance
  }

  /// A number of single precision is told from all others by so many digits.
  private static let digitsOfSingle = 9

  /// Whether a number is as near to the right one as its printing and rounding allow.
  ///
  /// - Parameter largest: the largest magnitude among the column's numbers of the steps before.
  public func accepts(
    _ number: PrintedNumber, for right: Double, at step: Int, after largest: Double = 0
  ) -> Bool {
    if number.value.isNaN || right.isNaN { return number.value.isNaN && right.isNaN }
    if number.value == right { return true }
    guard number.value.isFinite, right.isFinite else { return false }
    return abs(number.value - right) <= tolerance(of: number, for: right, at: step, after: largest)
  }

  /// How far a number may be from the right one.
  func tolerance(
    of number: PrintedNumber, for right: Double, at step: Int, after largest: Double
  ) -> Double {
    override.map { $0 * max(1, right.magnitude) }
      ?? printing(of: number, for: right) + rounding(of: right, at: step, after: largest)
  }

  /// What the right number may lose by being printed: a little more than half of the last place, for numbers that stand
  /// in the middle.
  private func printing(of number: PrintedNumber, for right: Double) -> Double {
    var unit = 0.0
    if let significantDigits, right != 0 {
      // Rounding may make a 10 of 9.99, but never a 9.99 of 10.
      let size = number.value == 0 ? right : min(right.magnitude, number.value.magnitude)
      unit = .pow(10, size.exponent10 - significantDigits + 1)
    }
    if let decimals, number.decimals != nil { unit = max(unit, .pow(10, -decimals)) }
    if let lastPlace, number.decimals == nil, significantDigits != nil {
      unit = max(unit, .pow(10, lastPlace))
    }
    if isWholeOfSixDigits, right.magnitude >= 1e5 { unit = 1 }
    return 0.500_001 * unit
  }

  private func rounding(of right: Double, at step: Int, after largest: Double) -> Double {
    let size = max(right.magnitude, leastSize)
    return isSingle ? min(1e-5, 5e-7 * Double(step + 2)) * max(size, largest) : 1e-10 * size
  }
}

extension PrintedNumber {
  /// Whether a number of single precision gives the same digits: it is nearer than half of the last place.
  fileprivate var isOfSinglePrecision: Bool {
    let distance = abs(Double(Float(value)) - value)
    guard let lastPlace, distance > 0 else { return distance == 0 }
    // A little more, as the text itself was rounded to a double.
    return distance <= 0.500_001 * .pow(10, lastPlace) + value.ulp
  }
}

extension Double {
  /// The power of ten of the first digit: 2 for 345.
  fileprivate var exponent10: Int {
    guard isFinite, self != 0 else { return 0 }
    let guess = Int(Double.log10(magnitude).rounded(.down))
    // The logarithm of a number next to a power of ten may be on its other side.
    if magnitude < .pow(10, guess) { return guess - 1 }
    return magnitude < .pow(10, guess + 1) ? guess : guess + 1
  }
}

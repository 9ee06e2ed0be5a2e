/// Round numbers to mark on an axis.
///
/// Each tick is a whole number times a power of ten, so that labels are written from integers and nothing drifts:
/// 0.3 is 3·10⁻¹ and never 0.30000000000000004 (the idea of d3-array's ticks).
public struct Ticks: Hashable, Sendable {
  public let values: [Double]
  /// The values divided by 10 to the `exponent`, all with the same number of decimals, with a real minus sign.
  public let labels: [String]
  /// The power of ten that is left out of the labels, since it would make them long; 0 for none.
  public let exponent: Int

  /// The finest ticks in a domain whose labels have room.
  ///
  /// Steps are 1, 2 or 5 times a power of ten.
  ///
  /// - Parameters:
  ///   - count: about how many ticks there are at most.
  ///   - wholeNumbers: whether fractions make no sense, as for a number of steps.
  ///   - haveRoom: whether the labels of some ticks can stand beside each other. It is asked with fewer and fewer.
  public init(
    in domain: Domain, atMost count: Int, wholeNumbers: Bool = false,
    where haveRoom: (Ticks) throws -> Bool
  ) rethrows {
    var step = NiceStep(atLeast: domain.width / Double(max(1, count)))
    if wholeNumbers, step.power < 0 { step = NiceStep(mantissa: 1, power: 0) }
    var ticks = Ticks(in: domain, step: step)
    while try ticks.values.count > 2 && !haveRoom(ticks) {
      step = step.next
      ticks = Ticks(in: domain, step: step)
    }
    self = ticks
  }

  private init(in domain: Domain, step: NiceStep) {
    let unit = step.value
    let slack = 1e-9
    let first = Int((domain.lower / unit - slack).rounded(.up))
    let last = Int((domain.upper / unit + slack).rounded(.down))
    let numbers = first <= last ? (first...last).map { $0 * step.mantissa } : []
    let largest = numbers.map(\.magnitude).max() ?? 0
    let digits = largest == 0 ? 0 : "\(largest)".count - 1
    let size = digits + step.power
    let exponent = largest == 0 || (-3...4).contains(size) ? 0 : size
    let decimals = largest == 0 ? 0 : max(0, exponent - step.power)
    let zeros = max(0, step.power - exponent)
    self.values = numbers.map { Double("\($0)e\(step.power)") ?? 0 }
    self.labels = numbers.map { Ticks.label($0, zeros: zeros, decimals: decimals) }
    self.exponent = exponent
  }

  /// Writes number · 10^(zeros − decimals).
  private static func label(_ number: Int, zeros: Int, decimals: Int) -> String {
    var digits = "\(number.magnitude)"
    if number != 0 { digits += String(repeating: "0", count: zeros) }
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    let sign = number < 0 ? "−" : ""
    let whole = digits.dropLast(decimals)
    return decimals == 0 ? sign + whole : "\(sign)\(whole).\(digits.suffix(decimals))"
  }
}

/// 1, 2 or 5 times a power of ten.
private struct NiceStep {
  var mantissa: Int
  var power: Int

  init(mantissa: Int, power: Int) {
    self.mantissa = mantissa
    self.power = power
  }

  /// The smallest step that is no smaller than a positive width.
  init(atLeast width: Double) {
    // log₁₀2 ≈ 0.30103 gives the power of ten from the power of two, at most one too low.
    let power = Int((Double(width.exponent) * 0.301_03).rounded(.down))
    self.init(mantissa: 1, power: power)
    while value < width * (1 - 1e-9) { self = next }
  }

  var value: Double { Double("\(mantissa)e\(power)") ?? 0 }

  var next: NiceStep {
    switch mantissa {
    case 1: NiceStep(mantissa: 2, power: power)
    case 2: NiceStep(mantissa: 5, power: power)
    default: NiceStep(mantissa: 1, power: power + 1)
    }
  }
}

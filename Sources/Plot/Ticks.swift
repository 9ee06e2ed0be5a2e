import Drawing
import Words

/// Round numbers to mark on an axis.
///
/// Each tick is a whole number times a power of ten, so that labels are written from integers and nothing drifts:
/// 0.3 is 3·10⁻¹ and never 0.30000000000000004 (the idea of d3-array's ticks).
public struct Ticks: Hashable, Sendable {
  /// Where ticks are, from the least value to the greatest.
  public let values: [Double]
  /// The values divided by 10 to the `exponent`, all with the same number of decimals, with a real minus sign.
  public let labels: [Label]
  /// The power of ten that is left out of the labels, since it would make them long; 0 for none.
  public let exponent: Int
  /// Values between those with labels, for small marks; on a logarithmic axis 2, 3, … 9 times a power of ten.
  public let minorValues: [Double]

  /// The finest ticks on a scale whose labels have room; the parameters are those of the other initializer.
  ///
  /// A logarithmic scale over two powers of ten or more has ticks at powers of ten, a shorter one those of a linear one.
  public init(
    on scale: Scale, atMost count: Int, wholeNumbers: Bool = false,
    where haveRoom: (Ticks) throws -> Bool
  ) rethrows {
    let powers = PowersOfTen(in: scale.domain)
    guard scale.kind == .logarithmic, powers.exponents.count > 1 else {
      try self.init(
        in: scale.domain, atMost: count, wholeNumbers: wholeNumbers, where: haveRoom)
      return
    }
    var every = NiceStep(atLeast: Double(powers.exponents.count) / Double(max(1, count)))
    if every.power < 0 { every = NiceStep(mantissa: 1, power: 0) }
    try self.init(Ticks(powers, every: Int(every.value)), where: haveRoom) {
      every = every.next
      return Ticks(powers, every: Int(every.value))
    }
  }

  /// The finest ticks whose labels have room, but never less than two: an axis with a single number has no scale.
  private init(
    _ finest: Ticks, where haveRoom: (Ticks) throws -> Bool, coarser: () -> Ticks
  ) rethrows {
    var ticks = finest
    while try ticks.values.count > 2 && !haveRoom(ticks) {
      let fewer = coarser()
      guard fewer.values.count > 1 else {
        self.init(outermostOf: ticks)
        return
      }
      ticks = fewer
    }
    self = ticks
  }

  /// The first and the last of some ticks, those between them without labels.
  private init(outermostOf ticks: Ticks) {
    values = [ticks.values.first, ticks.values.last].compactMap(\.self)
    labels = [ticks.labels.first, ticks.labels.last].compactMap(\.self)
    exponent = ticks.exponent
    minorValues = ticks.minorValues + ticks.values.dropFirst().dropLast()
  }

  /// A tick for each name, at 0, 1, 2 and so on.
  init(categories: [Words], in language: Language) {
    values = categories.indices.map(Double.init)
    labels = categories.map { $0.label(in: language) }
    exponent = 0
    minorValues = []
  }

  /// A tick for every so many of the levels between bands that are equally tall: the first level lies at 1, the next at 2.
  init(levels: [Double], every: Int) {
    let shown = stride(from: 0, to: levels.count, by: every)
    values = shown.map { Double($0 + 1) }
    labels = shown.map { Ticks.label(of: levels[$0]) }
    exponent = 0
    minorValues = []
  }

  /// A tick at every so many powers of ten, the others being minor ones.
  private init(_ powers: PowersOfTen, every: Int) {
    let labelled = powers.exponents.filter { $0 % every == 0 }
    values = labelled.map { Double("1e\($0)") ?? 0 }
    // Short numbers are read faster than powers.
    labels =
      labelled.allSatisfy((-2...3).contains)
      ? labelled.map { Label(Ticks.plainPower($0)) }
      : labelled.map { Label(math: .power(ofTen: $0)) }
    exponent = 0
    minorValues =
      every == 1
      ? powers.multiples
      : every > 10
        ? [] : powers.exponents.filter { $0 % every != 0 }.map { Double("1e\($0)") ?? 0 }
  }

  /// A round number as a short text: `0.05`, `200`, `5·10⁻⁶`.
  static func label(of value: Double) -> Label {
    let parts = "\(value.magnitude)".split(separator: "e")
    let digits = parts[0].hasSuffix(".0") ? parts[0].dropLast(2) : parts[0]
    let sign = value < 0 ? "−" : ""
    guard parts.count > 1, let exponent = Int(parts[1]) else { return Label(sign + digits) }
    let power = Mathematics.power(ofTen: exponent, sign: digits == "1" ? sign : "")
    return Label(math: digits == "1" ? power : .product(.number(sign + digits), power))
  }

  private static func plainPower(_ exponent: Int) -> String {
    label(1, zeros: max(0, exponent), decimals: max(0, -exponent))
  }

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
    let count = Double(max(1, count))
    var step = NiceStep(atLeast: domain.upper / count - domain.lower / count)
    if wholeNumbers, step.power < 0 { step = NiceStep(mantissa: 1, power: 0) }
    try self.init(Ticks(in: domain, step: step), where: haveRoom) {
      step = step.next
      return Ticks(in: domain, step: step)
    }
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
    self.labels = numbers.map { Label(Ticks.label($0, zeros: zeros, decimals: decimals)) }
    self.exponent = exponent
    self.minorValues = []
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

extension Mathematics {
  /// A power of ten with small raised digits: −10⁻⁸.
  static func power(ofTen exponent: Int, sign: String = "") -> Mathematics {
    let digits = (exponent < 0 ? "−" : "") + "\(exponent.magnitude)"
    return .number("\(sign)10").raised(to: .number(digits))
  }
}

/// The powers of ten within a positive domain.
private struct PowersOfTen {
  let exponents: [Int]
  /// 2, 3, … 9 times powers of ten within the domain.
  let multiples: [Double]

  init(in domain: Domain) {
    guard domain.lower > 0 else {
      (exponents, multiples) = ([], [])
      return
    }
    // log₁₀2 ≈ 0.30103 gives the power of ten from the power of two, at most one off.
    let first = Int((Double(domain.lower.exponent) * 0.301_03).rounded(.down)) - 1
    let last = Int((Double(domain.upper.exponent) * 0.301_03).rounded(.up)) + 1
    func isInside(_ value: Double) -> Bool {
      domain.lower * (1 - 1e-9) <= value && value <= domain.upper * (1 + 1e-9)
    }
    exponents = (first...last).filter { isInside(Double("1e\($0)") ?? 0) }
    multiples = (first...last).flatMap { exponent in
      (2...9).compactMap { Double("\($0)e\(exponent)") }
    }.filter(isInside)
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

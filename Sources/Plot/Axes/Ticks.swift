import Drawing
import Words

/// Round numbers to mark on an axis.
///
/// Each tick is a whole number times a power of ten, so that labels are written from integers and nothing drifts:
/// 0.3 is 3·10⁻¹ and never 0.30000000000000004 (the idea of d3-array's ticks).
public struct Ticks: Hashable, Sendable {
  /// Where ticks are, from the least value to the greatest.
  public private(set) var values: [Double]
  /// The values divided by 10 to the `exponent`, all with the same number of decimals, with a real minus sign.
  public private(set) var labels: [Label]
  /// The power of ten that is left out of the labels, since it would make them long; 0 for none.
  public private(set) var exponent = 0
  /// Values between those with labels, for small marks; on a logarithmic axis 2, 3, … 9 times a power of ten.
  public private(set) var minorValues: [Double] = []

  /// The title of an axis with these ticks: with the power of ten that their labels leave out.
  func title(_ label: Words) -> Words {
    exponent == 0 ? label : "\(label)  ×\(math: .power(ofTen: exponent))"
  }

  /// The shortest way between two ticks, in parts of the axis.
  func smallestStep(on scale: Scale) -> Double {
    zip(values, values.dropFirst()).map { scale.fraction($1) - scale.fraction($0) }.min() ?? 1
  }
}

extension Ticks {
  /// The finest ticks on a scale whose labels have room, but never less than two: an axis with a single number has no
  /// scale.
  ///
  /// Steps are 1, 2 or 5 times a power of ten. A logarithmic scale over two powers of ten or more has ticks at powers of
  /// ten, and such steps from one to the next; a shorter one has the ticks of a linear one.
  ///
  /// - Parameters:
  ///   - count: about how many ticks there are at most.
  ///   - wholeNumbers: whether fractions make no sense, as for a number of steps.
  ///   - haveRoom: whether the labels of some ticks can stand beside each other. It is asked with fewer and fewer.
  public init(
    on scale: Scale, atMost count: Int, wholeNumbers: Bool = false,
    where haveRoom: (Ticks) throws -> Bool
  ) rethrows {
    let domain = scale.domain
    let powers = PowersOfTen(of: scale)
    func ticks(_ step: NiceStep) -> Ticks {
      powers.map { Ticks(at: $0, every: Int(step.value)) } ?? Ticks(in: domain, step: step)
    }
    let count = Double(max(1, count))
    let width =
      powers.map { Double($0.exponents.count) / count }
      ?? domain.upper / count - domain.lower / count
    var step = NiceStep(atLeast: width)
    if (powers != nil || wholeNumbers) && step.power < 0 { step = NiceStep(mantissa: 1, power: 0) }
    self = ticks(step)
    while try values.count > 2 && !haveRoom(self) {
      step = step.next
      let fewer = ticks(step)
      if fewer.values.count > 1 { self = fewer } else { keepOutermostLabels() }
    }
  }

  /// Leaves the labels of the first and the last value only.
  private mutating func keepOutermostLabels() {
    minorValues += values.dropFirst().dropLast()
    values.removeSubrange(1..<values.count - 1)
    labels.removeSubrange(1..<labels.count - 1)
  }

  /// A tick for each name, at 0, 1, 2 and so on.
  init(categories: [Words], in language: Language) {
    self.init(
      values: categories.indices.map(Double.init),
      labels: categories.map { $0.label(in: language) })
  }

  /// A tick for every so many of the levels between bands that are equally tall: the first level lies at 1, the next at 2.
  init(levels: [Double], where haveRoom: (Ticks) throws -> Bool) rethrows {
    var every = 0
    repeat {
      every += 1
      let shown = Array(stride(from: 0, to: levels.count, by: every))
      self.init(
        values: shown.map { Double($0 + 1) }, labels: shown.map { Ticks.label(of: levels[$0]) })
    } while try every < levels.count && !haveRoom(self)
  }

  /// A tick at every so many powers of ten, the others being minor ones.
  private init(at powers: PowersOfTen, every: Int) {
    let labelled = powers.exponents.filter { $0 % every == 0 }
    values = labelled.map { .decimal(1, power: $0) }
    // Short numbers are read faster than powers.
    labels =
      labelled.allSatisfy((-2...3).contains)
      ? values.map(Ticks.label(of:)) : labelled.map { Label(math: .power(ofTen: $0)) }
    switch every {
    case 1: minorValues = powers.multiples
    case ...10:
      minorValues = powers.exponents.filter { $0 % every != 0 }.map { .decimal(1, power: $0) }
    default: break
    }
  }

  /// The multiples of a step within a domain.
  private init(in domain: Domain, step: NiceStep) {
    let unit = step.value
    let slack = 1e-9
    let first = Int((domain.lower / unit - slack).rounded(.up))
    let last = Int((domain.upper / unit + slack).rounded(.down))
    let numbers = first <= last ? (first...last).map { $0 * step.mantissa } : []
    let largest = numbers.map(\.magnitude).max() ?? 0
    let size = "\(largest)".count - 1 + step.power
    let exponent = largest == 0 || (-3...4).contains(size) ? 0 : size
    let decimals = largest == 0 ? 0 : max(0, exponent - step.power)
    let zeros = max(0, step.power - exponent)
    self.init(
      values: numbers.map { .decimal($0, power: step.power) },
      labels: numbers.map { Label(Ticks.label($0, zeros: zeros, decimals: decimals)) },
      exponent: exponent)
  }
}

extension Ticks {
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

  /// A round number as a short text: `0.05`, `200`, `5·10⁻⁶`.
  static func label(of value: Double) -> Label {
    let parts = "\(value.magnitude)".split(separator: "e")
    let digits = parts[0].hasSuffix(".0") ? parts[0].dropLast(2) : parts[0]
    let sign = value < 0 ? "−" : ""
    guard parts.count > 1, let exponent = Int(parts[1]) else { return Label(sign + digits) }
    let power = Mathematics.power(ofTen: exponent, sign: digits == "1" ? sign : "")
    return Label(math: digits == "1" ? power : .product(.number(sign + digits), power))
  }
}

extension Mathematics {
  /// A power of ten with small raised digits: −10⁻⁸.
  fileprivate static func power(ofTen exponent: Int, sign: String = "") -> Mathematics {
    let digits = (exponent < 0 ? "−" : "") + "\(exponent.magnitude)"
    return .number("\(sign)10").raised(to: .number(digits))
  }
}

import Words

/// The numbers that an option takes.
public enum NumberRange: Hashable, Sendable {
  case any
  case positive
  case notNegative
  /// From 0 to below 1, as a decay or a probability.
  case belowOne
  /// From 0 to 1.
  case part
  /// Above 0 and at most 1.
  case positivePart
  /// Whole numbers.
  case counts(ClosedRange<Int>)

  /// Whether a number is one of them; infinities and NaN never are.
  public func contains(_ x: Double) -> Bool {
    guard x.isFinite else { return false }
    return switch self {
    case .any: true
    case .positive: x > 0
    case .notNegative: x >= 0
    case .belowOne: x >= 0 && x < 1
    case .part: x >= 0 && x <= 1
    case .positivePart: x > 0 && x <= 1
    case .counts(let range): Int(exactly: x).map(range.contains) ?? false
    }
  }

  /// What one of them is, for help and messages: `a number above 0`.
  public var words: Words {
    switch self {
    case .any: Words(en: "a number", zh: "数")
    case .positive: Words(en: "a number above 0", zh: "大于 0 的数")
    case .notNegative: Words(en: "a number, 0 or more", zh: "不小于 0 的数")
    case .belowOne: Words(en: "at least 0 and below 1", zh: "不小于 0 且小于 1 的数")
    case .part: Words(en: "from 0 to 1", zh: "从 0 到 1 的数")
    case .positivePart: Words(en: "above 0 and at most 1", zh: "大于 0 且不大于 1 的数")
    case .counts(let range):
      Words(
        en: "a whole number from \(range.lowerBound) to \(range.upperBound)",
        zh: "从 \(range.lowerBound) 到 \(range.upperBound) 的整数")
    }
  }
}

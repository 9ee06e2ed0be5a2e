/// The interval of values that an axis shows, never empty and never wider than a `Double` can measure.
public struct Domain: Hashable, Sendable {
  public let lower: Double
  public let upper: Double

  /// The interval around the finite ones of the values, with a margin on both sides.
  ///
  /// Equal values, or values that differ by less than a thousandth of their size, get an interval wide enough to tell
  /// their ticks apart in a few digits. No values at all give the interval from 0 to 1.
  ///
  /// - Parameter margin: what is added on each side, in parts of the width.
  public init(around values: some Sequence<Double>, margin: Double = 0) {
    var lower = Self.limit
    var upper = -Self.limit
    for value in values where value.isFinite {
      lower = min(lower, value)
      upper = max(upper, value)
    }
    guard lower <= upper else {
      self.init(0, 1)
      return
    }
    let a = max(lower, -Self.limit)
    let b = min(upper, Self.limit)
    self.init(a - (b - a) * margin, b + (b - a) * margin)
  }

  /// What an axis shows at most, so that its width is a finite number.
  public static let limit = 1e300

  /// The interval between two values, widened where it is too narrow to be shown.
  public init(_ a: Double, _ b: Double) {
    var lower = max(min(a, b), -Self.limit)
    var upper = min(max(a, b), Self.limit)
    let middle = lower / 2 + upper / 2
    let size = max(abs(lower), abs(upper))
    let least = size < 1e-290 ? 1 : size * 1e-3
    if !(upper - lower >= least) {
      lower = middle - (size < 1e-290 ? 1 : size / 20)
      upper = middle + (size < 1e-290 ? 1 : size / 20)
    }
    self.lower = lower
    self.upper = upper
  }

  public var width: Double { upper - lower }

  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

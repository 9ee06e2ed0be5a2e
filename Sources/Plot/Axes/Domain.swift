/// The interval of values that an axis shows, never empty.
public struct Domain: Hashable, Sendable {
  /// The least value that is shown.
  public let lower: Double
  /// The greatest value that is shown.
  public let upper: Double

  /// The interval around the finite ones of the values, with a margin on both sides.
  ///
  /// Equal values, or values that differ by less than a thousandth of their size, get an interval wide enough to tell
  /// their ticks apart in a few digits. No values at all give the interval from 0 to 1.
  ///
  /// - Parameter margin: what is added on each side, in parts of the width.
  public init(around values: some Sequence<Double>, margin: Double = 0) {
    let finite = values.filter(\.isFinite)
    guard let lower = finite.min(), let upper = finite.max() else {
      self.init(0, 1)
      return
    }
    // Not (upper − lower) · margin, since the difference may be more than a Double holds.
    let room = upper * margin - lower * margin
    self.init(lower - room, upper + room)
  }

  /// What an axis shows at most.
  private static let limit = Double.greatestFiniteMagnitude

  /// The interval between two values, widened where it is too narrow to be shown.
  public init(_ a: Double, _ b: Double) {
    var (lower, upper) = (min(a, b), max(a, b))
    let size = max(abs(lower), abs(upper))
    let least = size < 1e-290 ? 1 : size * 1e-3
    if !(upper - lower >= least) {
      let middle = lower / 2 + upper / 2
      lower = middle - (size < 1e-290 ? 1 : size / 20)
      upper = middle + (size < 1e-290 ? 1 : size / 20)
    }
    self.lower = max(lower, -Self.limit)
    self.upper = min(upper, Self.limit)
  }

  /// From end to end; infinite where that is more than a `Double` holds.
  public var width: Double { upper - lower }

  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

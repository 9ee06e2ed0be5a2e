/// How far rounding alone carries a descent's numbers apart.
///
/// Two programs round differently. Mostly that stays in the last digits; but near a minimum Adam's steps depend on the
/// signs of tiny gradients, and after some thousand of them two right programs have no digit in common. This compares
/// the right numbers with those of two exercises whose own numbers are off by a rounding: in the same direction, and in
/// both in turn, as one of them may happen to lead the same way.
final class Sensitivity {
  private let key: Solution
  private let moved: [Solution]
  private let rounding: Double
  private static let delay = 2
  /// The largest distances up to each step, by quantity, in parts of the right numbers or of 1.
  private var spreads: [String: [Double]] = [:]

  /// Nil where the exercise has no objective: then no number comes back to the gradients.
  ///
  /// - Parameter rounding: how large a rounding is, in parts of a number.
  init?(_ exercise: Exercise, key: Solution, rounding: Double) {
    guard exercise.objective != nil else { return nil }
    self.key = key
    self.rounding = rounding
    moved = [1, -1].map { next in
      var other = exercise
      var sign = 1.0
      for (name, numbers) in exercise.numbers.sorted(by: { $0.key < $1.key }) {
        other.numbers[name] = numbers.map { $0 * (1 - sign * rounding) }
        sign *= next
      }
      return other.key
    }
  }

  /// Whether two right programs may be as far apart as this: once rounding has grown to fifty times its size, as far as a
  /// hundred times its work, as a program rounds at each step. It may come there some steps sooner in one program than in
  /// another.
  func explains(_ distance: Double, of name: String, at step: Int) -> Bool {
    guard let right = key.value(name, at: step) else { return false }
    let spread = spread(of: name, at: min(step + Self.delay, key.steps.upperBound - 1))
    return spread > 50 * rounding && distance <= 100 * spread * max(1, right.magnitude)
  }

  /// The largest part by which the numbers of a quantity differ up to a step; what is not finite tells nothing.
  private func spread(of name: String, at step: Int) -> Double {
    let first = key.steps.lowerBound
    var spreads = spreads[name] ?? []
    while spreads.count <= step - first {
      let step = first + spreads.count
      let right = key.value(name, at: step) ?? 0
      let distances = moved.map {
        abs(right - ($0.value(name, at: step) ?? right)) / max(1, right.magnitude)
      }
      spreads.append(distances.filter(\.isFinite).reduce(spreads.last ?? 0, max))
    }
    self.spreads[name] = spreads
    return spreads[step - first]
  }
}

import ArgumentParser
import Formulas
import Lecture

extension ParsableArguments {
  /// Says that an option must be above 0 and at most some number, where its value is not.
  package static func requireAboveZero(
    _ option: String, _ value: Double, atMost most: Double
  ) throws {
    let limit = Numerals.exact.text(most)
    try require(
      value > 0 && value <= most, en: "\(option) must be above 0 and at most \(limit)",
      zh: "\(option) 必须大于 0 且不超过 \(limit)")
  }
}

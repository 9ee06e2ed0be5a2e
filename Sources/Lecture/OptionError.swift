import ArgumentParser
import Formulas
import Words

/// Says what an option must be, in the language of errors.
///
/// ArgumentParser gives back nothing but the description of what `validate()` throws, so nobody else can choose the language.
private struct OptionError: Error, CustomStringConvertible {
  let message: Words

  var description: String { message[.spoken] }
}

extension ParsableArguments {
  /// Says what an option must be, where it is not.
  ///
  ///     try Self.require(period > 0, en: "--period must be above 0", zh: "--period 必须大于 0")
  public static func require(_ condition: Bool, en english: Words, zh chinese: Words) throws {
    if !condition { throw error(Words(en: "\(english).", zh: "\(chinese)。")) }
  }

  /// An error that says this; lines of it that begin with two spaces show something below the first.
  public static func error(_ message: Words) -> any Error { OptionError(message: message) }

  /// Says which counts an option takes, where its value is none of them.
  public static func require(_ option: String, _ count: Int, in range: ClosedRange<Int>) throws {
    let (least, most) = (range.lowerBound, range.upperBound)
    try require(
      range.contains(count), en: "\(option) must be from \(least) to \(most)",
      zh: "\(option) 必须在 \(least) 到 \(most) 之间")
  }

  /// Says which numbers an option takes, where its value is none of them.
  static func require(_ option: String, _ value: Double, _ range: NumberRange) throws {
    try require(
      range.contains(value), en: "\(option) must be \(range.words)",
      zh: "\(option) 必须是\(range.words)")
  }

  /// Says that an option must be above 0, as a learning rate, where its value is not or is infinite.
  public static func requireAboveZero(_ option: String, _ value: Double) throws {
    try require(option, value, .positive)
  }
}

import ArgumentParser
import Words

/// Says what an option must be, in the language that is set when its description is read.
///
/// ArgumentParser gives back nothing but the description of what `validate()` throws, so nobody else can choose the language.
public struct OptionError: Error, CustomStringConvertible {
  /// The language that such errors describe themselves in.
  @TaskLocal public static var language = Language.english

  let message: Words

  public var description: String { message[Self.language] }
}

extension ParsableArguments {
  /// Says what an option must be, where it is not.
  ///
  ///     try Self.require(period > 0, en: "--period must be above 0", zh: "--period 必须大于 0")
  public static func require(_ condition: Bool, en english: Words, zh chinese: Words) throws {
    if !condition { throw OptionError(message: Words(en: "\(english).", zh: "\(chinese)。")) }
  }

  /// Says which counts an option takes, where its value is none of them.
  public static func require(_ option: String, _ count: Int, in range: ClosedRange<Int>) throws {
    let (least, most) = (range.lowerBound, range.upperBound)
    try require(
      range.contains(count), en: "\(option) must be from \(least) to \(most)",
      zh: "\(option) 必须在 \(least) 到 \(most) 之间")
  }

  /// Says that an option must be above 0, as a learning rate, where its value is not or is infinite.
  public static func requireAboveZero(_ option: String, _ value: Double) throws {
    try require(
      value > 0 && value.isFinite, en: "\(option) must be a number above 0",
      zh: "\(option) 必须是大于 0 的数")
  }

  /// Says that an option must be from 0 to below 1, as a momentum, where its value is not.
  public static func requireBelowOne(_ option: String, _ value: Double) throws {
    try require(
      0 <= value && value < 1, en: "\(option) must be at least 0 and below 1",
      zh: "\(option) 必须不小于 0 且小于 1")
  }
}

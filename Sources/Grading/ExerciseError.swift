import Words

/// What an exercise cannot be like.
public struct ExerciseError: Error, Sendable, CustomStringConvertible {
  /// One line that says what is wrong, with parameters as options of a command line: `--start`.
  public let ofOptions: Words
  /// The same with the parameters' plain names.
  public var message: Words { ofOptions.map { $0.replacing("--", with: "") } }

  init(en english: Words, zh chinese: Words) { ofOptions = Words(en: english, zh: chinese) }

  public var description: String { message.english }

  /// Says what an exercise must be like, where it is not.
  static func require(_ condition: Bool, en english: Words, zh chinese: Words) throws {
    if !condition { throw ExerciseError(en: english, zh: chinese) }
  }
}

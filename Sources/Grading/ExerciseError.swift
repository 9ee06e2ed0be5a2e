import Words

/// What an exercise cannot be like.
public struct ExerciseError: Error, Sendable, CustomStringConvertible {
  /// One line that says what is wrong, with parameters between backquotes: `start`.
  private let words: Words

  /// The line with parameters spelled as whoever tells it does: `--start` on a command line.
  public func message(spelling spelled: (String) -> String) -> Words {
    words.map { $0.replacing(/`([^`]+)`/) { spelled(String($0.1)) } }
  }

  /// The same with the parameters' plain names.
  public var message: Words { message { $0 } }

  init(en english: Words, zh chinese: Words) { words = Words(en: english, zh: chinese) }

  public var description: String { message.english }

  /// Says what an exercise must be like, where it is not.
  static func require(_ condition: Bool, en english: Words, zh chinese: Words) throws {
    if !condition { throw ExerciseError(en: english, zh: chinese) }
  }
}

import Words

/// Why a command could not do its work, for the person who gave it.
public struct Failure: Error, Hashable {
  /// The exit codes of `sysexits.h`.
  public enum Code: Int32, Sendable {
    /// The command was used wrongly.
    case usage = 64
    /// What was read is not what it should be.
    case data = 65
    /// There is no such file to read.
    case noInput = 66
    /// Something that the command needs is not installed.
    case unavailable = 69
    /// The output cannot be created.
    case cannotCreate = 73
    /// Writing broke off.
    case inputOutput = 74
  }

  /// What the process ends with.
  public var code: Code
  /// One line that says what is wrong and what to do.
  public var message: Words

  public init(_ code: Code, _ message: Words) {
    self.code = code
    self.message = message
  }

  public init(_ code: Code, en english: Words, zh chinese: Words) {
    self.init(code, Words(en: english, zh: chinese))
  }
}

extension Error {
  /// What a person is told of an error.
  public var explanation: Words {
    (self as? Failure)?.message ?? Words(String(describing: self))
  }
}

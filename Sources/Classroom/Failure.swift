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
  public var message: String

  public init(code: Code, message: String) {
    self.code = code
    self.message = message
  }
}

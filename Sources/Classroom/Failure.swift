/// Why a command could not do its work, for the person who gave it.
struct Failure: Error, Hashable {
  /// The exit codes of `sysexits.h`.
  enum Code: Int32 {
    /// The command was used wrongly.
    case usage = 64
    /// Something that the command needs is not installed.
    case unavailable = 69
    /// The output cannot be created.
    case cannotCreate = 73
    /// Writing broke off.
    case inputOutput = 74
  }

  var code: Code
  /// One line that says what is wrong and what to do.
  var message: String
}

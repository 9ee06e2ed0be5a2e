import Words

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What the person and the system tell every command.
enum Environment {
  /// What a variable says; nil where it is not set, or empty.
  static subscript(variable: String) -> String? {
    getenv(variable).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The language of messages by the first of three variables that says something (POSIX, “Internationalization
  /// Variables”); English where that is no language of ours.
  static var language: Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { self[$0] }.first
    return locale.flatMap(Language.init(tag:)) ?? .english
  }
}

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The terminal that the standard output goes to.
enum Terminal {
  /// How many columns it has; nil where there is none.
  static var width: Int? {
    var size = winsize()
    let isKnown = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : nil
  }

  /// How many columns texts have: those of the terminal, but not fewer than 60; 100 where there is none.
  static var textWidth: Int { max(60, width ?? 100) }
}

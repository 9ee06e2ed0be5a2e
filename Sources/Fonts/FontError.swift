/// Why there is no font to write with.
public enum FontError: Error, Hashable {
  /// FreeType cannot read the file or one of its letters; the number is its code for the error.
  case unreadable(path: String, code: Int)
  /// No font for the script is installed.
  case notInstalled(FontScript)
}

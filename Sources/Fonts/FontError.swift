/// Why there is no font to write with.
public enum FontError: Error, Hashable {
  /// FreeType cannot read the file or one of its letters; the number is its code for the error.
  case unreadable(path: String, code: Int)
  /// The file has no face of this family.
  case noSuchFamily(String, path: String)
  /// No font for the script is installed.
  case notInstalled(FontScript)
}

extension FontError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let path, let code):
      "\(path) cannot be read as a font (FreeType's error \(code))"
    case .noSuchFamily(let family, let path):
      "\(path) has no face of the family \(family)"
    case .notInstalled(let script):
      "no font with \(script == .latin ? "Latin" : "Chinese") letters is installed; install "
        + script.packages.joined(separator: " or ")
    }
  }
}

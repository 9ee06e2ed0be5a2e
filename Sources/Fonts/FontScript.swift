/// Which letters are needed.
public enum FontScript: Hashable, Sendable, CaseIterable {
  /// Latin and Greek letters and mathematical signs.
  case latin
  /// Simplified Chinese letters, and all of `latin`.
  case chinese

  /// Packages of Debian and Ubuntu with such letters; any of them would do.
  public var packages: [String] {
    switch self {
    case .latin: ["fonts-dejavu-core"]
    case .chinese: ["fonts-noto-cjk", "fonts-wqy-microhei", "fonts-droid-fallback"]
    }
  }
}
